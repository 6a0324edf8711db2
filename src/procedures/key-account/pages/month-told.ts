// What a month tells in words, beside its numbers: escalations, meetings, changes and actions (K4, KA-06, KA-07). Words of
// tickets are told to those alone who may see the tickets.
import type { MonthTold } from '../contract/overview';
import type { Happening } from '../happening';
import { actionsOf, changesOf, escalationsOf, meetingsOf } from '../month-meetings';
import { withNames } from '../../../app/names';
import type { Ports } from '../../../app/ports';
import { personView, personViewOrNull } from '../../../app/views/why';

/** @param sees which of these tickets the viewer may see, by their ids */
export async function monthTold(
  ports: Ports,
  month: string,
  happenings: readonly Happening[],
  sees: (issueIds: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<MonthTold> {
  const all = tellableOf(month, happenings);
  const keys = new Set(Object.values(all).flatMap((some) => some.map(({ key }) => key)));
  const ids = new Set(happenings.filter(({ key }) => keys.has(key)).map(({ issueId }) => issueId));
  const seen = ids.size === 0 ? new Set<string>() : await sees([...ids]);
  const { quality, meetings, changes, actions } = tellableOf(
    month,
    happenings.filter(({ issueId }) => seen.has(issueId)),
  );
  const people = await withNames(
    ports,
    {},
    [
      ...quality.flatMap(({ by, answered, resolved }) => [by, answered?.by, resolved?.by]),
      ...meetings.flatMap(({ attended }) => attended),
      ...changes.map(({ by }) => by),
      ...actions.map(({ owner }) => owner),
    ],
    true,
  );
  const person = (one: string | null) => personViewOrNull(people, one);
  const told = [quality, changes, actions].reduce((sum, some) => sum + some.length, 0);
  return {
    quality: quality.map((one) => ({
      ...one,
      by: person(one.by),
      answered: one.answered === null ? null : { ...one.answered, by: person(one.answered.by) },
      resolved: one.resolved === null ? null : { ...one.resolved, by: person(one.resolved.by) },
    })),
    meetings: meetings.map((one) => ({
      ...one,
      attended: one.attended.map((who) => personView(people, who)),
    })),
    changes: changes.map((one) => ({ ...one, by: person(one.by) })),
    actions: actions.map((one) => ({ ...one, owner: personView(people, one.owner) })),
    unseen: all.quality.length + all.changes.length + all.actions.length - told,
  };
}

const tellableOf = (month: string, happenings: readonly Happening[]) => ({
  quality: escalationsOf(month, happenings),
  meetings: meetingsOf(month, happenings),
  changes: changesOf(month, happenings),
  actions: actionsOf(month, happenings),
});
