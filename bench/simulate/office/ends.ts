// What has to stand in people's lists at the end, and what was in them before (X10, X14, L1, L4, L5).
import {
  everybodyIn,
  type Judged,
  mayBe,
  minuteMs,
  nameIn,
  spelled,
  sweepsMs,
  verdict,
  closeAfter,
} from './case';
import { owedOf } from './owed';
import { mail, type PlayedOffice } from './play';
import type { Line } from './work';

/** Everything that is wrong with what is left in a ticket. */
export async function endsBroken(judged: Judged): Promise<string[]> {
  return [...everybodySees(judged), ...heard(judged), ...vanished(judged), ...(await open(judged))];
}

/** A wait that stands still until a question about it is answered. */
const isHeldUp = ({ lines }: Judged, { procedure, wait }: Line): boolean =>
  lines.some((one) => one.procedure === procedure && one.wait === `question:${wait}`);

/** X10: what is open has somebody, with a time; everybody who has it finds it in their own list. */
function everybodySees(judged: Judged): string[] {
  const { lines, id, written } = judged;
  const listed = new Set(everybodyIn(written).map(id));
  return lines.flatMap((line): string[] => {
    const broken: string[] = [];
    const say = (wrong: string, expected: string): void =>
      void broken.push(verdict(judged, line.clause, `"${line.title}" ${wrong}`, expected));
    if (line.holders.length === 0) say('is with nobody', 'somebody who has it');
    if (Number.isNaN(Date.parse(line.dueAt))) say(`is due "${line.dueAt}"`, 'a time');
    for (const { accountId } of line.holders) {
      const own = lines.some(
        (one) =>
          id(one.who) === accountId && one.wait === line.wait && one.procedure === line.procedure,
      );
      if (!own && listed.has(accountId))
        say(`is not in the list of ${nameIn(judged, accountId)}, who has it`, 'a line there');
    }
    return broken;
  });
}

/** X10: somebody of those who have it was told, or did what made it theirs; and when it is late, they hear of it again. */
function heard(judged: Judged): string[] {
  const { lines, ticket, words, done, id, played } = judged;
  const now = played.host.clock.now();
  return lines.flatMap((line): string[] => {
    const owed = owedOf(line.title);
    if (owed === undefined)
      return [verdict(judged, line.clause, `"${line.title}" is owed`, 'only what an SOP says')];
    const broken: string[] = [];
    const since = Date.parse(line.since);
    const due = Date.parse(line.dueAt);
    const holders = line.holders.map(({ accountId }) => accountId);
    const tagged = ticket.comments.some(
      ({ at, mentions }) => at >= since - minuteMs && holders.some((who) => mentions.includes(who)),
    );
    const own = done.some(
      (one) => one.key === ticket.key && mayBe(one) && holders.includes(id(mail(one.who))),
    );
    // What is in a list only, until it is late, is known by looking there.
    const inList = !owed.tagged && due > now;
    if (!tagged && !own && !inList && since < now - sweepsMs)
      broken.push(
        verdict(
          judged,
          line.clause,
          `nobody was told of "${line.title}" since ${spelled(since)}`,
          `a word to ${holders.map((who) => nameIn(judged, who)).join(', ')}`,
        ),
      );
    if (isHeldUp(judged, line) || line.procedure === 'account-manager') return broken;
    const last = Math.max(due, ...words.filter(about(line)).map(({ at }) => at));
    if (closeAfter(last, 3) + sweepsMs < now)
      broken.push(
        verdict(
          judged,
          line.clause,
          `nothing was heard of "${line.title}" since ${spelled(last)}, and it was due ${line.dueAt}`,
          'a word on one of three working days',
        ),
      );
    return broken;
  });
}

/** Is it a word about that line? Of what changes its words, any word of its kind. */
const about =
  ({ title }: Line) =>
  (word: { readonly title: string }): boolean => {
    const owed = owedOf(title);
    return word.title === title || (owed?.moving === true && owedOf(word.title) === owed);
  };

/** L5: what stood in somebody's list and does not any more was ended by somebody, and not by itself. */
function vanished(judged: Judged): string[] {
  const { played, ticket, lines, done } = judged;
  const seen = new Map<string, { readonly line: Line; readonly at: number }>();
  for (const { at, lines: all } of played.looks)
    for (const line of all)
      if (line.issueKey === ticket.key) seen.set(`${line.procedure} ${line.wait}`, { line, at });
  return [...seen.values()].flatMap(({ line, at }): string[] => {
    if (lines.some(({ procedure, wait }) => procedure === line.procedure && wait === line.wait))
      return [];
    if (owedOf(line.title)?.passes === true) return [];
    const ended =
      done.some((one) => one.at >= at && mayEnd(one.what) && mayBe(one)) ||
      ticket.moves.some((one) => one.at >= at);
    return ended
      ? []
      : [
          verdict(
            judged,
            line.clause,
            `"${line.title}" stood in a list at ${spelled(at)} and is gone`,
            'an act, an answer or a change that ended it',
          ),
        ];
  });
}

/** Being away, handing on and asking back end nothing. */
const mayEnd = (what: string): boolean => !what.startsWith('wait.') || what === 'wait.inform';

interface Pages {
  readonly 'change.get': { readonly state: string };
  readonly 'key.get': {
    readonly undocumented: boolean;
    readonly release: { readonly finished: object | null } | null;
    readonly listing: {
      readonly decided: { readonly how: string } | null;
      readonly document: { readonly updated: object | null } | null;
      readonly asksRhythm: boolean;
    } | null;
    readonly escalations: readonly { readonly resolved: object | null }[];
    readonly monthEnd: { readonly confirmed: object | null } | null;
  };
  readonly 'follow-ups.get': {
    readonly state: string;
    readonly rows: readonly { readonly state: string }[];
  };
  readonly 'hybrid.get': {
    readonly gaps: Readonly<Record<'cs' | 'fmc', number>>;
    readonly onboarding: { readonly aboard: boolean; readonly ended: object | null } | null;
    readonly knowledge: {
      readonly questions: readonly { readonly answered: object | null }[];
    } | null;
    readonly integrations: readonly { readonly resolved: object | null }[];
  };
}

