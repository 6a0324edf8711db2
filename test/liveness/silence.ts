// L2: no silent fixpoint. Where nobody does anything, somebody is told of everything that is owed, again and again, or the
// radar names it.
import { after, type Clock, holdersOf } from '../../src/core/clock';
import { type Instant, later } from '../../src/core/instant';
import { onRadar } from '../../src/core/radar';
import type { WalkDesk } from './desk';
import { clocksOf, standingOf } from './open';

const workingDays = 3;

/** By when somebody has to have heard of it again: its due time and its whole ladder, and three working days. */
function latest(desk: WalkDesk, { dueAt, above, asked }: Clock): Instant {
  const { situation } = desk;
  const [holder] = asked;
  const steps = [...above.map((step) => step.after), { days: workingDays }];
  return steps.reduce(
    (at, allowance) => after(situation, allowance, at, holder?.person),
    later(desk.now, dueAt),
  );
}

const told = (desk: WalkDesk, { title, above }: Clock, from: number): boolean =>
  desk.said
    .slice(from)
    .some(
      ({ to, words }) =>
        to.length > 0 &&
        [title, ...above.flatMap((step) => step.title ?? [])].some((what) =>
          words.toLowerCase().includes(what.toLowerCase()),
        ),
    );

const radarOf = (desk: WalkDesk): string =>
  onRadar(desk.ledger, desk.situation)
    .map(({ code, text }) => `${code}: ${text}`)
    .join('\n');

/** How often in a row somebody has to hear of it: what holds so often holds for ever. */
const rounds = 3;

/** Lets a copy of the desk stand, and says what is owed there in silence. */
export function silentOn(desk: WalkDesk): readonly string[] {
  if (!desk.queueOn) return [];
  return clocksOf(desk).flatMap(({ procedure, key }) => silentClock(desk.copy(), procedure, key));
}

function silentClock(desk: WalkDesk, procedure: string, key: string): string[] {
  for (let round = 1; round <= rounds; round += 1) {
    const clock = clocksOf(desk, procedure).find((one) => one.key === key);
    if (clock === undefined || clock.question !== undefined) return [];
    // Where people escalate by themselves, that is a wait of theirs, or stands on the radar.
    if (clock.held !== undefined) return [];
    const until = latest(desk, clock);
    const from = desk.said.length;
    const since = desk.now;
    desk.nobodyActs(until);
    const still = clocksOf(desk, procedure).find((one) => one.key === key);
    // What time ends is told of by what takes its place.
    if (still === undefined || still.opened !== clock.opened) return [];
    if (told(desk, clock, from) || told(desk, still, from)) continue;
    if (radarOf(desk).includes(still.title)) return [];
    if (standingOf(desk, procedure as 'key-account') === 'off' && radarOf(desk) !== '') return [];
    return [
      `${procedure} ${key}: ${holdersOf(clock).join(', ')} heard nothing from ${since} to ${until} (round ${round})`,
    ];
  }
  return [];
}
