import { Queue } from '@forge/events';
import type { BackgroundJob, BackgroundQueue } from '../app/ports';

const queue = new Queue({ key: 'background-jobs' });

export const backgroundQueue: BackgroundQueue = {
  async push(job, delaySeconds) {
    await queue.push({
      body: { ...job },
      delayInSeconds: Math.min(900, Math.max(0, Math.ceil(delaySeconds))),
      // One of a kind at a time.
      concurrency: { key: `job-${job.kind}`, limit: 1 },
    });
  },
};

/** Null for what is no job. */
export function backgroundJobOf(body: unknown): BackgroundJob | null {
  const { kind, projectId, procedure } = (body ?? {}) as Readonly<Record<string, unknown>>;
  switch (kind) {
    case 'reconcile':
    case 'people':
    case 'sight':
    case 'passes':
      return { kind };
    case 'first-pass':
    case 'project-gone':
      return typeof projectId === 'string' ? { kind, projectId } : null;
    case 'procedure':
      return typeof procedure === 'string' ? { kind, procedure } : null;
    default:
      return null;
  }
}
