// What somebody owes in an access request, derived from how its rows stand. The engine keeps the time, tells people, and
// climbs (X10). Rows of which the same was said together are one wait.
import type { Case } from '../../core/case';
import { type LocalDate, utcOfLocal } from '../../core/calendar/local-time';
import type { Cid } from '../../core/ids';
import { type Instant, instantOf, later } from '../../core/instant';
import type { LadderStep } from '../../core/ladder';
import { peopleIn, type Role } from '../../core/roles';
import { calendarOf, localDay } from '../../core/situation';
import { type Party, stepsOf, type Wait, type WaitStep } from '../../core/wait';
import { allowance } from '../../contract/wait-settings';
import { type AccessRequest, type AccessRow, isClosed, isOpen, isToClose } from './access-request';
import { accessAbove, accessTimes } from './contract/waits';
import { factsOf } from './customer-facts';
import { mayGoToCsm } from './escalate';
import { gate, gateOpens } from './gate';
import { ladderAbove } from './ladders';
import {
  accountKey,
  brokenSince,
  itKey,
  lastSent,
  repairKey,
  responseKey,
  sendKey,
  testKey,
  testSince,
} from './row-keys';
import { isChased, isFollowUpOwed } from './row-state';
import type { AccessPolicy } from './settings/policy';
import { accessOf } from './state';
import { accessPolicyOf, leadOf } from './who';

/** Null where the queue has lost its settings: then nothing of it is known to be over. */
export function accessWaits(c: Case): readonly Wait[] | null {
  const request = accessOf(c.ledger);
  if (request === undefined) return [];
  const policy = accessPolicyOf(c);
  if (policy === null) return null;
  const owed = new Owed(c, policy, request);
  if (c.ticket.status.done) return owed.inClosedTicket();
  return [
    ...owed.setUp(),
    ...owed.sending(),
    ...owed.responses(),
    ...owed.accounts(),
    ...owed.tests(),
    ...owed.repairs(),
    ...owed.followUps(),
    ...owed.closing(),
  ];
}

/** Rows that are owed together. */
interface Group {
  readonly key: string;
  readonly rows: readonly [AccessRow, ...AccessRow[]];
}

class Owed {
  readonly #lead: Party;

  constructor(
    readonly c: Case,
    readonly policy: AccessPolicy,
    readonly request: AccessRequest,
  ) {
    this.#lead = leadOf(c, request);
  }

