// What Jira said of people and projects is remembered for a day: the same person mostly writes on many requests.
import { kvs } from '@forge/kvs';
import type { RequestPeople } from '../app/ports';
import type { Instant } from '../core/instant';
import { storing } from './failures';
import { keys } from './keys';

interface StandingRow {
  readonly worksIn: Readonly<Record<string, boolean>>;
  readonly organizations: readonly string[] | null;
  /** Storage may show a row for two more days after its time to live: it says itself how long it holds. */
  readonly until: Instant;
}

const dayMs = 24 * 60 * 60_000;
const day = { ttl: { value: 1, unit: 'DAYS' as const } };

/** @param jira who is asked where nothing is remembered; @param now the time */
export function rememberedPeople(jira: RequestPeople, now: () => Instant): RequestPeople {
  const known = async (person: string): Promise<StandingRow> => {
    const row = await storing(() => kvs.get<StandingRow>(keys.standing(person)));
    return row !== undefined && row.until > now()
      ? row
      : {
          worksIn: {},
          organizations: null,
          until: new Date(Date.parse(now()) + dayMs).toISOString(),
        };
  };
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
