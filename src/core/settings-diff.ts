// What is different between two versions of the settings, in words a person would use.
import type { Fact, FactGroup, FactsOf } from './facts';
import type { QueuePolicy, Settings } from './policy';
import { listed, type Names } from './prose';
import { factsOf } from './settings-facts';

/** One difference. */
export interface Difference {
  /** Key of the queue it is about; null for what concerns all. */
  readonly where: string | null;
  /** Such as `response time of "Payroll export is blocked" at High goes from 2 to 4 business hours`. */
  readonly text: string;
}

/**
 * Everything that is different, in order of reading; nothing where both say the same.
 * @param parts what the procedures say of their settings
 */
export function differences(
  before: Settings,
  after: Settings,
  names: Names,
  parts: readonly FactsOf[],
): readonly Difference[] {
  const old = new Map(factsOf(before, names, parts).map((group) => [group.id, group]));
  const fresh = new Map(factsOf(after, names, parts).map((group) => [group.id, group]));
  const wholeTold = (group: FactGroup, others: ReadonlyMap<string, FactGroup>): boolean =>
    group.within !== null && !others.has(group.within);
  const gone = [...old.values()]
    .filter(({ id }) => !fresh.has(id))
    .filter((group) => !wholeTold(group, fresh));
  const told = [...fresh.values()].flatMap((group): string[][] => {
    const was = old.get(group.id);
    if (was === undefined)
      return wholeTold(group, old) ? [] : [[group.where ?? '', `${group.label} is new`]];
    return changes(was, group).map((text) => [group.where ?? '', text]);
  });
  return [
    ...told,
    ...gone.map(({ where, label }) => [where ?? '', `${label} is removed`]),
    ...Object.values(after.queues).flatMap((queue) =>
      reordered(before.queues[queue.projectId], queue),
    ),
  ].map(([where = '', text = '']) => ({ where: where === '' ? null : where, text }));
}

function changes(before: FactGroup, after: FactGroup): string[] {
  const ids = [...new Set([...after.facts, ...before.facts].map(({ id }) => id))];
  return ids.flatMap(
    (id) =>
      change(
        before.facts.find((fact) => fact.id === id),
        after.facts.find((fact) => fact.id === id),
      ) ?? [],
  );
}

function change(before: Fact | undefined, after: Fact | undefined): string | null {
  const { subject, absent = 'nothing' } = (after ?? before) as Fact;
  const [from, to] = [before?.value ?? absent, after?.value ?? absent];
  if (typeof from !== 'string' && typeof to !== 'string') {
    const added = to.filter((one) => !from.includes(one));
    const lost = from.filter((one) => !to.includes(one));
    if (added.length + lost.length === 0)
      return before?.exactly === after?.exactly ? null : `${subject} change`;
    return `${subject}: ${[added.length > 0 && `${listed(added)} added`, lost.length > 0 && `${listed(lost)} removed`].filter(Boolean).join('; ')}`;
  }
  if (from !== to)
    return `${subject} goes from ${shortened(String(from), String(to))} to ${String(to)}`;
  // Two things of one name: told apart by their ids.
  return before?.exactly === after?.exactly
    ? null
    : `${subject} goes from ${String(from)} (${before?.exactly ?? ''}) to ${String(to)} (${after?.exactly ?? ''})`;
}

/** `2` for `2 business hours` next to `4 business hours`: the unit is said once. */
function shortened(from: string, to: string): string {
  const [number = '', ...unit] = from.split(' ');
  const sameUnit = /^\d+$/u.test(number) && to.split(' ').slice(1).join(' ') === unit.join(' ');
  return sameUnit ? number : from;
}

/** The order of entries decides which one applies; it is told for those that both versions have. */
function reordered(before: QueuePolicy | undefined, after: QueuePolicy): string[][] {
  const known = after.entries.filter(({ id }) => before?.entries.some((entry) => entry.id === id));
  const was = (before?.entries ?? []).filter(({ id }) => known.some((entry) => entry.id === id));
  if (known.every(({ id }, place) => was[place]?.id === id)) return [];
  return [
    [
      after.key,
      `the order of the SOP entries is now ${listed(after.entries.map(({ name }) => `"${name}"`))}`,
    ],
  ];
}
