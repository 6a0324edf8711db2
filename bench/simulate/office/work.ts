// What somebody who knows their work gives an act that stands in their list, from the line and from what the page shows.
import { headings } from '../procedures/change-request';
import type { Random } from '../../../host/random';

/** A line of somebody's list, as far as people look at it. */
export interface Line {
  readonly issueKey: string;
  readonly procedure: string;
  readonly wait: string;
  readonly clause: string;
  readonly title: string;
  readonly since: string;
  readonly dueAt: string;
  readonly holders: readonly { readonly accountId: string }[];
  readonly acts: readonly string[];
}

/** Whoever does it, and what they may look at. */
export interface Desk {
  readonly random: Random;
  readonly now: () => number;
  readonly accountId: (name: string) => string;
  /** Who it is, such as `dana.fox`. */
  readonly me: string;
  readonly look: <View>(module: string, call: string) => Promise<View>;
}

type Payload = object | null;
/** Null where it is not what is missing, or not time for it. */
type Work = (line: Line, desk: Desk) => Promise<Payload> | Payload;

const hourMs = 3_600_000;
const part = ({ wait }: Line, place = 1): string => wait.split(':')[place] ?? '';
const isDue = ({ dueAt }: Line, { now }: Desk): boolean => Date.parse(dueAt) <= now();
const today = (now: number): string => new Date(now).toISOString().slice(0, 10);
const inDays = (now: number, days: number): string => today(now + days * 24 * hourMs);

interface AccessPage {
  readonly rows: readonly {
    readonly cid: string;
    readonly requestedAt: string | null;
    readonly sendable: boolean;
    readonly steps: readonly string[];
  }[];
}

const accessRows = async (desk: Desk): Promise<AccessPage['rows']> =>
  (await desk.look<AccessPage>('follow-ups', 'follow-ups.get')).rows;

const steps: readonly (readonly [wait: RegExp, ...steps: string[]])[] = [
  [/^test/u, 'verified', 'verified', 'not-functional'],
  [/^repair/u, 'created'],
  [/^response/u, 'acknowledged', 'created'],
  [/^account/u, 'created', 'acknowledged'],
  [/^closing/u, 'account-closed'],
  [/^closed/u, 'not-needed'],
];

async function report(line: Line, desk: Desk): Promise<Payload> {
  const remarks = `As they wrote at ${desk.now()}.`;
  if (part(line, 0) === 'follow-up') return { cid: part(line), step: 'customer-told', remarks };
  const [, ...wanted] = steps.find(([wait]) => wait.test(line.wait)) ?? [/^/u];
  const step = wanted.length === 0 ? undefined : desk.random.pick(wanted);
  const row = (await accessRows(desk)).find((one) => one.steps.includes(step ?? ''));
  return step === undefined || row === undefined ? null : { cid: row.cid, step, remarks };
}

async function send(_line: Line, desk: Desk): Promise<Payload> {
  const rows = (await accessRows(desk)).filter(
    ({ requestedAt, sendable }) => requestedAt === null && sendable,
  );
  return rows.length === 0 ? null : { customers: [desk.random.pick(rows).cid], via: 'eml' };
}

interface ReleasePage {
  readonly release: {
    readonly facts: Readonly<Record<string, unknown>>;
    readonly sections: readonly {
      readonly section: string;
      readonly items: readonly { readonly id: string; readonly done: object | null }[];
    }[];
  } | null;
}

const sections: Readonly<Record<string, string>> = {
  commit: 'commit-review',
  release: 'release',
  'post-release': 'post-release',
};

async function facts(line: Line, desk: Desk): Promise<Payload> {
  const { release } = await desk.look<ReleasePage>('key-account', 'key.get');
  if (release === null) return null;
  const authors = [desk.accountId('tara.quinn')];
  if (line.wait === 'release:facts') return { facts: { commit: 'a1b2c3d4e5', authors } };
  if (part(line, 2) === 'release' && release.facts['deployedAt'] == null)
    return {
      facts: {
        build: '7.4.1',
        environment: 'Production',
        deployer: desk.accountId('tara.quinn'),
        deployedAt: new Date(desk.now()).toISOString(),
      },
    };
  return part(line, 2) === 'post-release' && release.facts['results'] == null
    ? { facts: { results: 'All green.' } }
    : null;
}

