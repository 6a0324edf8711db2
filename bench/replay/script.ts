// What people did in an incident, as acts of the account-manager SOP: a wait is a request for a response, the end of
// the wait is the answer, a higher level of support meanwhile is leadership that asks for an escalation.
import type { Incident } from './incidents';

export type SceneKind = 'request' | 'answer' | 'escalate' | 'resolve';

export interface Scene {
  /** Milliseconds since the ticket was raised. */
  readonly after: number;
  readonly kind: SceneKind;
}

export interface Script {
  readonly incident: string;
  readonly organization: string;
  readonly priority: string;
  readonly scenes: readonly Scene[];
}

const priorities: Readonly<Record<string, string>> = {
  Major: 'Highest',
  High: 'High',
  Medium: 'Medium',
  Low: 'Low',
};
const waits = (status: string): boolean => status.startsWith('Wait');
const isOver = (status: string): boolean => status === 'Resolved' || status === 'Closed';

/** @param organizations of the local Jira; the incident's own are spread over them */
export function scriptOf(incident: Incident, organizations: readonly string[]): Script {
  const [first] = incident.events;
  const start = first?.at ?? 0;
  const scenes: Scene[] = [];
  let waiting = false;
  let level = first?.level ?? '';
  for (const event of incident.events) {
    const after = event.at - start;
    if (waiting && !waits(event.status)) {
      scenes.push({ after, kind: 'answer' });
      waiting = false;
    }
    if (!waiting && waits(event.status)) {
      scenes.push({ after, kind: 'request' });
      waiting = true;
    } else if (waiting && event.level > level) scenes.push({ after, kind: 'escalate' });
    if (isOver(event.status)) {
      scenes.push({ after, kind: 'resolve' });
      break;
    }
    level = event.level;
  }
  const spread = [...`${incident.org}${incident.key}`].reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0,
    7,
  );
  return {
    incident: incident.key,
    organization: organizations[spread % organizations.length] ?? '',
    priority: priorities[first?.impact ?? ''] ?? 'Medium',
    scenes,
  };
}
