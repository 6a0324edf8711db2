// What the account-manager SOP says should have come of the acts, reckoned without the app's code.
import { type Office, workingTime } from '../replay/judge';
import type { SeenTicket } from './what-jira-shows';
import { words, type Fact } from './play';

export const office: Office = {
  timeZone: 'America/New_York',
  opens: 9,
  closes: 17,
  holidays: ['2026-05-25', '2026-07-03', '2026-09-07', '2026-11-26', '2026-12-25'],
};

/** A time that may be the one or the other: a page that failed under the administrator may have published or not. */
export interface Span {
  readonly least: number;
  readonly most: number;
}

/** An ask as people made it. */
export interface ModelAsk {
  readonly askedAt: number;
  /** Null while it is open. */
  endedAt: number | null;
  /** Business minutes somebody has, when it was asked. */
  readonly minutes: Span;
  /** Leadership may have had it escalated from here on. */
  byHandFrom: number;
  /** The latest date that was promised, or may have been. */
  promised: number;
}

export interface Model {
  readonly asks: readonly ModelAsk[];
  readonly broken: readonly string[];
}

/** @param minutesAt the response time in force at a moment for a ticket of that priority, in business minutes */
export function modelOf(
  ticket: SeenTicket,
  facts: readonly Fact[],
  minutesAt: (at: number, priority: string) => Span,
): Model {
  const broken: string[] = [];
  const asks: ModelAsk[] = [];
  const open = (): ModelAsk | undefined => asks.find(({ endedAt }) => endedAt === null);
  for (const { act, at, outcome, detail } of facts) {
    // Who takes a request over, stands in for whoever was tagged, or hears of it as an escalation, reads it once more in a
    // note of the app (AM-06, A14, AM-21).
    const quoted = (text: string): boolean =>
      text.includes(' has moved from ') || text.includes(' asked:');
    const typed = act.kind === 'tag' || act.kind === 'comment';
    const posted = ticket.comments.filter(
      ({ text, byApp }) => text.includes(words(act)) && !(typed && byApp) && !quoted(text),
    ).length;
    if (posted > 1 && act.kind !== 'escalate')
      broken.push(`${ticket.key}: "${words(act)}" (${act.kind}) was posted ${posted} times`);
    switch (act.kind) {
      case 'request':
      case 'tag':
        if (act.kind === 'request' && outcome === 'done' && posted === 0)
          broken.push(`${ticket.key}: request ${act.id} was accepted and never posted`);
        if (posted > 0 && open() === undefined)
          asks.push({
            askedAt: at,
            endedAt: null,
            minutes: minutesAt(at, ticket.priority),
            byHandFrom: Infinity,
            promised: 0,
          });
        break;
      case 'answer':
      case 'comment': {
        const ask = open();
        if (act.kind === 'answer' && outcome === 'done' && posted === 0)
          broken.push(`${ticket.key}: answer ${act.id} was accepted and never posted`);
        if (posted > 0 && ask !== undefined) ask.endedAt = at;
        break;
      }
      case 'escalate': {
        const ask = open();
        if (ask !== undefined && outcome !== 'refused')
          ask.byHandFrom = Math.min(ask.byHandFrom, at);
        break;
      }
      case 'promise': {
        const ask = open();
        if (ask !== undefined && outcome !== 'refused')
          ask.promised = Math.max(
            ask.promised,
            at + 86_400_000,
            outcome === 'done' ? Date.parse(detail) : 0,
          );
        break;
      }
      case 'resolve': {
        const ask = open();
        if (ask !== undefined && outcome === 'done') ask.endedAt = at;
        break;
      }
      case 'raise':
      case 'customer-reply':
      case 'agent-reply':
      case 'put-back':
      case 'move':
      case 'deface':
      case 'settings':
      case 'owner':
      case 'away':
      case 'begin':
      case 'next':
      case 'mistake':
        break;
    }
  }
  return { asks, broken };
}

/**
 * The response time in force at a moment.
 * @param hours those of the beginning
 */
export function responseTime(
  facts: readonly Fact[],
  hours: number,
): (at: number, priority: string) => Span {
  return (at, priority) => {
    let possible = [hours];
    for (const { act, at: changedAt, outcome, detail } of facts) {
      if ((act.kind !== 'settings' && act.kind !== 'owner') || changedAt > at) continue;
      if (outcome === 'done') possible = [Number(detail)];
      else if (outcome === 'unknown' && act.kind === 'settings')
        possible = [...possible, Number(act.value)];
    }
    const minutes = possible.map((one) => one * (priority === 'Highest' ? 15 : 60));
    return { least: Math.min(...minutes), most: Math.max(...minutes) };
  };
}

/** When the ask goes up a level by itself, at the earliest and at the latest. */
export const firstDue = ({ askedAt, minutes: { least, most } }: ModelAsk): Span => ({
  least: workingTime(office, askedAt, least),
  most: workingTime(office, askedAt, most),
});
