import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { ClockMoves } from '../../control/clock-moves';
import type { CurrentHost } from '../../control/current-host';

/** Proxies and browsers give up on a silent stream. */
const heartbeatMs = 20_000;

/** `GET /__host/stream`: what changed, as server-sent events `{ type, … }`, as it happens. */
export function streamRoutes(current: CurrentHost, moves: ClockMoves): Hono {
  return new Hono().get('/stream', (c) =>
    streamSSE(c, async (stream) => {
      const send = (message: object): void =>
        void stream.writeSSE({ data: JSON.stringify(message) });
      const hush = current.onChange(({ kind, ...change }) =>
        send({ type: kind, ...change, ...(kind === 'clock' ? { running: moves.running } : {}) }),
      );
      const heartbeat = setInterval(() => void stream.write(': still here\n\n'), heartbeatMs);
      heartbeat.unref();
      const gone = new Promise<void>((resolve) => stream.onAbort(resolve));
      send({
        type: 'clock',
        now: new Date(current.host.clock.now()).toISOString(),
        running: moves.running,
      });
      await gone;
      clearInterval(heartbeat);
      hush();
    }),
  );
}
