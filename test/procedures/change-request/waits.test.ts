// X10: nothing open waits for nobody. Every hand-over tells the next one, and silence climbs.
import { toldSince } from '../../../src/core/clock';
import fc from 'fast-check';
import { holdersOf } from '../../../src/core/clock';
import { onRadar } from '../../../src/core/radar';
import { msOf, plusMs } from '../../../src/core/instant';
import type { ChangeStep } from '../../support/acts';
import { gates, type StepKey, works } from '../../../src/procedures/change-request/lifecycle';
import { isOver } from '../../../src/procedures/change-request/standing';
import {
  ChangeStory,
  day,
  hour,
  impact,
  owedIn as own,
  quietAt,
  roles,
  wholeInterface,
} from '../../support/change-request';

/** Every step, whose it is, and what it is called while it is owed. */
const handOvers: readonly (readonly [StepKey, string, string])[] = [
  ['in-principle-client', 'csm', 'gate:in-principle-client:ask'],
  ['in-principle-internal', 'csm', 'gate:in-principle-internal:ask'],
  ['requirement', 'csm', 'step:requirement'],
  ['impact', 'integrator', 'step:impact'],
  ['cost', 'csm', 'step:cost'],
  ['internal-approval', 'csm', 'gate:internal-approval:ask'],
  ['customer-approval', 'csm', 'gate:customer-approval:ask'],
  ['due-date', 'engineer', 'step:due-date'],
  ['interface', 'engineer', 'step:interface'],
  ['interface-shared', 'engineer', 'step:interface-shared'],
  ['interface-approval', 'csm', 'gate:interface-approval:ask'],
  ['development', 'engineer', 'step:development'],
  ['deployed-to-qa', 'ops', 'step:deployed-to-qa'],
  ['qa', 'tester', 'gate:qa:decide'],
  ['deployed-to-integration', 'ops', 'step:deployed-to-integration'],
  ['uat', 'csm', 'gate:uat:chase'],
  ['deployed-to-production', 'ops', 'step:deployed-to-production'],
  ['go-live', 'csm', 'gate:go-live:chase'],
];

describe('every hand-over (W2)', () => {
  it.each(handOvers)('%s is told to the %s, who sees it in their list', (step, person, key) => {
    const story = quietAt(step);
    const clock = story.clock(key);
    expect(clock === undefined ? null : toldSince(clock)).not.toBeNull();
    expect(clock === undefined ? [] : holdersOf(clock)).toContain(person);
    expect(story.tags(person)).not.toEqual([]);
    expect(clock?.acts).not.toEqual([]);
  });

  it.each(handOvers)(
    '%s, left alone, is reminded, climbs, and goes on for ever',
    (step, person, key) => {
      const story = quietAt(step);
      const clock = story.clock(key);
      const dueAt = clock?.dueAt ?? '';
      const before = story.said.length;
      story.until(plusMs(dueAt, -1));
      const about = (): string[] =>
        story.said.slice(before).filter((text) => text.includes(clock?.title ?? '?'));
      expect(about()).toEqual([]);
      story.until(plusMs(dueAt, 5 * day));
      expect(about()[0]).toMatch(new RegExp(`@(${person}|approver)`, 'u'));
      const above = ['csm', 'approver'].filter((one) => one !== person);
      for (const one of above)
        expect(about().filter((text) => text.includes(`@${one}`))).not.toEqual([]);
      const then = about().length;
      story.until(plusMs(story.now, 30 * day));
      expect(about().length).toBeGreaterThan(then + 10);
    },
  );

  it.each(gates.filter(({ owner }) => owner === 'cr-approver').map(({ key }) => key))(
    '%s, once asked, is the approver’s, who is tagged once, and the asker waits for it',
    (gate) => {
      const story = quietAt(gate);
      const before = story.tags('approver').length;
      story.ask(gate);
      story.until(plusMs(story.now, 2 * hour));
      expect(story.tags('approver')).toHaveLength(before + 1);
      expect(story.clock(`gate:${gate}:decide`)).toMatchObject({ askers: ['csm'] });
    },
  );

  it.each(gates.filter(({ owner }) => owner === 'customer').map(({ key }) => key))(
    '%s is chased by the CSM, and the customer is never tagged',
    (gate) => {
      const story = quietAt(gate);
      if (gates.find(({ key }) => key === gate)?.gate.asked === true) story.ask(gate);
      const clock = story.clock(`gate:${gate}:chase`);
      expect(clock === undefined ? [] : holdersOf(clock)).toEqual(['csm']);
      story.until(plusMs(story.now, 30 * day));
      expect(story.tags('csm').at(-1)).toContain(clock?.title);
      expect(story.tags('customer')).toEqual([]);
    },
  );

  it('CR-29: following up on the go-live brings the reminder anew, until it is signed off', () => {
    const story = quietAt('go-live');
    const dueAt = story.clock('gate:go-live:chase')?.dueAt ?? '';
    story.at(plusMs(story.now, day)).do('csm', { kind: 'follow-up', gate: 'go-live', note: null });
    const later = story.clock('gate:go-live:chase')?.dueAt ?? '';
    expect(msOf(later)).toBeGreaterThan(msOf(dueAt));
    story.yes('go-live');
    expect(own(story)).toEqual([]);
  });

  it('a time is that of the settings for its kind', () => {
    const story = new ChangeStory({ times: { deploy: 7 } }).upTo('deployed-to-qa');
    expect(story.clock('step:deployed-to-qa')?.within).toEqual({ days: 7 });
  });

  it('a "no" tags whoever does it again once, and not twice', () => {
    const story = quietAt('qa');
    const before = story.tags('engineer').length;
    story.no('qa', 'tester');
    story.until(plusMs(story.now, 2 * hour));
    expect(story.tags('engineer')).toHaveLength(before + 1);
  });

  it('the customer’s yes and what it asks of the CSM are one comment', () => {
    const story = quietAt('in-principle-client');
    story.ask('in-principle-client');
    story.ask('in-principle-internal');
    story.yes('in-principle-internal', 'approver');
    story.until(plusMs(story.now, 2 * hour));
    const before = story.tags('csm').length;
    story.yes('in-principle-client');
    story.until(plusMs(story.now, 2 * hour));
    expect(story.tags('csm').slice(before)).toEqual([
      expect.stringMatching(/approved.*Your turn: Write down the requirement/u),
    ]);
  });

  it('a change that re-opens an approval tags the CSM once, with what to ask again', () => {
    const story = quietAt('development');
    const before = story.tags('csm').length;
    story.edit('integrator', impact(30));
    story.until(plusMs(story.now, 2 * hour));
    const ask = story.clock('gate:internal-approval:ask');
    expect(ask === undefined ? null : toldSince(ask)).not.toBeNull();
    expect(story.tags('csm')).toHaveLength(before + 1);
  });

  it('a ticket that was closed by hand and put back is as it was: nobody is told what is not so', () => {
    const story = quietAt('development');
    const dueAt = story.clock('step:development')?.dueAt;
    const before = { csm: story.tags('csm').length, said: story.said.length };
    story.moves('done', 'tester');
    expect(story.status).toBe('progress');
    story.until(plusMs(story.now, 2 * hour));
    expect(story.said).toHaveLength(before.said + 1);
    expect(story.tags('csm')).toHaveLength(before.csm);
    expect(story.clock('step:development')?.dueAt).toBe(dueAt);
  });

  it('one that stays closed is the CSM’s, who says what becomes of the change request', () => {
    const story = new ChangeStory({ statuses: {} }).upTo('development');
    story.moves('done', 'tester');
    expect(own(story).map(({ key }) => key)).toEqual(['closed']);
    story.until(plusMs(story.now, 2 * hour));
    expect(story.tags('csm').at(-1)).toContain('withdraw it, or reopen the ticket');
  });

  it('W6: whoever stands in is tagged, in the procedure’s own words as well', () => {
    const story = quietAt('internal-approval');
    const { situation } = story;
    const until = '2026-04-01T00:00:00.000Z';
    const approver = {
      ...situation.people['approver'],
      delegation: { delegate: 'sales', from: story.now, until },
    };
    Object.defineProperty(story, 'situation', {
      get: () => ({
        ...situation,
        now: story.now,
        ticket: story.ticket,
        people: { ...situation.people, approver },
      }),
    });
    story.ask('internal-approval');
    expect(story.said.at(-1)).toContain('@sales');
    expect(story.said.at(-1)).not.toContain('@approver');
  });
});

