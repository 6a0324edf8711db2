// The control surface of the local host: for demos, tests and checks that do not share its code.
import { Hono } from 'hono';
import * as v from 'valibot';
import { clockRoutes } from './clock';
import type { ClockMoves } from './clock-moves';
import type { CurrentHost } from './current-host';
import { faultRoutes } from './faults';
import { healthOf } from './health';
import { instant, readBody, someObject, someText } from './read-body';
import { recordRoutes } from './records';
import { Refusal } from './refusal';
import { workflowRoutes } from './workflow';

const pageCall = v.strictObject({
  module: someText,
  issue: v.optional(someText),
  project: v.optional(someText),
  as: someText,
  call: someText,
  payload: v.optional(v.unknown()),
  extension: v.optional(someObject),
});

const freshSite = v.strictObject({
  seed: v.optional(someText),
  start: v.optional(instant),
  faultSeed: v.optional(v.pipe(v.number(), v.integer('Expected a whole number.'))),
});

export interface SurfaceOptions {
  readonly current: CurrentHost;
  readonly moves: ClockMoves;
  readonly baseUrl: string;
  /** Names of the sites one can reset to. */
  readonly seeds: readonly string[];
}

/** Everything under `/__host` that is not for the pages. */
export function controlSurface({ current, moves, baseUrl, seeds }: SurfaceOptions): Hono {
  return new Hono()
    .get('/health', (c) => c.json(healthOf(current.host)))
    .get('/seeds', (c) => c.json({ seeds, current: current.seed }))
    .post('/invoke', async (c) => {
      const { payload, issue, project, extension, ...call } = await readBody(c.req.raw, pageCall);
      const value = await current.host.invoke({
        ...call,
        ...(issue === undefined ? {} : { issue }),
        ...(project === undefined ? {} : { project }),
        ...(payload === undefined ? {} : { payload }),
        ...(extension === undefined ? {} : { extension }),
      });
      return c.json(value ?? null);
    })
    .post('/reset', async (c) => {
      const { seed = current.seed, start, faultSeed } = await readBody(c.req.raw, freshSite);
      if (!seeds.includes(seed))
        throw new Refusal(400, `seed: there is no seed ${seed}; there are ${seeds.join(', ')}.`);
      moves.pause();
      await current.reset({
        seed,
        ...(start === undefined ? {} : { start }),
        ...(faultSeed === undefined ? {} : { faultSeed }),
      });
      return c.json(healthOf(current.host));
    })
    .route('/', workflowRoutes(current))
    .route('/', clockRoutes(current, moves, baseUrl))
    .route('/', faultRoutes(current))
    .route('/', recordRoutes(current));
}
