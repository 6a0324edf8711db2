// Names of people who act in tickets but stand in no directory: agents, mostly.
import type { AccountId } from '../core/ids';
import type { People } from '../core/people';
import type { Ports } from './ports';

/** Names Jira is asked for at a time. */
const most = 100;

/**
 * `people` with the names of `ids` added: from what is remembered, and where `askJira`, from Jira, which is then
 * remembered for a while.
 */
export async function withNames(
  ports: Ports,
  people: People,
  ids: readonly (AccountId | null | undefined)[],
  askJira: boolean,
): Promise<People> {
  const unknown = [...new Set(ids)]
    .filter((id): id is AccountId => id != null && people[id] === undefined)
    .slice(0, most);
  if (unknown.length === 0) return people;
  const remembered = await ports.directory.names(unknown);
  const missing = unknown.filter((id) => !remembered.some(({ accountId }) => accountId === id));
  const asked = askJira && missing.length > 0 ? await ports.jira.app.people(missing) : [];
  if (asked.length > 0) await ports.directory.rememberNames(asked);
  return {
    ...people,
    ...Object.fromEntries([...remembered, ...asked].map((person) => [person.accountId, person])),
  };
}
