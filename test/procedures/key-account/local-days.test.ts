// K4: every day that is printed is the day it is where the queue works, whatever day it is in UTC.
import type { Actor } from '../../../src/core/act';
import type { Case } from '../../../src/core/case';
import { localDateAt } from '../../../src/core/calendar/local-time';
import { msOf } from '../../../src/core/instant';
import { aboutKeyAccounts } from '../../../src/procedures/key-account/about';
import { beginMonthEnd } from '../../../src/procedures/key-account/month-end-steps';
import { KeyStory } from '../../support/key-account';
import { office } from '../../support/sop';

const inZone = (timeZone: string): KeyStory => {
  const story = new KeyStory();
  const calendars = Object.keys(story.policy.calendars);
  story.policy = {
    ...story.policy,
    calendars: Object.fromEntries(calendars.map((key) => [key, { ...office, timeZone }])),
  };
  return story;
};

const said = (story: KeyStory): string =>
  story.effects
    .flatMap(({ command }) => (command.kind === 'comment' ? command.body.flat() : []))
    .map((piece) => ('text' in piece ? piece.text : ''))
    .join('');

describe.each(['America/Los_Angeles', 'UTC', 'Pacific/Auckland'])('in %s', (timeZone) => {
  it('the document of the month is due on the local day', () => {
    const story = inZone(timeZone);
    story.doing(
      {
        procedure: 'key-account',
        perform: (c: Case, actor: Actor) => aboutKeyAccounts(beginMonthEnd)(c, actor, '2026-02'),
      },
      { accountId: 'relay' },
    );
    const { dueAt = '' } = story.part.monthEnd ?? {};
    expect(said(story)).toContain(`confirm it here by ${localDateAt(timeZone, msOf(dueAt))}.`);
  });

  it('a ticket that is closed too early says when, in local time', () => {
    const story = inZone(timeZone);
    story.step({ kind: 'start-release', cid: null, authors: ['dev'] });
    story.at('2026-03-03T03:30:00.000Z').moves('done').turn();
    expect(said(story)).toContain(`(${timeZone})`);
    expect(said(story)).not.toMatch(/\d UTC\)/u);
  });

  it('a refusal names the local day of what was done before', () => {
    const story = inZone(timeZone).signedOff();
    story.step({ kind: 'set-processing', value: false });
    story.at('2026-03-03T03:30:00.000Z').step({ kind: 'finish-release' });
    const { refused } = story.step({ kind: 'tick', item: 'thanks', done: true, evidence: null });
    expect(refused?.values['finished on']).toBe(localDateAt(timeZone, msOf(story.now)));
  });
});
