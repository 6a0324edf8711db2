// AM-32: nothing gets lost. Every SOP says how its tickets must stand; what stands otherwise is shown to people until it
// does not any more.
import { because } from './because';
import type { Decision } from './decide';
import type { Ledger } from './ledger';
import type { ProcedureId } from './part';
import type { RadarItem, RadarRule } from './radar-rule';
import type { Situation } from './situation';
import { ticketAfter } from './ticket-after';

/**
 * What is not as it should be, the urgent first.
 * @param before what was found the last time, which keeps its time
 */
export function onRadar(
  ledger: Ledger,
  situation: Situation,
  before: readonly RadarItem[] = [],
): RadarItem[] {
  const rules = situation.procedures.flatMap(({ id, radar = [] }) =>
    ledger.stopped?.[id] === undefined ? radar : [stoppedRule(id)],
  );
  const items = rules.flatMap(({ code, severity, repair, find }): RadarItem[] => {
    const found = find(ledger, situation);
    if (found === null) return [];
    const since = found.since ?? before.find((item) => item.code === code)?.since ?? situation.now;
    return [{ code, severity, repair, ...found, since }];
  });
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
    return since === undefined
      ? null
      : {
          text: `A part of Account Relay has stopped on this ticket: ${id}.`,
          remedy:
            'Check the settings of that procedure. It is tried again every hour, and goes on from where it stood.',
          because: because(
            'X8',
            'A procedure that fails is stopped alone, and nothing half-made is kept.',
            { procedure: id, since },
          ),
          since,
        };
  },
});
