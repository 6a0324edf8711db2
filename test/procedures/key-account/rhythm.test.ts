// K10, X11: an account that runs production on other days from now on changes nothing about the days that were due before.
import fc from 'fast-check';
import { remembering } from '../../../src/app/accounts/account-part';
import type { CustomerAccount } from '../../../src/core/account';
import { dayAfter } from '../../../src/core/calendar/local-time';
import { wakeAt } from '../../../src/core/decide';
import {
  keyAccountOf,
  rhythmsOf,
  runningFrom,
  withKeyAccount,
} from '../../../src/procedures/key-account/account';
import { keyAccountPart } from '../../../src/procedures/key-account/accounts/account-part';
import type { Rhythm } from '../../../src/procedures/key-account/cycles';
import { withKeyPart } from '../../../src/procedures/key-account/key-part';
import { monitoring } from '../../../src/procedures/key-account/monitoring';
import {
  carriedOn,
  changedOn,
  rhythmOn,
  type Rhythms,
} from '../../../src/procedures/key-account/rhythm';
import { gates, keyPolicy, KeyStory } from '../../support/key-account';
import { everyRule } from '../../support/procedures';

const friday: Rhythm = { kind: 'weekly', weekday: 5 };
const wednesday: Rhythm = { kind: 'weekly', weekday: 3 };
const monday: Rhythm = { kind: 'weekly', weekday: 1 };

/** The same account with another rhythm, as whoever knows nothing of its past writes it. */
const undated = (productionCycle: Rhythm | undefined): CustomerAccount => ({
  ...gates,
  parts: {
    'key-account': {
      periods: [{ from: '2026-02-01', until: null }],
      ...(productionCycle === undefined ? {} : { productionCycle }),
    },
  },
});
/** The same account, changed by somebody on a day. */
const changed = (account: CustomerAccount, rhythm: Rhythm | null, day: string): CustomerAccount =>
  withKeyAccount(account, runningFrom(keyAccountOf(account), rhythm, day));

const cycle = (story: KeyStory, date: string) =>
  story.step({ kind: 'record-cycle', date, passed: true, note: '', aspect: null });

/** Deployed on Monday 2 March and monitored; both Fridays until Monday 16 March have passed. */
function monitored(account: CustomerAccount = gates): KeyStory {
  const story = new KeyStory({ account }).signedOff();
  story.step({ kind: 'set-processing', value: true, reason: null });
  until(story, '2026-03-09T10:00:00.000Z');
  cycle(story, '2026-03-06');
  until(story, '2026-03-16T10:00:00.000Z');
  cycle(story, '2026-03-13');
  return story;
}

function until(story: KeyStory, moment: string): void {
  for (let looks = 0; looks < 100; looks += 1) {
    const next = wakeAt(everyRule, story.ledger);
    if (next === null || next > moment) break;
    story.at(next > story.now ? next : story.now).turn();
  }
  story.at(moment).turn();
}

const becomes = (story: KeyStory, account: CustomerAccount): void => {
  story.account = { kind: 'known', account, chosen: false };
};
const standing = (story: KeyStory) => monitoring(story.situation, keyPolicy.release, story.release);
const asked = (story: KeyStory): string[] =>
  (story.ledger.clocks ?? []).flatMap(({ key }) => (/^(cycle|rhythm)/u.test(key) ? [key] : []));

it.each([
  ['without a day', undated(wednesday)],
  ['on a day', changed(gates, wednesday, '2026-03-16')],
])(
  'another rhythm, said %s: what was recorded counts, and only days to come are new',
  (_how, account) => {
    const story = monitored();
    becomes(story, account);
    until(story, '2026-03-17T10:00:00.000Z');
    expect(standing(story)).toEqual({
      counted: 2,
      owed: [],
      next: '2026-03-18',
      ahead: '2026-03-18',
    });
    expect(asked(story)).toEqual(['cycle:2026-03-18:ahead']);
    expect(
      story.refusal({ kind: 'record-cycle', date: '2026-03-11', passed: true, note: '' }),
    ).toBe(
      'K10 No production ran on 2026-03-11: this account ran then every Friday. The next is on 2026-03-13.',
    );
    until(story, '2026-03-19T10:00:00.000Z');
    cycle(story, '2026-03-18');
    expect(standing(story)).toMatchObject({ counted: 3, owed: [], next: null });
  },
);

