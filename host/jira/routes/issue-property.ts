import { checkMayEdit } from '../issues/edit';
import { applyChange } from '../issues/change';
import { checkProperty, propertyOf } from '../issues/entity-property';
import { noContent, ok, type Operation, param, under } from '../operation';
import { issueOf } from './issue';

const at = under('/rest/api/3/issue/{issueIdOrKey}/properties', 'read:jira-work');
const to = under('/rest/api/3/issue/{issueIdOrKey}/properties', 'write:jira-work');

/** Entity properties of issues. Writing one changes no field, so it makes no history and no event. */
export const issuePropertyOperations: readonly Operation[] = [
  at.get('', (ask) => {
    const issue = issueOf(ask);
    const self = `${ask.world.baseUrl}/rest/api/3/issue/${issue.id}/properties`;
    return ok(
      {
        keys: [...issue.state.properties.keys()].map((key) => ({
          self: `${self}/${encodeURIComponent(key)}`,
          key,
        })),
      },
      1,
    );
  }),
  at.get('/{propertyKey}', (ask) => {
    const key = param(ask, 'propertyKey');
    return ok({ key, value: propertyOf(issueOf(ask).state.properties, key) }, 1);
  }),
  to.put('/{propertyKey}', (ask) => {
    const issue = issueOf(ask);
    const key = param(ask, 'propertyKey');
    checkMayEdit(ask.act, issue);
    checkProperty(key, ask.sent);
    const status = issue.state.properties.has(key) ? 200 : 201;
    applyChange(ask.act, issue, { properties: new Map([[key, ask.sent]]) });
    return { status, body: {} };
  }),
  to.del('/{propertyKey}', (ask) => {
    const issue = issueOf(ask);
    const key = param(ask, 'propertyKey');
    checkMayEdit(ask.act, issue);
    propertyOf(issue.state.properties, key);
    applyChange(ask.act, issue, { properties: new Map([[key, undefined]]) });
    return noContent;
  }),
];
