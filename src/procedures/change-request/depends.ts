// C11, M11: which approval depends on what. A change re-opens the gates of its line, and no other.
import { spellDay } from '../../core/calendar/spell-time';
import { sha256 } from '../../core/canonical';
import type { Covered, Verdict } from './change-request';
import type { Content } from './content';
import { type Environment, type GateKey, gates, type WorkKey, works } from './lifecycle';
import { costOf, riseInPercent, roseBeyond, spellDays, spellMoney, totalHalfDays } from './money';

type Field = keyof Covered;

/** Longer texts are kept by their hash: an approval keeps what it was given on, and fits into the ticket's row many times. */
const keptAsItIs = 200;
const wordsIn = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length;
const kept = (text: string): string =>
  text.length <= keptAsItIs ? text : `${wordsIn(text)} words, sha256 ${sha256(text)}`;
const keptHeadings = (document: Content['interface']): Content['interface'] =>
  document === null
    ? null
    : {
        ...document,
        headings: Object.fromEntries(
          Object.entries(document.headings).map(([heading, text]) => [heading, kept(text)]),
        ),
      };

/** `reopens`: any change. `on-rise`: only a rise beyond the tolerance. `said`: it is told, and the approval stands. */
type Dependency = 'reopens' | 'on-rise' | 'said';

/** Field × gate. A gate that is not named does not depend on the field. */
export const dependencies: Readonly<Record<Field, Readonly<Partial<Record<GateKey, Dependency>>>>> =
  {
    chargeable: { 'in-principle-client': 'reopens', 'in-principle-internal': 'reopens' },
    implication: { 'in-principle-client': 'reopens', 'in-principle-internal': 'reopens' },
    requirement: { 'internal-approval': 'reopens', 'customer-approval': 'reopens' },
    documentUrl: { 'internal-approval': 'reopens', 'customer-approval': 'reopens' },
    approach: { 'internal-approval': 'reopens', 'customer-approval': 'reopens' },
    effort: { 'internal-approval': 'said', 'customer-approval': 'said' },
    timeline: { 'internal-approval': 'said', 'customer-approval': 'said' },
    cost: { 'internal-approval': 'on-rise', 'customer-approval': 'on-rise' },
    interface: { 'interface-approval': 'reopens' },
    build: { qa: 'reopens', uat: 'reopens', 'go-live': 'reopens' },
  };

const fields = Object.keys(dependencies) as Field[];

const builtFor: Readonly<Partial<Record<GateKey, Environment>>> = {
  qa: 'QA',
  uat: 'Integration',
  'go-live': 'Production',
};

/** The deployment that a gate is about; null where it is about none. */
export const deployedFor = (gate: GateKey): WorkKey | null => {
  const environment = builtFor[gate];
  return environment === undefined
    ? null
    : (works.find((step) => step.environment === environment)?.key ?? null);
};

/** The gate at which what is on an environment is tested, or lived with. */
export const gateAfter = (environment: Environment): GateKey =>
  gates.find(({ key }) => builtFor[key] === environment)?.key ?? 'go-live';

/** How each field stands now, on that environment where it is about one. */
const standing: {
  readonly [One in Field]: (
    content: Content,
    environment: Environment | undefined,
  ) => Required<Covered>[One];
} = {
  chargeable: ({ chargeable }) => chargeable,
  implication: ({ implication }) => implication,
  requirement: ({ requirement }) => kept(requirement),
  documentUrl: ({ documentUrl }) => documentUrl,
  approach: ({ approach }) => kept(approach),
  effort: ({ effort }) => effort,
  timeline: ({ timeline }) => timeline,
  cost: ({ effort, rates }) => costOf(effort, rates),
  interface: ({ interface: document }) => keptHeadings(document),
  build: ({ builds }, environment) =>
    environment === undefined ? null : (builds[environment] ?? null),
};

/** What a verdict on that gate is about, as it stands now. */
export const coveredBy = (gate: GateKey, content: Content): Covered =>
  Object.fromEntries(
    fields
      .filter((field) => dependencies[field][gate] !== undefined)
      .map((field) => [field, standing[field](content, builtFor[gate])]),
  );

/** One difference between what a verdict was about and what stands there now. */
export interface Changed {
  readonly field: Field;
  /** Such as `effort 12 to 15 days`; never an amount of money, which not everybody may see. */
  readonly text: string;
  readonly reopens: boolean;
}

const equal = (a: unknown, b: unknown): boolean =>
  a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** What changed since a verdict was given. */
