import { Hono } from 'hono';
import { Duration } from 'luxon';
import * as v from 'valibot';
import type { ClockMoves } from './clock-moves';
import type { CurrentHost } from './current-host';
import { instant, readBody } from './read-body';
import { Refusal } from './refusal';
import { nextWorkingMorning, siteTimeZone } from './working-morning';

/** Further than this at once is a slip of the pen: it would run a schedule every five minutes all the way. */
const longestMove = Duration.fromObject({ days: 366 });

const wish = v.strictObject({
  advance: v.optional(v.string()),
  to: v.optional(
    v.union(
      [v.literal('next-working-morning'), instant],
      'Expected an instant such as 2026-03-02T09:00:00Z, or next-working-morning.',
    ),
  ),
  run: v.optional(v.boolean()),
});

/** `/__host/clock`, and `/__host/settle`. */
export function clockRoutes(current: CurrentHost, moves: ClockMoves, baseUrl: string): Hono {
  const face = () => ({
    now: new Date(current.host.clock.now()).toISOString(),
    running: moves.running,
    ...(moves.problem === null ? {} : { problem: moves.problem }),
  });
  const tellRunning = (): void => current.tell({ kind: 'clock', now: face().now });
  return new Hono()
    .get('/clock', (c) => c.json(face()))
    .post('/clock', async (c) => {
      const { advance, to, run } = await readBody(c.req.raw, wish);
      if ([advance, to, run].filter((one) => one !== undefined).length !== 1)
        throw new Refusal(400, 'Say exactly one of advance, to and run.');
      if (advance !== undefined) {
        const ms = durationOf(advance);
        await moves.move(() => ms);
      }
      if (to !== undefined) {
        await moves.move(async (host) => {
          const now = host.clock.now();
          const target =
            to === 'next-working-morning'
              ? nextWorkingMorning(now, await siteTimeZone(host, baseUrl))
              : Date.parse(to);
          if (target < now)
            throw new Refusal(
              400,
              `to: the clock only goes forward, and it is ${new Date(now).toISOString()}.`,
            );
          if (target - now > longestMove.toMillis())
            throw new Refusal(400, 'to: at most 366 days at once.');
          return target - now;
        });
      }
      if (run !== undefined) {
        if (run) moves.run();
        else moves.pause();
        tellRunning();
      }
      return c.json(face());
    })
    .post('/settle', async (c) => {
      await current.host.settled();
      return c.json({ ok: true, ...face() });
    });
}

function durationOf(text: string): number {
  const duration = Duration.fromISO(text);
  if (!duration.isValid)
    throw new Refusal(
      400,
      `advance: expected an ISO duration such as PT4H, not ${JSON.stringify(text)}.`,
    );
  if (duration.toMillis() < 0) throw new Refusal(400, 'advance: the clock only goes forward.');
  if (duration.toMillis() > longestMove.toMillis())
    throw new Refusal(400, 'advance: at most 366 days at once.');
  return duration.toMillis();
}
