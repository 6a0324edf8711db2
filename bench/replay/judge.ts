// Judges a replay by Jira's own history, knowing nothing of the app's code: due times are computed here, with luxon.
import { DateTime } from 'luxon';
import type { Host } from '../../host/host';
import type { PlayedAsk } from './stage';

export interface Office {
  readonly timeZone: string;
  readonly opens: number;
  readonly closes: number;
  readonly holidays: readonly string[];
}

/** The moment at which so many working minutes have passed, minute by stretch. */
export function workingTime(office: Office, start: number, minutes: number): number {
  let left = minutes * 60_000;
  for (
    let day = DateTime.fromMillis(start, { zone: office.timeZone }).startOf('day');
    ;
    day = day.plus({ days: 1 })
  ) {
    if (day.weekday > 5 || office.holidays.includes(day.toISODate() ?? '')) continue;
    const from = Math.max(day.set({ hour: office.opens }).toMillis(), start);
    const to = day.set({ hour: office.closes }).toMillis();
    if (to <= from) continue;
    if (from + left <= to) return from + left;
    left -= to - from;
  }
}

interface History {
  readonly created: string;
  readonly items: readonly {
    readonly fieldId?: string;
    readonly toString?: string | (() => string);
  }[];
}

export interface Verdict {
  readonly asks: number;
  readonly answeredInTime: number;
  readonly answeredAfterEscalation: number;
  readonly withdrawn: number;
  readonly stillOpen: number;
  readonly escalatedByTime: number;
  readonly escalatedByHand: number;
  /** Seconds from the due time to Waiting for Management. */
  readonly escalationDelays: readonly number[];
  /** Hours from the due time to the answer; negative when before. */
  readonly answerLead: readonly number[];
  readonly broken: readonly string[];
}

/** Escalations later than this after the due second break the rule. */
const toleratedSeconds = 60;

export async function judge(
  host: Host,
  asks: readonly PlayedAsk[],
  office: Office,
  minutesOf: (priority: string) => number,
): Promise<Verdict> {
  const broken: string[] = [];
  const escalationDelays: number[] = [];
  const answerLead: number[] = [];
  const counts = {
    answeredInTime: 0,
    answeredAfterEscalation: 0,
    withdrawn: 0,
    stillOpen: 0,
    escalatedByTime: 0,
    escalatedByHand: 0,
  };
  const end = host.clock.now();
  const admin = host.as('alex.kim@relay.example');
  for (const key of new Set(asks.map((ask) => ask.key))) {
    const moves = await movesOf(host, key);
    const toManagement = moves
      .filter(({ to }) => to === 'Waiting for Management')
      .map(({ at }) => at);
    for (const ask of asks.filter((one) => one.key === key)) {
      const due = workingTime(office, ask.askedAt, minutesOf(ask.priority));
      const over = Math.min(ask.answeredAt ?? Infinity, ask.closedAt ?? Infinity, end);
      const escalations = toManagement.filter((at) => at >= ask.askedAt && at <= over + 1000);
      if (ask.escalatedByHandAt !== null && ask.escalatedByHandAt < due)
        counts.escalatedByHand += 1;
      else if (over > due + toleratedSeconds * 1000) {
        const [first] = escalations;
        if (first === undefined)
          broken.push(`${key}: due ${new Date(due).toISOString()} and never escalated`);
        else {
          counts.escalatedByTime += 1;
          escalationDelays.push((first - due) / 1000);
          if (first < due) broken.push(`${key}: escalated ${(due - first) / 1000} s early`);
          if (first > due + toleratedSeconds * 1000)
            broken.push(`${key}: escalated ${(first - due) / 1000} s late`);
        }
      } else if (over < due && escalations.length > 0)
        broken.push(`${key}: escalated although it was over before the due time`);
      if (escalations.length > 1) broken.push(`${key}: escalated ${escalations.length} times`);
      if (ask.answeredAt !== null) {
        answerLead.push((ask.answeredAt - due) / 3_600_000);
        counts[escalations.length > 0 ? 'answeredAfterEscalation' : 'answeredInTime'] += 1;
      } else counts[ask.closedAt === null ? 'stillOpen' : 'withdrawn'] += 1;
    }
    broken.push(...(await commentsBroken(admin, key)));
  }
  return { asks: asks.length, ...counts, escalationDelays, answerLead, broken };
}

async function movesOf(host: Host, key: string): Promise<{ at: number; to: string }[]> {
  const moves: { at: number; to: string }[] = [];
  for (let startAt = 0, last = false; !last;) {
    const { body } = await host
      .as('alex.kim@relay.example')
      .request<{ values: History[]; isLast: boolean }>(
        'GET',
        `/rest/api/3/issue/${key}/changelog?startAt=${startAt}&maxResults=100`,
      );
    for (const { created, items } of body.values) {
      for (const item of items)
        if (item.fieldId === 'status')
          moves.push({
            at: Date.parse(created.replace(/(\d{2})(\d{2})$/u, '$1:$2')),
            to: String(item.toString),
          });
    }
    startAt += body.values.length;
    last = body.isLast || body.values.length === 0;
  }
  return moves;
}

async function commentsBroken(admin: ReturnType<Host['as']>, key: string): Promise<string[]> {
  const { body } = await admin.request<{
    comments: {
      jsdPublic: boolean;
      author: { displayName: string };
      body: unknown;
      created: string;
    }[];
  }>('GET', `/rest/api/3/issue/${key}/comment?maxResults=1000`);
  const ours = body.comments.filter(({ author }) => author.displayName === 'Account Relay');
  const said = ours.map((comment) => JSON.stringify([comment.created, comment.body]));
  return [
    ...ours.filter(({ jsdPublic }) => jsdPublic).map(() => `${key}: a note of the app is public`),
    ...said
      .filter((one, place) => said.indexOf(one) !== place)
      .map(() => `${key}: a note was posted twice`),
  ];
}