  /** EA-21: Internal IT is asked as soon as the request starts, and has until the engineer does. */
  setUp(): Wait[] {
    const { itReady, override, employmentStart, startedAt } = this.request;
    if (itReady !== null || override !== null || this.#waiting.length === 0) return [];
    return [
      this.#wait(itKey, {
        clause: 'EA-21',
        title: 'Set up account and e-mail for the new engineer',
        // Where nobody is named for it, whoever may say it for them sees to it.
        of: peopleIn(this.c.policy, 'internal-it').length === 0 ? this.#lead : 'internal-it',
        since: startedAt ?? this.c.ticket.createdAt,
        notBefore: this.#opening(employmentStart),
        acts: ['it-ready'],
      }),
    ];
  }

  /** EA-15a: what may leave and has not is pending, too. */
  sending(): Wait[] {
    const { c, request } = this;
    const rows = this.#waiting;
    if (rows.length === 0 || gate(request, localDay(c, c.now)) !== null) return [];
    const open = request.gateOpenedAt ?? gateOpens(c, request);
    // What was put on the list later has its own time: it does not put off what was there before.
    return grouped(rows, sendKey).map(({ key, rows: some }) =>
      this.#wait('send', {
        key,
        clause: 'EA-15a',
        title:
          some.length === 1
            ? `Send the access request to ${this.#names(some)}`
            : `Send ${some.length} access requests`,
        of: this.#lead,
        since: later(open, request.startedAt ?? '', some[0].addedAt ?? ''),
        acts: this.#ways(some),
      }),
    );
  }

  /** EA-16 (i). Sending again begins it anew; that the account is late takes over from silence. */
  responses(): Wait[] {
    const { c } = this;
    const silent = this.request.rows.filter(
      ({ progress, dueAt }) => progress === 'sent' && (dueAt === null || c.now < dueAt),
    );
    const ladder = ladderAbove(this.policy, 'no-response');
    return grouped(silent, responseKey).flatMap(({ key, rows }) =>
      this.#timed(key, rows, {
        clause: 'EA-16',
        title: `Get a first response from ${this.#names(rows)}`,
        since: lastSent(rows[0]),
        due: rows[0].firstResponseDueAt,
        above: ladder,
      }),
    );
  }

  /** EA-16 (ii), EA-13a: the timeline runs to the engineer's log-in, whoever has the account meanwhile. */
  accounts(): Wait[] {
    const open = this.request.rows.filter(
      (row) => !isClosed(row) && row.progress !== 'not-sent' && !isChased(row),
    );
    return grouped(open, accountKey).flatMap(({ key, rows }) =>
      this.#timed(key, rows, {
        clause: 'EA-16',
        title: `Get ${counted('account', rows)} at ${this.#names(rows)} working`,
        since: rows[0].requestedAt,
        due: rows[0].dueAt,
        above: ladderAbove(this.policy, 'late'),
      }),
    );
  }

  /** EA-13: the engineer logs in; a team lead sees to it for one who has no account here. */
  tests(): Wait[] {
    const { engineer } = this.request;
    const there = this.request.rows.filter(({ progress }) => progress === 'created');
    return grouped(there, testKey).map(({ key, rows }) =>
      this.#wait('test', {
        key,
        clause: 'EA-13a',
        title:
          engineer === null
            ? `Have ${counted('account', rows)} at ${this.#names(rows)} tested`
            : `Try your ${rows.length === 1 ? 'account' : 'accounts'} at ${this.#names(rows)}`,
        of: engineer === null ? this.#lead : { people: [engineer] },
        since: testSince(rows[0]) ?? this.c.now,
        acts: ['report'],
      }),
    );
  }

  /** EA-13: what does not work is the team lead's until it does, or was asked for again. */
  repairs(): Wait[] {
    const broken = this.request.rows.filter(({ progress }) => progress === 'not-functional');
    return grouped(broken, repairKey).map(({ key, rows }) =>
      this.#wait('repair', {
        key,
        clause: 'EA-13',
        title: `See to ${counted('account', rows)} at ${this.#names(rows)}: ${rows.length === 1 ? 'it does' : 'they do'} not work`,
        of: this.#lead,
        cid: this.#onePerCsm(rows),
        since: brokenSince(rows[0]) ?? this.c.now,
        above: ladderAbove(this.policy, 'not-functional'),
        acts: ['report', ...this.#ways(rows)],
      }),
    );
  }

  /** EA-16 … EA-18: what the CSM was asked for, by the team lead, by the ladder, or because work starts soon. */
  followUps(): Wait[] {
    return this.request.rows.flatMap((row) => {
      const owed = isFollowUpOwed(row);
      if (owed === null) return [];
      const name = this.#names([row]);
      const words = {
        'by-hand': { clause: 'EA-16', title: `Follow up with ${name}`, tell: 'said' },
        customer: {
          clause: 'EA-17',
          title: `Escalate to the customer contact at ${name}`,
          tell: 'tag',
        },
        chase: { clause: 'EA-17', title: `Follow up with ${name} again`, tell: 'list' },
        critical: {
          clause: 'EA-18',
          title: `Follow up with ${name}: work starts soon`,
          tell: 'list',
        },
      } as const;
      return [
        this.#wait('followUp', {
          key: `follow-up:${row.cid}:${owed.why}`,
          ...words[owed.why],
          of: factsOf(this.c, row.cid).csm === null ? this.#lead : 'csm',
          cid: row.cid,
          since: owed.since,
          acts: ['report'],
        }),
      ];
    });
  }

  /** An engineer who leaves has no account at a customer after that. */
  closing(): Wait[] {
    const { leaving, rows } = this.request;
    const open = rows.filter(isToClose);
    if (leaving === undefined || open.length === 0) return [];
    return [
      this.#wait('closing', {
        clause: 'EA-19',
        title: `Have ${counted('account', open)} closed at ${this.#names(open)}`,
        of: this.#lead,
        since: leaving.at,
        notBefore: this.#opening(leaving.on),
        acts: ['report'],
      }),
    ];
  }

  /** A ticket that was closed by hand ends nothing of what is wanted: somebody says what becomes of it (EA-15). */
  inClosedTicket(): Wait[] {
    const { ticket } = this.c;
    const open = this.request.rows.filter(isOpen);
    const wanted = open.filter((row) => !isClosed(row));
    if (open.length === 0) return [];
    const when = ticket.changes.filter(
      ({ field, to }) => field === 'status' && to === ticket.status.id,
    );
    const names = this.#names(open);
    return [
      this.#wait('closed', {
        clause: 'EA-15',
        title:
          wanted.length === 0
            ? `The ticket is closed, and the accounts at ${names} are not: have them closed`
            : `The ticket is closed although ${names} ${open.length === 1 ? 'is' : 'are'} still open: reopen it, or finish ${open.length === 1 ? 'it' : 'them'}`,
        of: this.#lead,
        since: later(this.request.startedAt ?? ticket.createdAt, ...when.map(({ at }) => at)),
        acts: ['report'],
      }),
    ];
  }

  get #waiting(): readonly AccessRow[] {
    return this.request.rows.filter(({ progress }) => progress === 'not-sent');
  }

  /** @param time its name in the settings */
  #wait(
    time: string,
    { key = time, ...wait }: Partial<Wait> & Omit<Wait, 'key' | 'within' | 'above' | 'tell'>,
  ): Wait {
    return {
      key,
      tell: 'tag',
      within: allowance(accessTimes, this.policy.waits, time),
      above: stepsOf(this.#above(wait.of)),
      ...wait,
    };
  }

  /** Who leads and has it hears of it anyway: nobody stands in for them who is not a lead, too. */
  #above(of: Party): readonly LadderStep<Role>[] {
    const steps = this.policy.waits?.above ?? accessAbove;
    const alone = of === this.#lead && peopleIn(this.c.policy, 'team-lead').length < 2;
    return alone ? steps.filter(({ to }) => to !== 'team-lead') : steps;
  }

  /** A time of the customer's, as it was promised when the request left: the team lead chases (EA-15). */
  #timed(
    key: string,
    rows: Group['rows'],
    {
      since,
      due,
      ...wait
    }: {
      readonly clause: string;
      readonly title: string;
      readonly since: Instant | null;
      readonly due: Instant | null;
      readonly above: readonly WaitStep[];
    },
  ): Wait[] {
    if (since === null || due === null) return [];
    return [
      {
        key,
        ...wait,
        of: this.#lead,
        cid: this.#onePerCsm(rows),
        since,
        within: { days: 0 },
        notBefore: due,
        tell: 'list',
        acts: [
          'report',
          ...this.#ways(rows),
          ...(rows.some((row) => this.#mayGoToCsm(row)) ? ['escalate'] : []),
        ],
      },
    ];
  }

  /** How a request may leave for some of them now, or leave again: nobody is reminded who has replied. */
  #ways(rows: readonly AccessRow[]): readonly string[] {
    const raised = ({ cid }: AccessRow) => factsOf(this.c, cid).access?.method === 'jsm-request';
    const leaves = rows.filter(({ progress }) => mayLeave.includes(progress));
    return [
      ...(leaves.some((row) => !raised(row)) ? ['send'] : []),
      ...(leaves.some((row) => raised(row) && row.progress !== 'sent') ? ['raise'] : []),
    ];
  }

  #mayGoToCsm(row: AccessRow): boolean {
    return factsOf(this.c, row.cid).csm !== null && mayGoToCsm(this.c, row);
  }

  /** A customer for each CSM: mostly one, as rows that have one CSM are asked for together. */
  #onePerCsm(rows: Group['rows']): readonly Cid[] {
    const byCsm = new Map(rows.map(({ cid }) => [factsOf(this.c, cid).csm, cid]));
    return [...byCsm.values()];
  }

  #opening(day: LocalDate): Instant {
    return instantOf(utcOfLocal(calendarOf(this.c, null).timeZone, day, 0));
  }

  #names(rows: readonly { readonly cid: Cid }[]): string {
    const names = rows.slice(0, mostNamed).map(({ cid }) => factsOf(this.c, cid).name);
    const more = rows.length - names.length;
    return new Intl.ListFormat('en', { type: 'conjunction' }).format(
      more === 0 ? names : [...names, `${more} more`],
    );
  }
}

/** Rows whose request may leave, for the first time or again. */
const mayLeave: readonly AccessRow['progress'][] = ['not-sent', 'sent', 'not-functional'];

function grouped(rows: readonly AccessRow[], keyOf: (row: AccessRow) => string): Group[] {
  const groups = new Map<string, Group['rows']>();
  for (const row of rows) {
    const key = keyOf(row);
    const before = groups.get(key);
    groups.set(key, before === undefined ? [row] : [...before, row]);
  }
  return [...groups].map(([key, together]) => ({ key, rows: together }));
}

/** Customers named in a title; the panel names all of them. */
const mostNamed = 3;

const counted = (what: string, { length }: readonly unknown[]): string =>
  length === 1 ? `the ${what}` : `${length} ${what}s`;
