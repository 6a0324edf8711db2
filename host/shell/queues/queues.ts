import { isAgent } from '../chrome/roles';
import { read, send } from '../data/http';
import { type Person, type Project } from '../data/people';
import { type JsmPage } from '../data/wire';

export interface Queue {
  readonly id: string;
  readonly name: string;
  readonly jql: string;
  /** Null where it was not counted. */
  readonly issueCount: number | null;
}

/**
 * JSM lists queues to agents only; collaborators see the tickets, so they get lists of their own, by the same JQL an agent
 * would write.
 */
const lists = ({ key }: Project): readonly Queue[] => [
  {
    id: 'open',
    name: 'All open',
    jql: `project = ${key} AND statusCategory != Done ORDER BY created DESC`,
    issueCount: null,
  },
  {
    id: 'mine',
    name: 'Where I am named',
    jql: `project = ${key} AND statusCategory != Done AND ("Account Manager" = currentUser() OR "Regional Manager" = currentUser()) ORDER BY priority DESC, created ASC`,
    issueCount: null,
  },
];

/** The queues of a project with their counts, as this person may see them. */
export async function readQueues(
  project: Project,
  person: Person | null,
): Promise<readonly Queue[]> {
  if (project.serviceDeskId === null || person === null || !isAgent(person)) {
    return Promise.all(
      lists(project).map(async (list) => {
        const { count } = await send<{ count: number }>(
          'POST',
          '/rest/api/3/search/approximate-count',
          { jql: list.jql },
        );
        return { ...list, issueCount: count };
      }),
    );
  }
  const page = await read<JsmPage<Queue>>(
    `/rest/servicedeskapi/servicedesk/${project.serviceDeskId}/queue?includeCount=true&limit=50`,
  );
  return page.values;
}