it('a production day that was missed stays owed when the account runs on another day', () => {
  const story = new KeyStory().signedOff();
  story.step({ kind: 'set-processing', value: true, reason: null });
  until(story, '2026-03-10T10:00:00.000Z');
  becomes(story, changed(gates, wednesday, '2026-03-10'));
  until(story, '2026-03-12T10:00:00.000Z');
  expect(asked(story)).toEqual(['cycle:2026-03-06', 'cycle:2026-03-11', 'cycle:2026-03-18:ahead']);
});

it('a ticket that looks only later knows from which day on the account runs otherwise', () => {
  const story = monitored();
  becomes(story, changed(gates, monday, '2026-03-17'));
  story.at('2026-03-31T10:00:00.000Z').turn();
  expect(standing(story)?.owed).toEqual(['2026-03-23']);
});

it('changed twice, each rhythm holds for its own days', () => {
  const story = monitored();
  const twice = changed(changed(gates, monday, '2026-03-17'), wednesday, '2026-03-24');
  becomes(story, twice);
  story.at('2026-04-10T10:00:00.000Z').turn();
  expect(standing(story)?.owed).toEqual(['2026-03-23']);
  expect(
    story.refusal({ kind: 'record-cycle', date: '2026-03-20', passed: true, note: '' }),
  ).toContain('ran then every Monday. The next is on 2026-03-23');
});

it('changed back on the same day, it was never another one', () => {
  const story = monitored();
  becomes(story, undated(wednesday));
  story.at('2026-03-16T11:00:00.000Z').turn();
  becomes(story, gates);
  story.at('2026-03-16T12:00:00.000Z').turn();
  expect(story.release.ran).toEqual({ now: friday });
  expect(standing(story)).toMatchObject({ counted: 2, next: '2026-03-20' });
});

it('a rhythm that is removed: the past stays, the keeper is asked, and what is said then counts from then', () => {
  const story = monitored();
  becomes(story, undated(undefined));
  until(story, '2026-03-17T10:00:00.000Z');
  expect(standing(story)).toEqual({ counted: 2, owed: [], next: null, ahead: null });
  expect(asked(story)).toEqual(['rhythm']);
  until(story, '2026-03-27T10:00:00.000Z');
  story.step({ kind: 'set-rhythm', rhythm: wednesday }, 'keeper');
  expect(standing(story)).toMatchObject({ counted: 2, owed: [], next: '2026-04-01' });
});

it('a rhythm that comes back after it was removed was never away', () => {
  const story = monitored();
  becomes(story, undated(undefined));
  until(story, '2026-03-17T10:00:00.000Z');
  becomes(story, gates);
  until(story, '2026-03-24T10:00:00.000Z');
  expect(asked(story)).toEqual(['cycle:2026-03-20']);
});

it('an account that cannot be found says nothing about when it runs', () => {
  const story = monitored();
  story.account = { kind: 'unknown' };
  until(story, '2026-03-24T10:00:00.000Z');
  expect(asked(story)).toEqual(['cycle:2026-03-20']);
});

it('what was said in the ticket gives way to what the account says, once the account knows it', () => {
  const story = monitored(undated(undefined));
  story.step({ kind: 'set-rhythm', rhythm: friday }, 'keeper');
  expect(story.release.rhythm).toEqual(friday);
  becomes(story, gates);
  story.turn();
  becomes(story, undated(undefined));
  story.at('2026-03-17T10:00:00.000Z').turn();
  expect(asked(story)).toEqual(['rhythm']);
});

it('a release that is documented afterwards is judged by what held when it was deployed', () => {
  const story = monitored(changed(gates, wednesday, '2026-03-16'));
  expect(standing(story)).toMatchObject({ counted: 2, owed: [], next: '2026-03-18' });
});

it('a release from before the past was kept: what ran on other days than today’s asks for none of today’s in the past', () => {
  const story = monitored();
  const { ran: _ran, ...before } = story.release;
  story.ledger = withKeyPart(story.ledger, { ...story.part, release: before });
  becomes(story, undated(wednesday));
  until(story, '2026-03-17T10:00:00.000Z');
  expect(standing(story)).toMatchObject({ counted: 2, owed: [], next: '2026-03-18' });
});

