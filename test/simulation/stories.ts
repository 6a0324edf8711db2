// Every story is told once as it should go, and again under each of the faults that a story must survive. A fault is aimed at
// what the story does when it goes well, and a story that has not met its fault has failed.
import type { Counted, OneFault, PartialFaults } from '../../host/faults';
import { Desk } from './desk';

/** A fault that happens once: at the first chance, or at such a part of all chances that the story has. */
interface Aimed extends Omit<OneFault, 'nth'> {
  readonly at: number;
}

/** What goes wrong: single faults, or everything of a kind. */
type Mishap =
  | { readonly once: readonly Aimed[] }
  | { readonly always: PartialFaults; readonly kind: OneFault['kind'] };

const first = 0;
const last = 1;

const mishaps: Readonly<Record<string, Mishap>> = {
  'an event delivered twice': {
    once: [
      { kind: 'duplicate-event', at: first },
      { kind: 'duplicate-event', at: 0.5 },
    ],
  },
  'an event lost': { once: [{ kind: 'drop-event', at: first }] },
  'every event lost': { always: { seed: 7, events: { drop: 1 } }, kind: 'drop-event' },
  'events out of order': {
    once: [
      { kind: 'reorder-event', at: first },
      { kind: 'reorder-event', at: 0.5 },
    ],
  },
  'every event twice and late': {
    always: { seed: 7, events: { duplicate: 1, delay: 1, maxDelaySeconds: 120 } },
    kind: 'duplicate-event',
  },
  'a crash after the first write': { once: [{ kind: 'crash-after', at: first, writes: true }] },
  'a crash between two commands': { once: [{ kind: 'crash-after', at: 0.5, writes: true }] },
  'a crash before a command': { once: [{ kind: 'crash-before', at: 0.4, writes: true }] },
  'a crash on the way out': { once: [{ kind: 'crash-after', at: last, writes: true }] },
  'Jira busy': { once: [{ kind: 'rate-limit', at: 0.3, seconds: 40 }] },
  'Jira down': { once: [{ kind: 'server-error', at: 0.4 }] },
  'a conflict on a transition': { once: [{ kind: 'conflict', at: first }] },
  'a queue event delivered twice': { once: [{ kind: 'redeliver-queue', at: first }] },
};

interface Telling {
  /** When the story begins, when it is not on Monday morning. */
  readonly start?: string;
  /** Opens its desk; @param faults for {@link Desk.open} */
  readonly open?: (options: { readonly faults?: PartialFaults }) => Promise<Desk>;
}

/** Tells a story as it should go, and under every fault that it can meet. */
export function story(
  name: string,
  tell: (desk: Desk) => Promise<void>,
  { start, open = (options) => Desk.open({ ...options, ...(start && { start }) }) }: Telling = {},
): void {
  /** What it did when it went well. */
  let well: Counted | null = null;
  const told = async (faults?: PartialFaults): Promise<Counted> => {
    const desk = await open(faults === undefined ? {} : { faults });
    await tell(desk);
    const { counted } = desk.host.faults;
    await desk.invariants();
    return counted;
  };
  describe(name, () => {
    it('as it should go', async () => {
      well = await told();
    });
    it.each(Object.entries(mishaps))('%s', async (_name, mishap) => {
      // Where only this one is asked for, it was not told before.
      well ??= await told({});
      const faults = aimed(mishap, well);
      if (faults === null) return;
      const { struck } = await told(faults);
      const kinds =
        'always' in mishap ? [mishap.kind] : (faults.once ?? []).map(({ kind }) => kind);
      const missed = kinds.filter(
        (kind) => struck(kind) < kinds.filter((one) => one === kind).length,
      );
      if (missed.length > 0)
        throw new Error(`The story has not met its fault: ${JSON.stringify(faults)}`);
    });
  });
}

/** The faults where they strike; null where there is nothing in the story that could fail so. */
function aimed(mishap: Mishap, well: Counted): PartialFaults | null {
  if ('always' in mishap) return well.chances('drop-event').all === 0 ? null : mishap.always;
  const once = mishap.once.flatMap(({ at, ...fault }): OneFault[] => {
    const { all, writes } = well.chances(fault.kind);
    const chances = fault.writes === true ? writes : all;
    return chances === 0 ? [] : [{ ...fault, nth: Math.max(1, Math.ceil(at * chances)) }];
  });
  // Two of a kind need two chances.
  const apart = once.filter(({ nth }, place) => nth !== once[place - 1]?.nth);
  return apart.length === 0 ? null : { once: apart };
}
