import * as v from 'valibot';
import { JiraError, NotModelled } from '../errors';
import { compile } from '../jql/compile';
import { type SearchContext } from '../jql/context';
import { parse, syntaxErrors } from '../jql/parse';
import { structureOf } from '../jql/structure';
import { sorter } from '../jql/order';
import { matches } from '../jql/search';
import { type Ask, bodyOf, ok, type Operation, under } from '../operation';
import { canBrowse } from '../permissions';

const contextOf = (ask: Ask): SearchContext => ({
  world: ask.world,
  user: ask.user,
  now: ask.act.now,
});

/** Runs it, and answers Jira's complaints instead of throwing them. */
function complaints(run: () => void): string[] {
  try {
    run();
    return [];
  } catch (error) {
    if (error instanceof JiraError) return [...error.errorMessages];
    throw error;
  }
}

function checkFields(ask: Ask, jql: string): string[] {
  const tree = parse(jql);
  const wrong = syntaxErrors(tree);
  if (wrong.length > 0) return wrong;
  const { query } = tree;
  return complaints(() => {
    if (query?.where) compile(contextOf(ask), query.where);
    sorter(contextOf(ask), query?.orderBy ?? undefined);
  });
}

const at = under('/rest/api/3/jql', 'read:jira-work');

/** Queries looked at without running them over everything. */
export const jqlOperations: readonly Operation[] = [
  at.post(
    '/match',
    (ask) => {
      const sent = bodyOf(
        ask,
        v.strictObject({ issueIds: v.array(v.number()), jqls: v.array(v.string()) }),
      );
      const issues = sent.issueIds
        .flatMap((id) => ask.world.issues.get(String(id)) ?? [])
        .filter((issue) => canBrowse(ask.world, ask.user, issue));
      return ok(
        {
          matches: sent.jqls.map((jql) => {
            let matchedIssues: number[] = [];
            const errors = complaints(() => {
              matchedIssues = issues
                .filter((issue) => matches(contextOf(ask), jql, issue))
                .map(({ id }) => Number(id));
            });
            return { matchedIssues, errors };
          }),
        },
        issues.length,
      );
    },
    { cost: 'objects' },
  ),
  at.post(
    '/parse',
    (ask) => {
      const validation = ask.query.text('validation') ?? 'strict';
      if (!['strict', 'warn', 'none'].includes(validation))
        throw new NotModelled(`JQL validation '${validation}'`);
      const { queries } = bodyOf(
        ask,
        v.strictObject({
          queries: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.minLength(1)),
        }),
      );
      return ok({
        queries: queries.map((query) => {
          const tree = parse(query);
          const syntax = syntaxErrors(tree);
          if (syntax.length > 0) return { query, errors: syntax };
          const wrong = validation === 'none' ? [] : checkFields(ask, query);
          if (wrong.length > 0 && validation === 'strict') return { query, errors: wrong };
          return {
            query,
            structure: structureOf(tree),
            ...(wrong.length > 0 ? { warnings: wrong } : {}),
          };
        }),
      });
    },
    { cost: 'objects' },
  ),
];
