// What the app does by itself every hour. Each job stands on its own: one that fails holds up none of the others, and is
// tried again in the background, as Forge runs no schedule a second time.
import { checkPeople } from './check-people';
import { RelayError } from './errors';
import { goOnWithPass, resumePasses } from './first-pass';
import type { BackgroundJob, Ports } from './ports';
import { letProjectGo } from './project-gone';
import { checkSight } from './radar/check-sight';
import { reconcileTickets } from './reconcile-tickets';
import type { Health } from './settings-ports';

/** Before a job that failed without saying when to come back is tried again. */
const retrySeconds = 60;

/** The most important first. */
const hourlyJobs = (ports: Ports): readonly BackgroundJob[] => [
  { kind: 'reconcile' },
  { kind: 'people' },
  { kind: 'sight' },
  { kind: 'passes' },
  ...ports.procedures.flatMap(({ id, load }) =>
    load.hourly === undefined ? [] : [{ kind: 'procedure', procedure: id } as const],
  ),
];

export async function everyHour(ports: Ports, sees: Health['permissionsOf']): Promise<void> {
  for (const job of hourlyJobs(ports)) {
    try {
      await runJob(ports, sees, job);
    } catch (error) {
      ports.log.error('hourly-job-failed', error, { job: job.kind });
      const wait = error instanceof RelayError ? error.detail.retryAfterSeconds : undefined;
      if (isPassing(error)) await ports.background.push(job, wait ?? retrySeconds);
    }
  }
}

/** What Jira says no to is mended by people; the next hour's run sees it. */
const isPassing = (error: unknown): boolean =>
  !(error instanceof RelayError) ||
  ['jira-busy', 'jira-down', 'changed-meanwhile'].includes(error.code);

/** One job. @throws what is worth trying again */
export async function runJob(
  ports: Ports,
  sees: Health['permissionsOf'],
  job: BackgroundJob,
): Promise<void> {
  switch (job.kind) {
    case 'reconcile':
      return void (await reconcileTickets(ports));
    case 'people':
      return void (await checkPeople(ports));
    case 'sight':
      return void (await checkSight(ports, sees));
    case 'passes':
      return resumePasses(ports);
    case 'first-pass':
      return goOnWithPass(ports, job.projectId);
    case 'project-gone':
      return letProjectGo(ports, job.projectId);
    case 'procedure': {
      const { load } = ports.procedures.find(({ id }) => id === job.procedure) ?? {};
      return (await load?.hourly?.())?.(ports);
    }
  }
}
