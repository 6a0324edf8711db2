/** Ids are for storage and rules, keys and names for people. Brands keep one from being passed for another. */
type Id<Name extends string> = string & { readonly __id?: Name };

/** A Jira issue: the number, as text. */
export type IssueId = Id<'issue'>;
/** An Atlassian account: a person, a portal customer or an app. */
export type AccountId = Id<'account'>;
/** A Jira project; a queue of the SOP is a project. */
export type ProjectId = Id<'project'>;
export type StatusId = Id<'status'>;
export type PriorityId = Id<'priority'>;
/** A Jira field, such as `customfield_10050`. */
export type FieldId = Id<'field'>;
/** A JSM organization. */
export type OrganizationId = Id<'organization'>;
/** A customer account, by the short id that the account team uses for it. */
export type Cid = Id<'cid'>;