describe('whichever way the account is changed', () => {
  const typed = (account: CustomerAccount, productionCycle: Rhythm | null): CustomerAccount =>
    keyAccountPart.form?.change(account, { productionCycle }) ?? account;
  const written = (account: CustomerAccount, day: string): CustomerAccount =>
    remembering([keyAccountPart], account, gates, day);
  const running = (account: CustomerAccount): Rhythms => rhythmsOf(keyAccountOf(account));

  it.each([
    ['a form', typed(gates, wednesday)],
    ['a file that says all of the account', undated(wednesday)],
  ])('%s dates what it changes, and keeps everything else', (_what, account) => {
    const after = written(account, '2026-03-16');
    expect(running(after)).toEqual({
      now: wednesday,
      before: [{ rhythm: friday, until: '2026-03-15' }],
    });
    expect(keyAccountOf(after).periods).toEqual(keyAccountOf(gates).periods);
  });

  it('and what changes nothing leaves the past as it is', () => {
    const before = changed(gates, wednesday, '2026-03-16');
    const again = remembering([keyAccountPart], undated(wednesday), before, '2026-04-01');
    expect(running(again)).toEqual(running(before));
    const gone = remembering([keyAccountPart], typed(before, null), before, '2026-04-01');
    expect(running(gone)).toEqual({
      now: null,
      before: [
        { rhythm: friday, until: '2026-03-15' },
        { rhythm: wednesday, until: '2026-03-31' },
      ],
    });
  });
});

describe('as one who writes the rhythm of each day into a calendar', () => {
  const start = '2026-03-01';
  const days = Array.from({ length: 40 }, (_, count) => {
    let day = start;
    for (let at = 0; at < count; at += 1) day = dayAfter(day);
    return day;
  });
  const changes = fc.array(
    fc.record({ at: fc.nat(39), rhythm: fc.constantFrom(friday, wednesday, monday) }),
    { minLength: 1, maxLength: 6 },
  );

  it('every day reads as it was said, and seeing it later, or again, changes nothing', () => {
    fc.assert(
      fc.property(changes, fc.nat(39), (all, seenOn) => {
        const said = [...all].sort((one, other) => one.at - other.at);
        const model = days.map(
          (_, at) => said.filter((one) => one.at <= at).at(-1)?.rhythm ?? friday,
        );
        const dated = said.reduce<Rhythms>(
          (sofar, { at, rhythm }) => changedOn(sofar, rhythm, days[at] ?? start),
          { now: friday },
        );
        expect(days.map((day) => rhythmOn(dated, day))).toEqual(model);
        const half = said
          .filter(({ at }) => at <= seenOn)
          .reduce<Rhythms>((sofar, { at, rhythm }) => changedOn(sofar, rhythm, days[at] ?? start), {
            now: friday,
          });
        const seen = carriedOn(half, dated, '2026-05-01');
        expect(days.map((day) => rhythmOn(seen, day))).toEqual(model);
        expect(carriedOn(seen, dated, '2026-05-02')).toEqual(seen);
      }),
    );
  });
});

it('a list of dates that is over is said as what it is', () => {
  const dates = (...on: string[]): CustomerAccount => undated({ kind: 'dates', dates: on });
  const refusal = (account: CustomerAccount): string | null => {
    const story = new KeyStory({ account }).signedOff();
    story.step({ kind: 'set-processing', value: true, reason: null });
    story.at('2026-03-09T10:00:00.000Z');
    return story.refusal({ kind: 'record-cycle', date: '2026-03-04', passed: true, note: '' });
  };
  expect(refusal(dates())).toBe(
    'K10 No production runs on 2026-03-04: this account runs on no date that is on record. No later date is on record.',
  );
  expect(refusal(dates('2026-03-03'))).toBe(
    'K10 No production runs on 2026-03-04: this account runs on 2026-03-03 alone. No later date is on record.',
  );
  expect(refusal(dates('2026-03-03', '2026-03-06'))).toBe(
    'K10 No production runs on 2026-03-04: this account runs on 2 dates on record. The next is on 2026-03-06.',
  );
});
