// What a walk remembers of a desk, and what it holds the engine to after every step (L1, L5, X11).
import { after, type Clock, holdersOf, toldSince } from '../../src/core/clock';
import { graceIn } from '../../src/core/due';
import type { Instant } from '../../src/core/instant';
import { onRadar } from '../../src/core/radar';
import type { WalkDesk } from './desk';
import { allProcedures, askOf, clocksOf, standingOf } from './open';

/** What has happened since the desk was looked at last. */
export type Cause = 'act' | 'comment' | 'change' | 'time' | 'settings' | 'directory';

/** Nothing that happens on the ticket: neither ends anything, nor changes what is closed. */
const fromOutside: readonly Cause[] = ['settings', 'directory'];

const nameOf = ({ procedure, key }: Clock): string => `${procedure} ${key}`;
const identity = (clock: Clock): string => `${nameOf(clock)} ${clock.opened}`;

/** It is still to be done by the same people until the same time. */
const keeps = (before: Clock, after: Clock): boolean =>
  before.rung === after.rung &&
  before.dueAt === after.dueAt &&
  holdersOf(before).every((person) => holdersOf(after).includes(person));

export class Walk {
  readonly #desk: WalkDesk;
  /** What has happened that nobody has looked at yet. */
  #causes = new Set<Cause>();
  /** When what happened unseen was done. */
  #unseen: Instant[] = [];
  /** Since when somebody has had something, or was told of it: by the clock, its level, and the person. */
  #known = new Map<string, Instant>();
  #before: WalkDesk;
  #opened = 0;
  #closed = 0;

  constructor(desk: WalkDesk) {
    this.#desk = desk;
    this.#before = desk.copy();
    this.#opened = clocksOf(desk).length;
    this.#remember();
  }

  /** Something has happened; nobody has looked yet. */
  happened(cause: Cause): void {
    this.#causes.add(cause);
    if (cause === 'comment' || cause === 'change') this.#unseen.push(this.#desk.now);
  }

  /** After a look: every promise holds. */
  looked(): void {
    if (!this.#desk.queueOn) return;
    this.#everythingOpenIsOwed();
    this.#everyClockHasSomebody();
    this.#nothingVanishes();
    this.#heardWhenItHappened();
    this.#nobodySilentUnasked();
    if ([...this.#causes].every((cause) => fromOutside.includes(cause))) this.#pastStands();
    this.#remember();
    this.#before = this.#desk.copy();
    this.#causes = new Set();
    this.#unseen = [];
  }

  get #radar(): readonly string[] {
    const { ledger, situation } = this.#desk;
    return onRadar(ledger, situation).map(({ code }) => code);
  }

  /** L1: what is open has a wait, and what is closed has none. */
  #everythingOpenIsOwed(): void {
    const desk = this.#desk;
    for (const procedure of allProcedures) {
      const standing = standingOf(desk, procedure);
      if (standing === 'off') continue;
      const asked = procedure === 'account-manager' && askOf(desk) !== null;
      const owed = clocksOf(desk, procedure).length > 0 || asked;
      expect({ procedure, standing, owed }).toEqual({
        procedure,
        standing,
        owed: standing === 'open',
      });
    }
  }

  /** L1: each wait has people who are there and know, or will be told at a time to come; or the radar names it. */
  #everyClockHasSomebody(): void {
    const desk = this.#desk;
    const radar = this.#radar;
    for (const clock of clocksOf(desk)) {
      if (standingOf(desk, clock.procedure as 'key-account') === 'off') continue;
      const name = nameOf(clock);
      const asked = clock.asked.filter(({ rung }) => rung === clock.rung);
      if (asked.length === 0)
        expect({ name, radar }).toMatchObject({
          radar: expect.arrayContaining(['owed-by-nobody']) as string[],
        });
      for (const { person } of asked) {
        expect({ name, person, active: desk.people[person]?.active }).toMatchObject({
          active: true,
        });
        expect({ name, not: clock.not ?? [] }).not.toMatchObject({
          not: expect.arrayContaining([person]) as string[],
        });
      }
      if (clock.question !== undefined)
        expect(clocksOf(desk).map(({ key }) => key)).toContain(`question:${clock.key}`);
      else if (clock.nextAt === null)
        expect({ name, radar }).toMatchObject({
          radar: expect.arrayContaining([
            clock.held === undefined ? 'late-with-everybody' : 'not-escalated',
          ]) as string[],
        });
      else
        expect({ name, at: clock.nextAt, comes: clock.nextAt > desk.now }).toMatchObject({
          comes: true,
        });
    }
  }

