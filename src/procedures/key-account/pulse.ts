// How a key account is doing, with every reason said: never a number alone.
import { daysBefore, type LocalDate } from '../../core/calendar/local-time';
import type { Cid } from '../../core/ids';
import type { Instant } from '../../core/instant';
import type { Happening } from './happening';
import type { KeyTicket } from './key-ticket';

/** One reason, with the tickets it rests on. */
export interface PulseReason {
  readonly weight: 'alarm' | 'watch';
  readonly text: string;
  readonly keys: readonly string[];
}

export interface Pulse {
  readonly level: 'calm' | 'watch' | 'alarm';
  readonly reasons: readonly PulseReason[];
}

const count = (n: number, one: string, more = `${one}s`): string =>
  `${n === 1 ? 'One' : n} ${n === 1 ? one : more}`;
const keysOf = (some: readonly { readonly key: string }[]): string[] => [
  ...new Set(some.map(({ key }) => key)),
];

/**
 * @param open its open tickets
 * @param happenings of the last four weeks at least
 */
export function pulseOf(
  cid: Cid,
  open: readonly KeyTicket[],
  happenings: readonly Happening[],
  now: Instant,
  today: LocalDate,
): Pulse {
  const month = happenings.filter((one) => one.cid === cid && one.day > daysBefore(today, 28));
  const escalated = open.filter((ticket) => ticket.cid === cid && ticket.escalated);
  const overdue = open.filter(
    (ticket) => ticket.cid === cid && ticket.dueAt !== null && ticket.dueAt < now,
  );
  const failed = month.filter(({ what }) => what.kind === 'cycle' && !what.passed);
  const voided = month.filter(({ what }) => what.kind === 'sign-off-void');
  const late = month.filter(({ what }) => what.kind === 'escalation-answered' && !what.inTime);
  const issues = month.filter(({ what }) => what.kind === 'escalated');
  const reasons: (PulseReason | false)[] = [
    escalated.length > 0 && {
      weight: 'alarm',
      text: `${count(escalated.length, 'escalation is', 'escalations are')} open.`,
      keys: keysOf(escalated),
    },
    overdue.length > 0 && {
      weight: 'alarm',
      text: `${count(overdue.length, 'ticket is', 'tickets are')} overdue.`,
      keys: keysOf(overdue),
    },
    failed.length > 0 && {
      weight: 'alarm',
      text: `${count(failed.length, 'production cycle')} failed in the last four weeks.`,
      keys: keysOf(failed),
    },
    issues.length > 1 && {
      weight: 'watch',
      text: `${issues.length} quality issues in the last four weeks.`,
      keys: keysOf(issues),
    },
    late.length > 0 && {
      weight: 'watch',
      text: `${count(late.length, 'escalation was', 'escalations were')} answered late in the last four weeks.`,
      keys: keysOf(late),
    },
    voided.length > 0 && {
      weight: 'watch',
      text: `${count(voided.length, 'sign-off was', 'sign-offs were')} voided by a later change.`,
      keys: keysOf(voided),
    },
  ];
  const found = reasons.filter((one) => one !== false);
  return {
    level: found.some(({ weight }) => weight === 'alarm')
      ? 'alarm'
      : found.length > 0
        ? 'watch'
        : 'calm',
    reasons: found,
  };
}