async function tick(line: Line, desk: Desk): Promise<Payload> {
  const { release } = await desk.look<ReleasePage>('key-account', 'key.get');
  const item = release?.sections
    .find(({ section }) => section === sections[part(line, 2)])
    ?.items.find(({ done }) => done === null);
  return item === undefined
    ? null
    : { item: item.id, done: true, evidence: 'https://code.example/42' };
}

function save(line: Line, desk: Desk): Payload {
  const dueDate = inDays(desk.now(), 30);
  if (line.wait === 'firm-date')
    return isDue(line, desk) ? { edit: { part: 'due-date', dueDate } } : null;
  const edits: Readonly<Record<string, object>> = {
    requirement: { part: 'requirement', requirement: 'Every night', documentUrl: null },
    impact: {
      part: 'impact',
      approach: 'A job that writes the file',
      effort: [{ role: 'Integration engineer', days: desk.random.int(2, 20) }],
      timeline: { from: inDays(desk.now(), 7), until: inDays(desk.now(), 21) },
    },
    cost: { part: 'cost' },
    'due-date': { part: 'due-date', dueDate },
    interface: { part: 'interface', url: null, headings },
  };
  const edit = edits[part(line)];
  return edit === undefined ? null : { edit };
}

interface HybridPage {
  readonly knowledge: {
    readonly updates: readonly { readonly id: number }[];
    readonly questions: readonly { readonly id: number; readonly answered: object | null }[];
  } | null;
  readonly onboarding: {
    readonly meeting: { readonly at: string | null };
    readonly tasks: readonly { readonly id: string; readonly needs: 'url' | 'at' | null }[];
    readonly crossroads: readonly { readonly id: string; readonly choices: readonly string[] }[];
  } | null;
}

const hybridPage = (desk: Desk): Promise<HybridPage> => desk.look('hybrid-account', 'hybrid.get');

async function finishTask(line: Line, desk: Desk): Promise<Payload> {
  const { onboarding } = await hybridPage(desk);
  const task = onboarding?.tasks.find(({ id }) => id === part(line));
  if (task === undefined) return null;
  const meets = onboarding?.meeting.at ?? null;
  if (task.id === 'sync' && (meets === null || Date.parse(meets) > desk.now())) return null;
  return {
    task: task.id,
    note: null,
    ...(task.needs === 'url' ? { url: 'https://records.relay.example/1' } : {}),
  };
}

async function decideOnboarding(_line: Line, desk: Desk): Promise<Payload> {
  const [open] = (await hybridPage(desk)).onboarding?.crossroads ?? [];
  return open === undefined ? null : { question: open.id, choice: open.choices[0] ?? 'go-on' };
}

const nothingMore: Work = () => ({});
const never: Work = () => null;

