// The release of a key account: reviewed by two, witnessed in order, monitored for three cycles (KA-06 to KA-10, KA-16).
import { counted, type Attempt, type Page, type Procedure, soundBroken } from './procedure';

interface Given {
  readonly by: { readonly accountId: string };
  readonly at: string;
}

interface View extends Page {
  readonly now: string;
  readonly today: string;
  readonly escalations: readonly object[];
  readonly release: {
    readonly facts: {
      readonly commit: string | null;
      readonly build: string | null;
      readonly results: string | null;
    };
    readonly processing: boolean | null;
    readonly sections: readonly {
      readonly section: string;
      readonly items: readonly { readonly id: string; readonly done: Given | null }[];
    }[];
    readonly reviews: readonly { readonly as: 'peer' | 'senior'; readonly given: Given | null }[];
    readonly witness: readonly { readonly step: Step; readonly given: Given | null }[];
    readonly signedOff: boolean;
    readonly chainBroken: string | null;
    readonly cycles: {
      readonly recorded: readonly { readonly date: string; readonly passed: boolean }[];
    };
    readonly finished: Given | null;
  } | null;
}

type Release = NonNullable<View['release']>;
type Step = 'commit' | 'release' | 'post-release';

const sections: Readonly<Record<Step, string>> = {
  commit: 'commit-review',
  release: 'release',
  'post-release': 'post-release',
};
const steps: readonly Step[] = ['commit', 'release', 'post-release'];
const seniors = ['marek.zielinski', 'aiko.tanaka'];
const monitored = 3;

const given = (release: Release, step: Step): Given | null =>
  release.witness.find((one) => one.step === step)?.given ?? null;

/** Passing cycles since the last that failed. */
function passedInARow({ cycles }: Release): number {
  const latest = [...cycles.recorded].sort((a, b) => b.date.localeCompare(a.date));
  const failed = latest.findIndex(({ passed }) => !passed);
  return failed < 0 ? latest.length : failed;
}

/** What the witness of a step needs to see first. */
function before(
  step: Step,
  release: Release,
  view: View,
  accountId: (name: string) => string,
): Attempt | null {
  const { facts } = release;
  if (step === 'release' && facts.build === null) {
    return {
      as: 'tara.quinn',
      call: 'key-account.set-facts',
      payload: {
        facts: {
          build: '7.4.1',
          environment: 'Production',
          deployer: accountId('pavel.orlov'),
          deployedAt: view.now,
        },
      },
    };
  }
  if (step === 'post-release' && facts.results === null)
    return {
      as: 'tara.quinn',
      call: 'key-account.set-facts',
      payload: { facts: { results: 'All green.' } },
    };
  const item = release.sections
    .find(({ section }) => section === sections[step])
    ?.items.find(({ done }) => done === null);
  return item === undefined
    ? null
    : {
        as: 'tara.quinn',
        call: 'key-account.tick',
        payload: { item: item.id, done: true, evidence: 'https://code.example/42' },
      };
}

