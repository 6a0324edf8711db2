// A project was deleted, or came back from the trash.
import { beginPass } from '../app/first-pass';
import { noteProjectGone } from '../app/project-gone';
import { log } from './log';
import { portsFor } from './ports';

/** As far as it is read: https://developer.atlassian.com/platform/forge/events-reference/jira/ */
interface ProjectEvent {
  readonly eventType?: string;
  readonly project?: { readonly id?: string | number };
}

export async function onProjectEvent({ eventType, project }: ProjectEvent): Promise<void> {
  if (eventType === undefined || project?.id === undefined) {
    log.info('event-ignored', { reason: 'not readable' });
    return;
  }
  const ports = portsFor(null);
  const projectId = String(project.id);
  if ((await ports.policy.current())?.queues[projectId] === undefined) return;
  if (eventType === 'avi:jira:restored:project') await beginPass(ports, projectId);
  else await noteProjectGone(ports, projectId);
}
