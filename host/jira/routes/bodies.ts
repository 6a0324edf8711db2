import * as v from 'valibot';

const json = v.record(v.string(), v.unknown());

export const propertyList = v.array(v.strictObject({ key: v.string(), value: v.unknown() }));

/** IssueUpdateDetails of the OpenAPI. */
export const issueUpdate = v.strictObject({
  fields: v.optional(json),
  update: v.optional(v.record(v.string(), v.array(json))),
  properties: v.optional(propertyList),
  historyMetadata: v.optional(json),
  transition: v.optional(
    v.looseObject({
      id: v.optional(v.pipe(v.union([v.string(), v.number()]), v.transform(String))),
    }),
  ),
});

export const accountBody = v.looseObject({ accountId: v.nullish(v.string()) });