export const release: Procedure<View> = {
  name: 'release',
  module: 'key-account',
  ticket: { project: 'OPS', requestType: 'Release', organization: null, reporter: 'ben.ito' },
  read: { call: 'key.get', as: 'ben.ito' },

  async next(view, random, { accountId }) {
    const now = view.release;
    if (now === null)
      return {
        as: 'ben.ito',
        call: 'key-account.start-release',
        payload: { cid: 'ELMS', authors: [accountId('tara.quinn')] },
      };
    if (now.finished !== null) return null;
    if (now.facts.commit === null)
      return {
        as: 'ben.ito',
        call: 'key-account.set-facts',
        payload: { facts: { commit: 'a1b2c3d4e5' } },
      };
    for (const [as, who] of [
      ['peer', 'pavel.orlov'],
      ['senior', 'aiko.tanaka'],
    ] as const) {
      if (now.reviews.find((review) => review.as === as)?.given == null)
        return { as: who, call: 'key-account.review', payload: { as } };
    }
    for (const step of steps.filter((one) => given(now, one) === null)) {
      return (
        before(step, now, view, accountId) ?? {
          as: 'marek.zielinski',
          call: 'key-account.witness',
          payload: { step, reason: 'I saw it, and write it down now.' },
        }
      );
    }
    if (now.processing === null)
      return { as: 'ben.ito', call: 'key-account.set-processing', payload: { value: true } };
    if (passedInARow(now) >= monitored)
      return { as: 'ben.ito', call: 'key-account.finish-release', payload: {} };
    const passed = random.int(1, 6) > 1;
    return {
      as: 'tara.quinn',
      call: 'key-account.record-cycle',
      payload: { date: view.today, passed, note: passed ? '' : 'Two files were rejected.' },
    };
  },

  mistake({ release: now }, random) {
    if (now === null || now.finished !== null)
      return { as: 'ben.ito', call: 'key-account.finish-release', payload: {} };
    const pending = steps.filter((step) => given(now, step) === null);
    const outOfOrder = pending[1];
    return random.pick<Attempt>([
      { as: 'tara.quinn', call: 'key-account.review', payload: { as: 'peer' } },
      {
        as: 'tara.quinn',
        call: 'key-account.witness',
        payload: { step: pending[0] ?? 'commit', reason: 'I wrote it myself.' },
      },
      {
        as: 'tara.quinn',
        call: 'key-account.record-cycle',
        payload: { date: '2027-01-04', passed: true, note: '' },
      },
      ...(outOfOrder === undefined
        ? []
        : [
            {
              as: 'marek.zielinski',
              call: 'key-account.witness',
              payload: { step: outOfOrder, reason: 'Out of order.' },
            },
          ]),
      ...(pending.length > 0 || passedInARow(now) < monitored
        ? [{ as: 'ben.ito', call: 'key-account.finish-release', payload: {} }]
        : []),
    ]);
  },

  async judge(end) {
    const {
      view: { release: now, escalations },
      clicks,
      site,
    } = end;
    const broken = soundBroken(end);
    if (now === null) {
      if (counted(clicks, ({ call }) => call === 'key-account.start-release').least > 0)
        broken.push('the release that was started is lost');
      return broken;
    }
    const author = site.accountId('tara.quinn');
    const witnesses = seniors.map(site.accountId);
    const signed = steps.map((step) => given(now, step));
    for (const one of signed)
      if (one !== null && !witnesses.includes(one.by.accountId))
        broken.push(`${one.by.accountId} is no senior engineer and witnessed`);
    const times = signed.flatMap((one) => (one === null ? [] : [one.at]));
    if (times.some((at, place) => at < (times[place - 1] ?? '')))
      broken.push('it was witnessed out of order');
    const [peer, senior] = now.reviews.map(({ given: one }) => one?.by.accountId);
    if (peer !== undefined && (peer === senior || peer === author || senior === author))
      broken.push('the reviews are not by two people beside the author');
    if (now.signedOff !== signed.every((one) => one !== null))
      broken.push('the sign-off does not follow from what was witnessed');
    if (now.chainBroken !== null) broken.push(`the chain does not hold: ${now.chainBroken}`);
    if (now.finished !== null && (!now.signedOff || passedInARow(now) < monitored))
      broken.push('it was finished before its time');
    const failed = now.cycles.recorded.filter(({ passed }) => !passed).length;
    // One at a time: a failure while one is open counts to it, and nobody here resolves one.
    if (escalations.length !== Math.min(failed, 1))
      broken.push(`${failed} cycles failed and ${escalations.length} escalations are there`);
    const cycles = counted(
      clicks,
      ({ call, mistake }) => call === 'key-account.record-cycle' && !mistake,
    );
    if (now.cycles.recorded.length < cycles.least || now.cycles.recorded.length > cycles.most)
      broken.push(
        `${now.cycles.recorded.length} cycles are recorded of ${cycles.least} to ${cycles.most}`,
      );
    return broken;
  },
};
