/** A node of the Atlassian Document Format (https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/). */
export interface AdfNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly AdfNode[];
  readonly marks?: readonly {
    readonly type: string;
    readonly attrs?: Readonly<Record<string, unknown>>;
  }[];
}

/** A whole document. */
export interface AdfDocument extends AdfNode {
  readonly type: 'doc';
  readonly version: 1;
  readonly content: readonly AdfNode[];
}

/** Calls `visit` for every node, in reading order. */
function walk(node: AdfNode, visit: (node: AdfNode) => void): void {
  visit(node);
  for (const child of node.content ?? []) walk(child, visit);
}

/** Account ids of the people mentioned, each once, in their order. */
export function mentionedIn(node: AdfNode): string[] {
  const found = new Set<string>();
  walk(node, ({ type, attrs }) => {
    if (type === 'mention' && typeof attrs?.['id'] === 'string') found.add(attrs['id']);
  });
  return [...found];
}

/** Plain text becomes one paragraph a line, as where JSM and seeds take plain text. */
export function documentOf(text: string): AdfDocument {
  const content = text.split(/\r?\n/).map((line): AdfNode => ({
    type: 'paragraph',
    content: line === '' ? [] : [{ type: 'text', text: line }],
  }));
  return { type: 'doc', version: 1, content };
}
