import { type Act } from '../act';
import { type History, type HistoryItem, type Issue, type Stored } from '../entities';
import { rulesOf } from '../fields/by-kind';
import { type World } from '../world';

/** What is to be put into an issue. */
export interface Change {
  readonly values?: Readonly<Record<string, Stored>>;
  /** `undefined` removes the property. */
  readonly properties?: ReadonlyMap<string, unknown>;
  readonly metadata?: Readonly<Record<string, unknown>> | null;
}

const isSame = (one: Stored, other: Stored): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

function item(world: World, fieldId: string, before: Stored, after: Stored): HistoryItem | null {
  const field = world.fields.get(fieldId);
  // Jira keeps no history of the dates that follow from the change itself.
  if (
    !field ||
    ['updated', 'created', 'resolutiondate', 'statuscategorychangedate'].includes(fieldId)
  )
    return null;
  const rules = rulesOf(field);
  const from = rules.tell(before, field, world);
  const to = rules.tell(after, field, world);
  return {
    field: field.custom ? field.name : fieldId,
    fieldtype: field.custom ? 'custom' : 'jira',
    fieldId,
    from: from.id,
    fromString: from.name,
    to: to.id,
    toString: to.name,
  };
}

/** Replaces parts of what the search index sees, and says when. */
export function replaceState(act: Act, issue: Issue, part: Partial<Issue['state']>): void {
  act.world.index.replacing(issue);
  issue.state = { ...issue.state, ...part };
}

/** Notes that the issue was touched. */
export const touch = (act: Act, issue: Issue): void =>
  replaceState(act, issue, { values: { ...issue.state.values, updated: act.now } });

/** Writes values and properties, and the history of what really changed; null when no field did. */
export function applyChange(act: Act, issue: Issue, change: Change): History | null {
  const { world, now } = act;
  const before = issue.state.values;
  const changed = Object.entries(change.values ?? {}).filter(
    ([id, value]) => !isSame(before[id] ?? null, value),
  );
  const items = changed.flatMap(([id, value]) => item(world, id, before[id] ?? null, value) ?? []);
  const properties = new Map(issue.state.properties);
  for (const [key, value] of change.properties ?? []) {
    if (value === undefined) properties.delete(key);
    else properties.set(key, value);
  }
  const values = {
    ...before,
    ...Object.fromEntries(changed),
    ...(changed.length > 0 ? { updated: now } : {}),
  };
  replaceState(act, issue, { values, ...(change.properties ? { properties } : {}) });
  if (items.length === 0) return null;
  const history: History = {
    id: world.ids.next('history'),
    author: act.actor.accountId,
    created: now,
    items,
    metadata: change.metadata ?? null,
  };
  issue.histories.push(history);
  return history;
}

/** What becomes of the dates when an issue gets this status. */
export function datesOfStatus(
  world: World,
  issue: Issue,
  toStatus: string,
  now: number,
): Record<string, Stored> {
  const before = world.statuses.get(String(issue.state.values['status']))?.category.key;
  const after = world.statuses.get(toStatus)?.category.key;
  return before === after ? {} : { statuscategorychangedate: now };
}
