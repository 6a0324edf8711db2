// Every story is told once as it should go, and again under each of the faults that a story must survive.
import type { PartialFaults } from '../../host/faults';
import { Desk } from './desk';

const everyEvent = { seed: 7 };

/** One thing goes wrong, once; where in the story is chosen so that it meets what the app does. */
export const mishaps: readonly (readonly [string, PartialFaults | undefined])[] = [
  ['as it should go', undefined],
  [
    'an event delivered twice',
    {
      once: [
        { kind: 'duplicate-event', nth: 1 },
        { kind: 'duplicate-event', nth: 2 },
      ],
    },
  ],
  ['an event lost', { once: [{ kind: 'drop-event', nth: 1 }] }],
  ['every event lost', { ...everyEvent, events: { drop: 1 } }],
  [
    'events out of order',
    {
      once: [
        { kind: 'reorder-event', nth: 1 },
        { kind: 'reorder-event', nth: 2 },
      ],
    },
  ],
  [
    'every event twice and late',
    { ...everyEvent, events: { duplicate: 1, delay: 1, maxDelaySeconds: 120 } },
  ],
  ['a crash after the first write', { once: [{ kind: 'crash-after', nth: 1, method: 'PUT' }] }],
  ['a crash between two commands', { once: [{ kind: 'crash-after', nth: 12 }] }],
  ['a crash before a command', { once: [{ kind: 'crash-before', nth: 14 }] }],
  ['a crash on the way out', { once: [{ kind: 'crash-after', nth: 20 }] }],
  ['Jira busy', { once: [{ kind: 'rate-limit', nth: 3, seconds: 40 }] }],
  ['Jira down', { once: [{ kind: 'server-error', nth: 4 }] }],
  ['a conflict on a transition', { once: [{ kind: 'conflict', nth: 1 }] }],
  ['a queue event delivered twice', { once: [{ kind: 'redeliver-queue', nth: 1 }] }],
];

/** @param start where the story begins, when it is not on Monday morning */
export function story(name: string, tell: (desk: Desk) => Promise<void>, start?: string): void {
  describe(name, () => {
    it.each(mishaps)('%s', async (_mishap, faults) => {
      const desk = await Desk.open({
        ...(faults === undefined ? {} : { faults }),
        ...(start === undefined ? {} : { start }),
      });
      await tell(desk);
      await desk.invariants();
    });
  });
}
