import * as v from 'valibot';
import { readOwnAbsence, setOwnAbsence } from '../../../app/absences/absences';
import { absence } from '../../../app/absences/absence-input';
import { flag, id, parse } from '../../../app/input';
import { page } from '../../../app/page';
import type { MyAsksReads, MyAsksView } from '../contract/gadget';
import { memory } from '../../../app/waits/memory';
import { readWaiting } from '../../../app/waits/waiting';
import { readMyAsks } from './my-asks';

const filter = v.object({
  queues: v.optional(v.pipe(v.array(id('A queue')), v.maxLength(50, 'At most 50 queues.'))),
  rows: v.optional(
    v.pipe(
      v.number('rows must be a number.'),
      v.integer('rows must be a whole number.'),
      v.minValue(1, 'rows must be at least 1.'),
      v.maxValue(50, 'rows must be at most 50.'),
    ),
  ),
  includeTeam: v.optional(flag('includeTeam')),
  memory: v.optional(memory),
});
const act = v.fallback(v.object({ shown: v.fallback(filter, {}) }), { shown: {} });
const list = v.object({ rows: filter.entries.rows });
const ownAbsence = v.object({ absence });

/** What waits on the viewer, whichever ticket they act on. */
export const gadget = page<MyAsksReads, MyAsksView>({
  // Whatever is wrong with how it is to be shown, what was done is done.
  show: (ports, _place, payload) => readMyAsks(ports, v.parse(act, payload).shown),
  anywhere: true,
  reads: {
    'absence.get': readOwnAbsence,
    'absence.set': (ports, _place, payload) =>
      setOwnAbsence(ports, parse(ownAbsence, payload).absence),
    'waiting.mine': (ports, _place, payload) => readWaiting(ports, parse(list, payload ?? {}).rows),
    'asks.mine': (ports, _place, payload) => readMyAsks(ports, parse(filter, payload)),
  },
});
