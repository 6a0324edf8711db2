// What Jira said of people and projects is remembered for a day: the same person mostly writes on many requests.
import { kvs } from '@forge/kvs';
import type { RequestPeople } from '../app/ports';
import { storing } from './failures';
import { keys } from './keys';

interface StandingRow {
  readonly worksIn: Readonly<Record<string, boolean>>;
  readonly organizations: readonly string[] | null;
}

const day = { ttl: { value: 1, unit: 'DAYS' as const } };
const nothing: StandingRow = { worksIn: {}, organizations: null };

/** @param jira who is asked where nothing is remembered */
export function rememberedPeople(jira: RequestPeople): RequestPeople {
  const known = async (person: string): Promise<StandingRow> =>
    (await storing(() => kvs.get<StandingRow>(keys.standing(person)))) ?? nothing;
  const keep = (person: string, row: StandingRow): Promise<void> =>
    storing(() => kvs.set(keys.standing(person), row, day));
  return {
    async worksIn(person, projectId) {
      const row = await known(person);
      const remembered = row.worksIn[projectId];
      if (remembered !== undefined) return remembered;
      const works = await jira.worksIn(person, projectId);
      await keep(person, { ...row, worksIn: { ...row.worksIn, [projectId]: works } });
      return works;
    },

    // Somebody may be added to a request at any time: asked anew, where it comes to that.
    participants: (issueId) => jira.participants(issueId),

    async organizationsOf(person) {
      const row = await known(person);
      if (row.organizations !== null) return row.organizations;
      const organizations = await jira.organizationsOf(person);
      await keep(person, { ...row, organizations });
      return organizations;
    },
  };
}