type Standing = 'open' | 'over' | 'none';

const standing = (has: boolean, isOpen: boolean): Standing =>
  has ? (isOpen ? 'open' : 'over') : 'none';

/** By the pages that people see: is anything of a procedure left to be done? */
const standings: {
  readonly [Call in keyof Pages]: readonly [
    module: string,
    procedure: string,
    as: string,
    how: (page: Pages[Call]) => Standing,
  ];
} = {
  'change.get': [
    'change-request',
    'change-request',
    'dana.fox',
    ({ state }) => standing(state !== 'none', ['running', 'on-hold'].includes(state)),
  ],
  'key.get': [
    'key-account',
    'key-account',
    'ben.ito',
    ({ undocumented, release, listing, escalations, monthEnd }) =>
      standing(
        release !== null || listing !== null || escalations.length > 0 || monthEnd !== null,
        undocumented ||
          (release !== null && release.finished === null) ||
          (listing !== null && isListingOpen(listing)) ||
          escalations.some(({ resolved }) => resolved === null) ||
          (monthEnd !== null && monthEnd.confirmed === null),
      ),
  ],
  'follow-ups.get': [
    'follow-ups',
    'access-request',
    'greta.holm',
    ({ state, rows }) =>
      standing(
        state === 'started',
        rows.some((row) => !['verified', 'done', 'not-needed'].includes(row.state)),
      ),
  ],
  'hybrid.get': [
    'hybrid-account',
    'hybrid-account',
    'dana.fox',
    ({ gaps, onboarding, knowledge, integrations }) =>
      standing(
        onboarding !== null || knowledge !== null || integrations.length > 0,
        gaps.cs + gaps.fmc > 0 ||
          (onboarding !== null && !onboarding.aboard && onboarding.ended === null) ||
          (knowledge?.questions.some(({ answered }) => answered === null) ?? false) ||
          integrations.some(({ resolved }) => resolved === null),
      ),
  ],
};

const isListingOpen = ({
  decided,
  document,
  asksRhythm,
}: NonNullable<Pages['key.get']['listing']>): boolean =>
  decided === null || (decided.how !== 'declined' && (document?.updated === null || asksRhythm));

/** L1, L4: what is open is owed by somebody, and what is over is owed by nobody and has ended its ticket (X14). */
async function open(judged: Judged): Promise<string[]> {
  const broken: string[] = [];
  const stands: Standing[] = [];
  for (const call of Object.keys(standings) as (keyof Pages)[]) {
    const [, procedure] = standings[call];
    const now = await standingOf(judged, call);
    if (now === null) continue;
    if (typeof now !== 'string') {
      broken.push(verdict(judged, 'X10', `the page of ${procedure} says ${now.says}`, 'a page'));
      continue;
    }
    stands.push(now);
    const owed = judged.lines.filter((line) => line.procedure === procedure);
    if (now === 'open' && owed.length === 0 && !isOver(judged))
      broken.push(
        verdict(judged, 'X10', `${procedure} is open and in nobody's list`, 'somebody who has it'),
      );
    if (now === 'over' && owed.length > 0)
      broken.push(
        verdict(
          judged,
          'X14',
          `${procedure} is over and owes "${owed[0]?.title ?? ''}"`,
          'nothing that is owed',
        ),
      );
  }
  const over = stands.includes('over') && !stands.includes('open') && judged.lines.length === 0;
  if (over && !isOver(judged) && endsItself(judged))
    broken.push(
      verdict(judged, 'X14', `all is done, and it is ${judged.ticket.status}`, 'its end'),
    );
  return broken;
}

const isOver = ({ ticket }: Judged): boolean =>
  ['Resolved', 'Closed', 'Done'].includes(ticket.status);

/** What is done in tickets that are for nothing else; the customer's own question is ended by whoever answers it. */
const onlyFor: Readonly<Record<string, string>> = {
  change: 'change-request.',
  release: 'key-account.',
  access: 'access-request.',
  listing: 'key-account.',
};

/** It was for this work alone, which somebody has done, and nobody has moved it by hand. */
const endsItself = ({ ticket, played }: Judged): boolean => {
  const own = played.done.filter(({ key }) => key === ticket.key);
  const work = onlyFor[played.cases.find(({ key }) => key === ticket.key)?.what ?? ''];
  return (
    work !== undefined &&
    own.some(({ what, outcome }) => what.startsWith(work) && outcome === 'done') &&
    !own.some(({ what }) => what === 'move')
  );
};

async function standingOf<Call extends keyof Pages>(
  { played, ticket }: Judged,
  call: Call,
): Promise<Standing | { readonly says: string } | null> {
  const [module, , as, how] = standings[call];
  const reply = (await ask(played, module, ticket.key, as, call).catch(() => null)) as
    | { readonly ok: true; readonly value: Pages[Call] }
    | { readonly ok: false; readonly problem: { readonly code?: string; readonly message: string } }
    | null;
  if (reply === null) return null;
  return reply.ok ? how(reply.value) : { says: reply.problem.message };
}

const ask = ({ host }: PlayedOffice, ...[module, issue, as, call]: string[]): Promise<unknown> =>
  host.invoke({
    module: module ?? '',
    issue: issue ?? '',
    as: mail(as ?? ''),
    call: call ?? '',
    payload: {},
  });
