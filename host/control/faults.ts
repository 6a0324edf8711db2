import { Hono } from 'hono';
import * as v from 'valibot';
import type { OneFault, PartialFaults } from '../faults';
import type { CurrentHost } from './current-host';
import { readBody, someText } from './read-body';

const chance = v.optional(
  v.pipe(
    v.number(),
    v.minValue(0, 'Expected a probability from 0 to 1.'),
    v.maxValue(1, 'Expected a probability from 0 to 1.'),
  ),
);
const amount = v.optional(v.pipe(v.number(), v.minValue(0, 'Expected 0 or more.')));
const names = v.optional(v.array(someText));
const reason = v.picklist([
  'jira-quota-global-based',
  'jira-quota-tenant-based',
  'jira-burst-based',
  'jira-per-issue-on-write',
]);

const kinds = [
  'delay-event',
  'duplicate-event',
  'reorder-event',
  'drop-event',
  'redeliver-queue',
  'miss-schedule',
  'crash-before',
  'crash-after',
  'timeout',
  'rate-limit',
  'server-error',
  'conflict',
  'public-comment',
] as const satisfies readonly OneFault['kind'][];

const partialFaults = v.strictObject({
  seed: v.optional(v.pipe(v.number(), v.integer('Expected a whole number.'))),
  events: v.optional(
    v.strictObject({
      delay: chance,
      maxDelaySeconds: amount,
      duplicate: chance,
      reorder: chance,
      drop: chance,
    }),
  ),
  queue: v.optional(v.strictObject({ redeliver: chance })),
  schedules: v.optional(v.strictObject({ miss: chance })),
  crash: v.optional(v.strictObject({ before: chance, after: chance })),
  timeout: v.optional(v.strictObject({ chance })),
  rateLimit: v.optional(
    v.strictObject({
      chance,
      retryAfterSeconds: amount,
      reasons: v.optional(v.pipe(v.array(reason), v.nonEmpty('Expected at least one reason.'))),
    }),
  ),
  serverError: v.optional(v.strictObject({ chance })),
  conflict: v.optional(v.strictObject({ chance })),
  publicComment: v.optional(v.strictObject({ chance })),
  searchLagSeconds: amount,
  kvsQueryLagSeconds: amount,
  missingTransitions: v.optional(
    v.array(
      v.strictObject({ project: v.optional(someText), from: v.optional(someText), to: someText }),
    ),
  ),
  missingFields: v.optional(
    v.array(v.strictObject({ project: v.optional(someText), field: someText })),
  ),
  deactivated: names,
  cannotBrowse: names,
  appCannotBrowse: names,
  once: v.optional(
    v.array(
      v.strictObject({
        kind: v.picklist(kinds),
        nth: v.pipe(
          v.number(),
          v.integer(),
          v.minValue(1, 'Expected 1, the next chance, or more.'),
        ),
        reason: v.optional(reason),
        seconds: amount,
        method: v.optional(someText),
        writes: v.optional(v.literal(true)),
      }),
    ),
  ),
});

/** `/__host/faults`: a PUT puts its part over what is set, a DELETE ends all of them. */
export function faultRoutes(current: CurrentHost): Hono {
  return new Hono()
    .get('/faults', (c) => c.json(current.host.faults.current))
    .put('/faults', async (c) => {
      // valibot types what is absent as possibly undefined; JSON has no undefined.
      const change = (await readBody(c.req.raw, partialFaults)) as PartialFaults;
      current.host.faults.set(change);
      current.tell({ kind: 'faults' });
      return c.json(current.host.faults.current);
    })
    .delete('/faults', (c) => {
      current.host.faults.clear();
      current.tell({ kind: 'faults' });
      return c.json(current.host.faults.current);
    });
}
