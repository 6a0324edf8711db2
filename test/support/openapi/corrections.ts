// Where Atlassian's own examples or recorded answers of real sites contradict the description, the answers are right.

type Properties = Record<string, Record<string, unknown>>;

const corrections: Readonly<
  Record<string, (properties: Properties, schema: Record<string, unknown>) => void>
> = {
  // A field that was empty before or is now: null, in every changelog.
  ChangeDetails: (properties) => {
    for (const name of ['from', 'fromString', 'to', 'toString'])
      properties[name] = { ...properties[name], nullable: true };
  },
  // The last page has no token, or a token of null.
  SearchAndReconcileResults: (properties) => {
    properties['nextPageToken'] = { ...properties['nextPageToken'], nullable: true };
  },
  // "null" is how to unassign, says the same page in its text.
  User: (properties) => {
    properties['accountId'] = { ...properties['accountId'], nullable: true };
  },
  // Its alternatives have the properties that it forbids itself.
  JqlQueryClause: (_properties, schema) => {
    delete schema['additionalProperties'];
  },
  BulkIssueResults: (properties) => {
    properties['expand'] = { type: 'string' };
  },
  FieldDetails: (properties) => {
    properties['untranslatedName'] = { type: 'string' };
  },
  // Types and styles of projects are more than the list says, such as product_discovery.
  Project: (properties) => {
    for (const name of ['projectTypeKey', 'style']) properties[name] = { type: 'string' };
  },
  ProjectDetails: (properties) => {
    properties['projectTypeKey'] = { type: 'string' };
  },
};

/** Corrects a description in place. */
export function correct({
  components,
}: {
  readonly components: { readonly schemas: Record<string, Record<string, unknown>> };
}): void {
  for (const [name, change] of Object.entries(corrections)) {
    const schema = components.schemas[name];
    if (schema !== undefined) change((schema['properties'] ?? {}) as Properties, schema);
  }
}
