import * as v from 'valibot';
import { type Issue } from '../entities';
import { badRequest } from '../errors';
import { formatHistory } from '../format/history';
import { formatIssue } from '../format/issue';
import { requestLimits } from '../limits';
import { bodyOf, ok, type Operation, under } from '../operation';
import { canBrowse } from '../permissions';

const body = v.strictObject({
  issueIdsOrKeys: v.array(v.string()),
  fields: v.optional(v.array(v.string()), []),
  fieldsByKeys: v.optional(v.boolean()),
  expand: v.optional(v.array(v.string()), []),
  properties: v.optional(v.array(v.string()), []),
});

/** Many issues in one request, in ascending order of their ids; those one cannot see are named as errors. */
export const bulkIssueOperations: readonly Operation[] = [
  under('/rest/api/3/issue', 'read:jira-work').post(
    '/bulkfetch',
    (ask) => {
      const sent = bodyOf(ask, body);
      if (sent.issueIdsOrKeys.length > requestLimits.bulkFetch.issues)
        throw badRequest(
          `The number of issues requested exceeds the maximum of ${requestLimits.bulkFetch.issues}.`,
        );
      const found = new Set<Issue>();
      const issueErrors: { id: string; errorMessage: string }[] = [];
      for (const idOrKey of sent.issueIdsOrKeys) {
        const issue = ask.world.issue(idOrKey);
        if (issue && canBrowse(ask.world, ask.user, issue)) found.add(issue);
        else
          issueErrors.push({
            id: idOrKey,
            errorMessage: 'Issue does not exist or you do not have permission to see it.',
          });
      }
      const selection = {
        fields: sent.fields,
        otherwise: ['*navigable'],
        expand: new Set(sent.expand),
        properties: sent.properties,
      };
      const issues = [...found]
        .sort((one, other) => Number(one.id) - Number(other.id))
        .map((issue) => {
          const formatted = formatIssue(ask.world, ask.user, issue, selection);
          if (!selection.expand.has('changelog')) return formatted;
          const histories = issue.histories.slice(-requestLimits.bulkFetch.histories).reverse();
          const changelog = {
            startAt: 0,
            maxResults: histories.length,
            total: issue.histories.length,
            histories: histories.map((history) => formatHistory(ask.world, history)),
          };
          return { ...formatted, changelog };
        });
      return ok(
        {
          expand:
            'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
          issues,
          issueErrors,
        },
        issues.length,
      );
    },
    { cost: 'objects' },
  ),
];
