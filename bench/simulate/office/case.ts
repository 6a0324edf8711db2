// What the judge of an office has before it: who is who by the written settings, what everybody did, and what each ticket
// says in Jira at the end.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { demoPeople } from '../../../host/seeds/demo/people';
import { workingTime } from '../../replay/judge';
import { seen, type SeenTicket } from '../what-jira-shows';
import { office, type Owed, owedOf, type Within } from './owed';
import { type Done, mail, type PlayedOffice } from './play';
import type { Line } from './work';
import { type Word, wordsOf } from './words';

/** Two hourly sweeps and what they take. */
export const sweepsMs = 130 * 60_000;
export const minuteMs = 60_000;

export interface Written {
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly fallback: readonly string[];
}

/** One ticket, judged by itself. */
export interface Judged {
  readonly played: PlayedOffice;
  readonly ticket: SeenTicket;
  readonly words: readonly Word[];
  /** What people did here, and what nobody did in any one ticket, such as being away. */
  readonly done: readonly Done[];
  /** Lines about it in everybody's list at the end, with whose list it is. */
  readonly lines: readonly (Line & { readonly who: string })[];
  readonly written: Written;
  /** Nothing failed in that month. */
  readonly healthy: boolean;
  readonly id: (name: string) => string;
}

/** Somebody is said to have done this: it may have happened. */
export const mayBe = ({ outcome }: Done): boolean => outcome !== 'refused';

export function writtenSettings(): Written {
  const file = join(__dirname, '..', '..', '..', 'demo', 'account-relay.json');
  const { roles, fallback, accounts } = JSON.parse(readFileSync(file, 'utf8')) as {
    roles: Readonly<Record<string, readonly string[]>>;
    fallback: readonly string[];
    accounts: readonly { accountManager: string; regionalManager: string }[];
  };
  return {
    fallback,
    roles: {
      ...roles,
      'account-manager': accounts.map(({ accountManager }) => accountManager),
      'regional-manager': accounts.map(({ regionalManager }) => regionalManager),
      fallback,
    },
  };
}

/** Who somebody is, by account id. */
export const nameIn = ({ id }: Judged, accountId: string): string =>
  demoPeople.find(({ email }) => id(email) === accountId)?.displayName ?? accountId;

export const customersIn = ({ id }: Judged): readonly string[] =>
  demoPeople.filter(({ role }) => role === 'customer').map(({ email }) => id(email));

/** Everybody who can have anything in their list, by name. */
export const everybodyIn = ({ roles }: Written): readonly string[] => [
  ...new Set([
    ...Object.values(roles).flat(),
    ...['ben.ito', 'lin.chen', 'sara.novak', 'sami.lund'].map(mail),
  ]),
];

export const endOf = (within: Within, from: number): number => {
  if ('minutes' in within) return workingTime(office, from, within.minutes);
  return closeAfter(from, within.days);
};

/** The close of business of the working day that many after that day; of the day itself, or the next one, for none. */
export function closeAfter(from: number, days: number): number {
  const day = DateTime.fromMillis(from, { zone: office.timeZone }).startOf('day');
  const since = days === 0 ? day : day.plus({ days: 1 });
  return workingTime(office, since.toMillis(), Math.max(days, 1) * 8 * 60);
}

/** Nine in the morning of the next working day. */
export const nextMorning = (from: number): number => {
  const closed = closeAfter(from, 1);
  return closed - 8 * 3_600_000;
};

/** The tickets that anything was about, each with what was done and said there. */
export async function ticketsOf(
  played: PlayedOffice,
  ends: readonly { readonly who: string; readonly lines: readonly Line[] }[],
): Promise<readonly Judged[]> {
  const { host, done, looks, cases, month } = played;
  const written = writtenSettings();
  const keys = new Set([
    ...cases.map(({ key }) => key),
    ...[...looks, ...ends].flatMap(({ lines }) => lines.map(({ issueKey }) => issueKey)),
  ]);
  const id = (name: string): string => host.as(name.includes('@') ? name : mail(name)).accountId;
  const healthy = Object.keys(month.faults).length === 1;
  const judged: Judged[] = [];
  for (const key of keys) {
    const ticket = await seen(host, key);
    judged.push({
      played,
      ticket,
      words: ticket.comments.flatMap(wordsOf),
      done: done.filter((one) => one.key === key || one.key === null),
      lines: ends.flatMap(({ who, lines }) =>
        lines.filter(({ issueKey }) => issueKey === key).map((line) => ({ ...line, who })),
      ),
      written,
      healthy,
      id,
    });
  }
  return judged;
}

/** Says what is wrong, where, by which clause, and what is expected. */
export const verdict = (
  { ticket, played }: Judged,
  clause: string,
  wrong: string,
  expected: string,
): string => `seed ${played.month.seed}, ${ticket.key}, ${clause}: ${wrong}; expected ${expected}`;

export const clauseOf = (title: string): string => owedOf(title)?.clause ?? 'X10';
export const spelled = (at: number): string => new Date(at).toISOString();

/** Nothing was done here, and nobody came or went, from then to then. */
export function undisturbed({ done, ticket }: Judged, from: number, to: number): boolean {
  const meddled = done.some((one) => {
    if (!mayBe(one)) return false;
    if (one.what !== 'away') return one.at >= from && one.at <= to;
    const [, hours = '0'] = one.detail.split(' ');
    return one.at <= to && one.at + Number(hours) * 3_600_000 >= from;
  });
  const moved = ticket.moves.some(({ at }) => at >= from && at <= to);
  return !meddled && !moved;
}

/** Who may owe it by the written settings, and who may hear of it; null where anybody may. */
export function mayOwe(judged: Judged, owed: Owed): ReadonlySet<string> | null {
  const { written, done, id, ticket } = judged;
  if (owed.who.includes('asker')) return null;
  const named = (role: string): readonly string[] => {
    if (role === 'assignee') return [mail('ben.ito'), ...(written.roles['team-lead'] ?? [])];
    if (role === 'engineer' && owed.procedure === 'access-request') return [mail('sami.lund')];
    if (role !== 'starter') return written.roles[role] ?? [];
    return done
      .filter(({ what }) => what === 'key-account.start-release')
      .map(({ who }) => mail(who));
  };
  const people = [...owed.who, ...owed.above].flatMap(named);
  // Who stands in: by an absence, because somebody has handed it on, or because it was nobody's any more.
  const standIns = done.flatMap(({ what, detail, key }) => {
    if (what === 'away') return [mail(detail.split(' ')[0] ?? '')];
    if (what === 'wait.delegate' && key === ticket.key)
      return ['leo.sander', 'elif.kaya', 'lena.fischer'].map(mail);
    return what === 'wait.not-mine' && key === ticket.key ? written.fallback : [];
  });
  const absent = done.some(({ what }) => what === 'away');
  return new Set([...people, ...standIns, ...(absent ? written.fallback : [])].map(id));
}
