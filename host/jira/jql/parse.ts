import { JastBuilder, type Jast, type Query } from '@atlaskit/jql-ast';
import { badRequest } from '../errors';

const kept = new Map<string, Jast>();
const mostKept = 500;

/** The syntax tree of a query by Atlassian's own parser; the newest ones are kept, as parsing is the slow part. */
export function parse(jql: string): Jast {
  const known = kept.get(jql);
  if (known) return known;
  const tree = new JastBuilder().build(jql);
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value as string);
  kept.set(jql, tree);
  return tree;
}

/** What is wrong with the syntax, in sentences; empty when nothing is. */
export const syntaxErrors = (tree: Jast): string[] =>
  tree.errors.map((error) => `Error in the JQL Query: ${error.message}`);

/** The query of a text. @throws JiraError 400 when it is no JQL */
export function queryOf(jql: string): Query | undefined {
  const tree = parse(jql);
  const [first] = syntaxErrors(tree);
  if (first !== undefined) throw badRequest(first);
  return tree.query ?? undefined;
}