export function changesSince(
  gate: GateKey,
  verdict: Pick<Verdict, 'covers' | 'tolerancePercent'>,
  content: Content,
): Changed[] {
  const now = coveredBy(gate, content);
  const then = verdict.covers;
  return fields.flatMap((field): Changed[] => {
    const depends = dependencies[field][gate];
    if (depends === undefined || equal(then[field], now[field])) return [];
    const reopens =
      depends === 'reopens' ||
      (depends === 'on-rise' &&
        roseBeyond(then.cost ?? null, now.cost ?? null, verdict.tolerancePercent));
    return [{ field, text: inWords(field, then, now), reopens }];
  });
}

/** Does the verdict still stand? */
export const holds = (gate: GateKey, verdict: Verdict, content: Content): boolean =>
  changesSince(gate, verdict, content).every(({ reopens }) => !reopens);

const spellTimeline = (timeline: Covered['timeline']): string =>
  `${timeline?.from ?? 'open'} – ${timeline?.until ?? 'open'}`;

function inWords(field: Field, then: Covered, now: Covered): string {
  switch (field) {
    case 'chargeable':
      return now.chargeable === true ? 'now chargeable' : 'not chargeable any more';
    case 'implication':
      return 'what it means in cost was reworded';
    case 'requirement':
      return `requirement ${reworded(then.requirement, now.requirement)}`;
    case 'documentUrl':
      return 'another link to the CR document';
    case 'approach':
      return `solution approach ${reworded(then.approach, now.approach)}`;
    case 'effort': {
      const [before, after] = [totalHalfDays(then.effort ?? []), totalHalfDays(now.effort ?? [])];
      return before === after
        ? 'effort shared out otherwise'
        : `effort ${before / 2} to ${spellDays(after)}`;
    }
    case 'timeline':
      return `tentative timeline ${spellTimeline(then.timeline)} to ${spellTimeline(now.timeline)}`;
    case 'cost':
      return costInWords(then, now);
    case 'interface':
      return 'interface document changed';
    case 'build':
      return `build ${then.build ?? 'unknown'} to ${now.build ?? 'unknown'}`;
  }
}

function costInWords({ cost: then }: Covered, { cost: now }: Covered): string {
  if (then == null || now == null) return now == null ? 'cost is open again' : 'cost was added';
  if (then.currency !== now.currency)
    return `cost in ${now.currency}, no longer in ${then.currency}`;
  const rise = riseInPercent(then, now);
  if (rise === null) return 'cost added';
  if (rise === 0)
    return then.total === now.total
      ? 'cost made up otherwise'
      : `cost ${now.total > then.total ? 'slightly higher' : 'slightly lower'}`;
  return `cost ${rise > 0 ? '+' : '−'}${Math.abs(rise)} %`;
}

function reworded(then = '', now = ''): string {
  const words = (text: string): number =>
    Number(/^(\d+) words, sha256 [0-9a-f]{64}$/u.exec(text)?.[1] ?? wordsIn(text));
  const more = words(now) - words(then);
  return more === 0
    ? 'reworded'
    : `reworded, ${Math.abs(more)} ${Math.abs(more) === 1 ? 'word' : 'words'} ${more > 0 ? 'longer' : 'shorter'}`;
}

/** What a customer or approver says yes to, line by line. @param withMoney whether the reader may see amounts */
export function agreement(gate: GateKey, content: Content, withMoney: boolean): string[] {
  const covered = coveredBy(gate, content);
  const cost = covered.cost ?? null;
  const until = content.timeline.until;
  return [
    ...(covered.chargeable === undefined
      ? []
      : [
          covered.chargeable
            ? 'This is a change request, and it will have a cost.'
            : 'This is a change request without a cost of its own.',
          ...(covered.implication ? [covered.implication] : []),
        ]),
    ...(covered.requirement ? [`Requirement: ${content.requirement}`] : []),
    ...(covered.documentUrl ? [`Document: ${covered.documentUrl}`] : []),
    ...(covered.approach ? [`How it will be built: ${content.approach}`] : []),
    ...(cost !== null && withMoney ? [`Cost: ${spellMoney(cost.total, cost.currency)}`] : []),
    ...(covered.timeline !== undefined && until !== null
      ? [`Expected by ${spellDay(until)}; the firm date follows.`]
      : []),
    ...(covered.interface == null ? [] : ['The interface as described in the interface document.']),
    ...(covered.build == null ? [] : [`What was deployed: ${covered.build}`]),
  ];
}

/** Every gate whose verdicts depend on that field. */
export const gatesOn = (field: Field): readonly GateKey[] =>
  gates.map(({ key }) => key).filter((key) => dependencies[field][key] !== undefined);
