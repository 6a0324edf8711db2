// Scheduled triggers: every five minutes, hour, day or week from the install on; a run that fails is not tried again.
import type { Cancel, Clock } from '../clock';
import type { FaultBox } from '../faults';
import type { Invoker } from './invoker';
import { forgeLimits } from './limits';
import type { Interval, Manifest } from './manifest';
import type { Installation } from './runtime';

const periodMs: Record<Interval, number> = {
  fiveMinute: 300_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
};
/** https://developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger/ */
const firstRunMs = 300_000;

interface Around {
  readonly clock: Clock;
  readonly manifest: Manifest;
  readonly installation: Installation;
  readonly invoker: Invoker;
  readonly faults: FaultBox;
  /** For what Forge would hold against a run. */
  readonly log: (text: string) => void;
}

/** Starts every schedule of the manifest. @returns how to stop them */
export function startSchedules(around: Around): Cancel {
  const { clock, manifest, installation, invoker, faults, log } = around;
  const cancels = new Map<string, Cancel>();
  for (const schedule of manifest.schedules) {
    const run = (at: number): void => {
      cancels.set(
        schedule.key,
        clock.schedule(at, async () => {
          run(at + periodMs[schedule.interval]);
          if (isMissed(faults, schedule.interval)) return;
          const outcome = await invoker.run({
            function: schedule.function,
            module: schedule.key,
            moduleType: 'scheduledTrigger',
            timeoutSeconds: forgeLimits.timeout.schedule,
            payload: {
              context: { cloudId: installation.cloudId, moduleKey: schedule.key },
              contextToken: 'local',
            },
          });
          // Belief `schedule-answer`: the page of the events demands a status, the page of the module does not.
          const answer =
            outcome.kind === 'returned'
              ? (outcome.value as { statusCode?: unknown } | null | undefined)
              : { statusCode: 500 };
          if (typeof answer?.statusCode !== 'number')
            log(`Schedule ${schedule.key} answered no statusCode; Forge records 424 for that.`);
        }),
      );
    };
    run(clock.now() + firstRunMs);
  }
  return () => cancels.forEach((cancel) => cancel());
}

const isMissed = (faults: FaultBox, interval: Interval): boolean =>
  interval === 'fiveMinute' &&
  faults.strikes('miss-schedule', faults.current.schedules.miss) !== null;
