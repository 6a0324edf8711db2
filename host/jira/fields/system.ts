import { type Field, type FieldKind } from '../entities';

const system = (
  id: string,
  name: string,
  kind: FieldKind,
  clauseNames: readonly string[] = [id],
): Field => ({
  id,
  name,
  description: '',
  custom: false,
  kind,
  customType: null,
  clauseNames,
  navigable: true,
  searchable: clauseNames.length > 0,
  projects: null,
  options: [],
});

/** No column of a list of issues. */
const hidden = (field: Field): Field => ({ ...field, navigable: false });

/** Jira's own fields, under the ids, names and JQL clauses of `GET /rest/api/3/field`. */
export const systemFields: readonly Field[] = [
  hidden(
    system('statuscategorychangedate', 'Status Category Changed', 'datetime', [
      'statusCategoryChangedDate',
    ]),
  ),
  system('issuetype', 'Issue Type', 'issue-type', ['issuetype', 'type']),
  system('project', 'Project', 'project', ['project']),
  system('summary', 'Summary', 'text', ['summary']),
  system('description', 'Description', 'paragraph', ['description']),
  system('environment', 'Environment', 'paragraph', ['environment']),
  system('status', 'Status', 'status', ['status']),
  hidden(system('statusCategory', 'Status Category', 'computed', ['statusCategory'])),
  system('priority', 'Priority', 'priority', ['priority']),
  system('resolution', 'Resolution', 'resolution', ['resolution']),
  system('resolutiondate', 'Resolved', 'datetime', ['resolutiondate', 'resolved']),
  system('assignee', 'Assignee', 'user', ['assignee']),
  system('reporter', 'Reporter', 'user', ['reporter']),
  system('creator', 'Creator', 'user', ['creator']),
  system('created', 'Created', 'datetime', ['created', 'createdDate']),
  system('updated', 'Updated', 'datetime', ['updated', 'updatedDate']),
  system('duedate', 'Due date', 'date', ['due', 'duedate']),
  system('labels', 'Labels', 'labels', ['labels']),
  system('issuekey', 'Key', 'computed', ['id', 'issue', 'issuekey', 'key']),
  system('watches', 'Watchers', 'computed', ['watchers']),
  system('votes', 'Votes', 'computed', ['votes']),
  system('issuelinks', 'Linked Issues', 'computed', []),
  system('subtasks', 'Sub-tasks', 'computed', ['subtasks']),
  system('components', 'Components', 'computed', ['component']),
  system('fixVersions', 'Fix versions', 'computed', ['fixVersion']),
  system('versions', 'Affects versions', 'computed', ['affectedVersion']),
  system('workratio', 'Work Ratio', 'computed', ['workratio']),
  system('lastViewed', 'Last Viewed', 'computed', ['lastViewed']),
  hidden(system('attachment', 'Attachment', 'computed', ['attachments'])),
  hidden(system('comment', 'Comment', 'computed', ['comment'])),
  hidden(system('worklog', 'Log Work', 'computed', [])),
];

/** The type under which Jira knows a kind of custom field. */
export const customTypes: Readonly<Partial<Record<FieldKind, string>>> = {
  text: 'com.atlassian.jira.plugin.system.customfieldtypes:textfield',
  paragraph: 'com.atlassian.jira.plugin.system.customfieldtypes:textarea',
  number: 'com.atlassian.jira.plugin.system.customfieldtypes:float',
  date: 'com.atlassian.jira.plugin.system.customfieldtypes:datepicker',
  datetime: 'com.atlassian.jira.plugin.system.customfieldtypes:datetime',
  labels: 'com.atlassian.jira.plugin.system.customfieldtypes:labels',
  user: 'com.atlassian.jira.plugin.system.customfieldtypes:userpicker',
  users: 'com.atlassian.jira.plugin.system.customfieldtypes:multiuserpicker',
  select: 'com.atlassian.jira.plugin.system.customfieldtypes:select',
  'multi-select': 'com.atlassian.jira.plugin.system.customfieldtypes:multiselect',
  organizations: 'com.atlassian.servicedesk:sd-customer-organizations',
  'request-type': 'com.atlassian.servicedesk:vp-origin',
};
