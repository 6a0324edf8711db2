/** First segments under `/rest/api/3/` of Jira's OpenAPI. */
const platform = new Set(
  (
    'announcementBanner app application-properties applicationrole attachment auditing avatar bulk changelog ' +
    'classification-levels comment component config configuration customFieldOption dashboard data-policy events expression ' +
    'field fieldconfiguration fieldconfigurationscheme filter forge group groups groupuserpicker instance issue issueLink ' +
    'issueLinkType issues issuesecurityschemes issuetype issuetypescheme issuetypescreenscheme jql label license ' +
    'mypermissions mypreferences myself notificationscheme permissions permissionscheme plans priority priorityscheme ' +
    'project project-template projectCategory projects projectvalidate redact resolution role screens screenscheme search ' +
    'securitylevel serverInfo settings status statuscategory statuses task uiModifications universal_avatar user users ' +
    'version webhook workflow workflows workflowscheme worklog'
  ).split(' '),
);

/** First segments under `/rest/servicedeskapi/`. */
const service = new Set(
  'assets customer info insight knowledgebase organization request requesttype servicedesk'.split(
    ' ',
  ),
);

/** Could this be an operation of Jira or JSM, which then is not modelled rather than not there? */
export function isJiraPath(pathname: string): boolean {
  const [, rest, area, third, fourth] = pathname.split('/');
  if (rest !== 'rest') return false;
  if (area === 'servicedeskapi') return service.has(third ?? '');
  if (area === 'api') return (third === '3' || third === '2') && platform.has(fourth ?? '');
  return area === 'forge' || area === 'atlassian-connect' || area === 'agile';
}