  /** L5: opened = open + closed, and what is closed has a cause; settings and the directory close nothing. */
  #nothingVanishes(): void {
    const before = clocksOf(this.#before);
    const now = clocksOf(this.#desk);
    const had = new Set(before.map(identity));
    const has = new Set(now.map(identity));
    const fresh = now.filter((clock) => !had.has(identity(clock)));
    const gone = before.filter((clock) => !has.has(identity(clock)));
    this.#opened += fresh.length;
    this.#closed += gone.length;
    expect(this.#opened).toBe(now.length + this.#closed);
    if ([...this.#causes].some((cause) => !fromOutside.includes(cause))) return;
    // What is owed may come to somebody else, or together with something else; but what was open stays open.
    for (const procedure of allProcedures) {
      const standing = standingOf(this.#desk, procedure);
      if (standingOf(this.#before, procedure) !== 'open' || standing === 'off') continue;
      const ended = gone.filter((clock) => clock.procedure === procedure).map(nameOf);
      expect({ procedure, ended, standing }).toEqual({ procedure, ended, standing: 'open' });
    }
  }

  /** The order of happenings: what was heard late opened when it happened, and not when it was heard. */
  #heardWhenItHappened(): void {
    const had = new Set(clocksOf(this.#before).map(identity));
    for (const clock of clocksOf(this.#desk))
      if (!had.has(identity(clock)) && clock.adopted === undefined)
        if (this.#unseen.includes(clock.since))
          expect({ name: nameOf(clock), opened: clock.opened }).toMatchObject({
            opened: clock.since,
          });
  }

  /** X11: nobody is reported silent who was not told, or had it in their list, a grace before. */
  #nobodySilentUnasked(): void {
    if (this.#causes.has('act')) return;
    const { situation, now } = this.#desk;
    for (const clock of clocksOf(this.#desk)) {
      const before = clocksOf(this.#before).find((one) => identity(one) === identity(clock));
      if (before === undefined || clock.rung <= before.rung) continue;
      // Somebody has set the status of those above by hand: that calls nobody silent.
      const byHand = this.#causes.has('change') && this.#desk.status === 'wfm';
      if (byHand && now < before.dueAt) continue;
      for (const person of holdersOf(before)) {
        const since = this.#known.get(`${identity(before)} ${before.rung} ${person}`);
        const fair =
          since !== undefined && after(situation, graceIn(situation.queue), since, person) <= now;
        expect({ name: nameOf(clock), silent: person, since, now, fair }).toMatchObject({
          fair: true,
        });
      }
    }
  }

  /** X11: nothing closed changes by what comes from outside; what is open is as it was, or somebody is told, or it is noted. */
  #pastStands(): void {
    const before = this.#before;
    const desk = this.#desk;
    const noted = desk.ledger.entries > before.ledger.entries || desk.said.length > 0;
    for (const procedure of allProcedures) {
      const part = desk.ledger.parts[procedure];
      if (
        standingOf(before, procedure) === 'closed' &&
        before.ledger.parts[procedure] !== undefined
      )
        expect({ procedure, part }).toEqual({ procedure, part: before.ledger.parts[procedure] });
      if (noted) continue;
      // Whoever joins those who have it finds it in their list; two things that become one are still with the same people.
      // Somebody else may have it as something new, and is told at a time to come.
      const after = clocksOf(desk, procedure);
      const changed = clocksOf(before, procedure).filter(
        (clock) => !after.some((one) => keeps(clock, one) || this.#toBeTold(one)),
      );
      expect(changed.map((clock) => `changed in silence: ${nameOf(clock)}`)).toEqual([]);
    }
    // The same event a second time does nothing at all.
    if (this.#causes.size === 0) expect(noted).toBe(false);
    const had = new Set(clocksOf(before).map(nameOf));
    // Adopted: it is listed, and nobody is tagged for it yet. What comes to somebody else by name is told at once.
    for (const clock of clocksOf(desk))
      if (!had.has(nameOf(clock)) && this.#causes.has('settings'))
        expect(desk.said.map(({ words }) => words).join()).not.toContain(clock.title);
  }

  /** It is new, and whoever has it hears of it later, such as when they may be tagged again. */
  #toBeTold(clock: Clock): boolean {
    const had = clocksOf(this.#before).some((one) => nameOf(one) === nameOf(clock));
    return !had && toldSince(clock) === null && clock.nextAt !== null;
  }

  #remember(): void {
    const { now } = this.#desk;
    const known = new Map<string, Instant>();
    for (const clock of clocksOf(this.#desk))
      for (const { person, rung } of clock.asked) {
        const key = `${identity(clock)} ${rung} ${person}`;
        known.set(key, this.#known.get(key) ?? now);
      }
    this.#known = known;
    this.#desk.said.length = 0;
  }
}