/** By call; what is not here, nobody does from a list. */
export const work: Readonly<Record<string, Work>> = {
  'access-request.it-ready': () => ({ ready: true }),
  'access-request.send': send,
  'access-request.report': report,
  'access-request.raise': never,
  'access-request.escalate': async (_line, desk) => {
    const [row] = (await accessRows(desk)).filter(({ requestedAt }) => requestedAt !== null);
    return row === undefined || desk.random.int(1, 4) > 1
      ? null
      : { cid: row.cid, reason: 'They start on Monday.' };
  },
  'key-account.start-release': (_line, { accountId, random }) => ({
    cid: random.pick(['ELMS', 'FJRD']),
    authors: [accountId('tara.quinn')],
  }),
  'key-account.no-release': never,
  'key-account.set-facts': facts,
  'key-account.tick': tick,
  'key-account.set-processing': (_line, { random }) => ({
    value: random.int(1, 4) > 1,
    reason: 'It writes the payroll.',
  }),
  'key-account.review': (line) => ({ as: part(line, 2), reason: 'It was late.' }),
  'key-account.witness': (line) => ({ step: part(line, 2), reason: 'I saw it, and say so now.' }),
  'key-account.hand-over-witness': (_line, { accountId, me }) => ({
    to: accountId(me),
    reason: 'They cannot go on.',
  }),
  'key-account.decide-monitoring': () => ({ end: false, note: 'Pay depends on it.' }),
  'key-account.record-cycle': (line, desk) => {
    const [date] = /\d{4}-\d\d-\d\d/u.exec(line.wait) ?? [];
    if (date === undefined || date > today(desk.now())) return null;
    const passed = desk.random.int(1, 8) > 1;
    return { date, passed, note: passed ? '' : 'Two files were rejected.', aspect: 'accuracy' };
  },
  'key-account.finish-release': nothingMore,
  'key-account.decide-listing': (_line, { random }) => ({
    accept: random.int(1, 5) > 1,
    note: 'As we have talked about.',
  }),
  'key-account.document-updated': nothingMore,
  'key-account.set-rhythm': () => ({ rhythm: { kind: 'weekly', weekday: 4 } }),
  'key-account.confirm-month-end': nothingMore,
  'key-account.answer-escalation': nothingMore,
  'key-account.resolve-escalation': () => ({ how: 'The run was repeated.' }),
  'change-request.classify': () => ({
    intake: 'customer-ticket',
    chargeable: true,
    implication: 'Charged by effort.',
    customerRep: null,
  }),
  'change-request.not-a-change': never,
  'change-request.save': save,
  'change-request.ask': (line) => ({ gate: part(line) }),
  'change-request.approve': (line) => ({ gate: part(line) }),
  'change-request.decline': (line, { random }) =>
    random.int(1, 8) > 1 ? null : { gate: part(line), reason: 'Not like this.' },
  'change-request.record': never,
  'change-request.follow-up': (line, desk) => (isDue(line, desk) ? { gate: part(line) } : null),
  'change-request.complete': (line) => ({
    step: part(line),
    ...(part(line).startsWith('deployed')
      ? { build: /build (\S+)$/u.exec(line.title)?.[1] ?? '2026.3' }
      : {}),
  }),
  'change-request.share-interface': nothingMore,
  'change-request.create-issue': nothingMore,
  'change-request.note-progress': (_line, { now }) => ({ text: `Half of it is done at ${now()}.` }),
  'change-request.hold': (_line, desk) =>
    desk.random.int(1, 6) > 1 ? null : { reason: 'Holidays.', until: inDays(desk.now(), 6) },
  'change-request.resume': nothingMore,
  'change-request.withdraw': (line) => (line.wait === 'closed' ? { reason: 'It is over.' } : null),
  'hybrid-account.acknowledge-onboarding': nothingMore,
  'hybrid-account.acknowledge-updates': async (_line, desk) => ({
    upTo: Math.max(0, ...((await hybridPage(desk)).knowledge?.updates ?? []).map(({ id }) => id)),
  }),
  'hybrid-account.answer-question': (line, { now }) => ({
    question: Number(part(line)),
    text: `An answer at ${now()}.`,
  }),
  'hybrid-account.resolve-integration': (line) => ({ ticket: Number(part(line)) }),
  'hybrid-account.decide-onboarding': decideOnboarding,
  'hybrid-account.finish-task': finishTask,
  'hybrid-account.set-meeting': (_line, { now, random }) => ({
    at: new Date(now() + random.int(4, 60) * hourMs).toISOString(),
  }),
  'account-manager.answer': (_line, { now }) => ({ text: `It is as it should be at ${now()}.` }),
  'account-manager.put-back': nothingMore,
  'account-manager.promise': never,
};

/** What anybody may do about anything in their list, beside doing it. */
export function sideAct({ procedure, wait }: Line, desk: Desk): readonly [string, object] {
  const { random, now, accountId } = desk;
  const which = { procedure, wait };
  return random.pick<() => readonly [string, object]>([
    () => {
      const by = new Date(now() + random.int(10, 60) * hourMs).toISOString();
      return ['wait.promise', { ...which, by }];
    },
    () => ['wait.escalate', { ...which, reason: `It is urgent at ${now()}.` }],
    () => [
      'wait.delegate',
      { ...which, to: accountId(random.pick(['leo.sander', 'elif.kaya', 'lena.fischer'])) },
    ],
    () => ['wait.not-mine', { ...which, reason: `Somebody else knows more at ${now()}.` }],
    () => ['wait.ask-back', { ...which, text: `Which one is meant at ${now()}?` }],
    () => ['wait.ask-back', { ...which, text: `Until when at ${now()}?` }],
  ])();
}