describe('nothing open waits for nobody', () => {
  const people = [...new Set(Object.values(roles).flat()), 'customer', 'stranger'];
  const anything: ChangeStep[] = [
    ...gates.flatMap(({ key, gate }): ChangeStep[] => [
      { kind: 'ask', gate: key },
      { kind: 'approve', gate: key, version: null, note: null },
      {
        kind: 'decline',
        gate: key,
        version: null,
        reason: 'Not like this',
        backTo: gate.backTo[0] ?? null,
      },
      { kind: 'skip', gate: key, reason: 'An emergency' },
      { kind: 'follow-up', gate: key, note: null },
    ]),
    ...works.map(({ key }): ChangeStep => ({
      kind: 'complete',
      step: key,
      build: '1',
      note: null,
    })),
    { kind: 'share-interface', link: null },
    { kind: 'save', edit: { part: 'requirement', requirement: 'Export', documentUrl: null } },
    { kind: 'save', edit: impact(3) },
    { kind: 'save', edit: { part: 'cost' } },
    { kind: 'save', edit: { part: 'due-date', dueDate: '2026-04-10' } },
    { kind: 'save', edit: wholeInterface },
    { kind: 'hold', reason: 'Budget freeze', until: null },
    { kind: 'resume' },
    { kind: 'withdraw', reason: 'Not wanted' },
    { kind: 'take-up', reason: 'Wanted again' },
  ];
  const begin = fc.constantFrom(...handOvers.map(([step]) => step));
  const doing = fc.tuple(fc.constantFrom(...people), fc.constantFrom(...anything));

  it('L1: whatever is done, one that is open has somebody who was told, or the radar says that it has nobody', () => {
    fc.assert(
      fc.property(
        begin,
        fc.array(doing, { maxLength: 40 }),
        fc.constantFrom(...Object.keys(roles), null),
        (step, acts, vacant) => {
          const story = new ChangeStory({ skipWithReason: true }).upTo(step);
          if (vacant !== null) (story as { roles_: object }).roles_ = { ...roles, [vacant]: [] };
          for (const [by, one] of acts) {
            story.at(plusMs(story.now, hour)).do(by, one);
            const over = isOver(story.change, story.policy);
            const clocks = own(story);
            expect([over, clocks.length > 0]).toEqual([over, !over]);
            for (const clock of clocks)
              if (holdersOf(clock).length === 0)
                expect(onRadar(story.ledger, story.situation).map(({ code }) => code)).toContain(
                  'owed-by-nobody',
                );
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
