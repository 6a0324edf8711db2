// AM-32: nothing gets lost. Every SOP says how its tickets must stand; what stands otherwise is shown to people until it
// does not any more.
import { because } from './because';
import type { Decision } from './decide';
import type { Ledger } from './ledger';
import type { ProcedureId } from './part';
import type { RadarItem, RadarRule } from './radar-rule';
import { roomRules } from './room';
import type { Situation } from './situation';
import { ticketAfter } from './ticket-after';
import { waitRules } from './wait-radar';
import { sightRule } from './wait-sight';

/**
 * What is not as it should be, the urgent first.
 * @param before what was found the last time, which keeps its time
 */
export function onRadar(
  ledger: Ledger,
  situation: Situation,
  before: readonly RadarItem[] = [],
): RadarItem[] {
  const itemsOf = (rules: readonly RadarRule[]): RadarItem[] =>
    rules.flatMap(({ code, severity, repair, find }): RadarItem[] => {
      const found = find(ledger, situation);
      if (found === null) return [];
      const since =
        found.since ?? before.find((item) => item.code === code)?.since ?? situation.now;
      return [{ code, severity, repair, ...found, since }];
    });
  const own = situation.procedures.flatMap(({ id, radar = [] }) => {
    if (ledger.stopped?.[id] !== undefined) return itemsOf([stoppedRule(id)]);
    try {
      return itemsOf(radar);
    } catch {
      // What looks and never acts may fail as well; the other procedures are looked after all the same.
      return itemsOf([stoppedRule(id)]);
    }
  });
  const items = [...own, ...itemsOf(waitRules), ...itemsOf([sightRule]), ...itemsOf(roomRules)];
  return [
    ...items.filter(({ severity }) => severity === 'urgent'),
    ...items.filter(({ severity }) => severity !== 'urgent'),
  ];
}

/** What will still not be as it should once a decision is carried out. */
export const onRadarAfter = (
  { ledger, effects }: Decision,
  situation: Situation,
  before: readonly RadarItem[] = [],
): RadarItem[] =>
  onRadar(
    ledger,
    {
      ...situation,
      ticket: ticketAfter(situation.ticket, effects, situation.queue, situation.people),
    },
    before,
  );

/** Is the same shown? */
export const sameOnRadar = (one: readonly RadarItem[], other: readonly RadarItem[]): boolean =>
  one.length === other.length &&
  one.every(({ code, text }, place) => code === other[place]?.code && text === other[place]?.text);

/** A procedure that failed here waits, and its gates stay closed; the others go on. */
const stoppedRule = (id: ProcedureId): RadarRule => ({
  code: `procedure-stopped-${id}`,
  severity: 'urgent',
  repair: 'person',
  find: ({ stopped }) => {
    const since = stopped?.[id]?.since;
    return {
      text: `A part of Account Relay has stopped on this ticket: ${id}.`,
      remedy:
        'Check the settings of that procedure. It is tried again every hour, and goes on from where it stood.',
      because: because(
        'X8',
        'A procedure that fails is stopped alone, and nothing half-made is kept.',
        { procedure: id, ...(since === undefined ? {} : { since }) },
      ),
      ...(since === undefined ? {} : { since }),
    };
  },
});
