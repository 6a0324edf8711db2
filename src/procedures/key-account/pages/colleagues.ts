// People of the team, as somebody names them: never a customer, whatever account they have, and never an app (X12).
import { RelayError } from '../../../app/errors';
import type { Ports } from '../../../app/ports';
import { settingsOf } from '../../../app/viewer';
import type { IssueId } from '../../../core/ids';
import type { Person } from '../../../core/people';
import { hasRole } from '../may';

/** What is about to be done with them. */
interface Naming {
  readonly issueId: IssueId;
  /** The part of the input that names them. */
  readonly field: string;
}

/**
 * Those people, who have a role, stand in the directory, or work in the project of the ticket.
 * @throws RelayError `input` for anybody else, and for somebody who has left
 */
export async function colleagues(
  ports: Ports,
  ids: readonly string[],
  { issueId, field }: Naming,
): Promise<readonly Person[]> {
  const wanted = [...new Set(ids)];
  const [found, known, policy, record] = await Promise.all([
    ports.jira.app.people(wanted),
    ports.directory.people(wanted),
    settingsOf(ports),
    ports.tickets.load(issueId),
  ]);
  const projectId = record?.ledger.projectId;
  return Promise.all(
    wanted.map(async (one) => {
      const person = found.find(({ accountId }) => accountId === one);
      if (person === undefined || !person.active || person.kind !== 'person')
        throw new RelayError('input', 'Choose a colleague with an active account.', { field });
      const isOurs =
        hasRole({ policy }, one) ||
        known.some(({ accountId }) => accountId === one) ||
        // Without a ticket that the app knows there is nothing to name anybody for: the rule says so.
        projectId === undefined ||
        (await ports.requestPeople.worksIn(one, projectId));
      if (!isOurs)
        throw new RelayError(
          'input',
          `${person.name} has no role here and does not work in this project.`,
          { field, remedy: 'Choose a colleague of the team.' },
        );
      return person;
    }),
  );
}
