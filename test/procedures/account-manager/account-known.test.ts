// Scenario 48: somebody is looped in while nobody knows the account; the ask opens when it is known, and not before.
import { asksOf } from '../../../src/procedures/account-manager/asks';
import type { OpenAsk } from '../../../src/procedures/account-manager/ask';
import type { TicketAccount } from '../../../src/core/account';
import { anas, chads, Story } from '../../support/sop';

const unknown: TicketAccount = { kind: 'unknown' };
const known: TicketAccount = { kind: 'known', account: anas, chosen: false };
const askOf = (story: Story): OpenAsk => asksOf(story.ledger).ask as OpenAsk;
const threeDaysLater = '2026-03-05T10:00:00.000Z';

const ways: readonly [string, (story: Story) => Story][] = [
  ['a tag', (story) => story.comment('agent', { mentions: ['Ana'], text: 'Is it signed?' })],
  ['the status', (story) => story.moves('wfam')],
];

describe.each(ways)('A12: looped in by %s while the account is not known', (way, loopIn) => {
  const waits = (): Story => {
    const story = new Story({ account: unknown });
    loopIn(story).turn();
    return story;
  };

  it('asks nobody, and keeps it once, however often the rules look', () => {
    const story = waits();
    expect(asksOf(story.ledger)).toMatchObject({ ask: null, waiting: { by: 'agent' } });
    expect(story.turn()).toMatchObject({ changed: false, effects: [] });
    story.at(threeDaysLater).turn();
    expect(asksOf(story.ledger)).toMatchObject({ ask: null, waiting: { by: 'agent' } });
    expect(story.tagged).not.toContain('Ana');
  });

  it('three days later the organization is set: the ask opens then, the manager is tagged then, due counts from then', () => {
    const story = waits().at(threeDaysLater);
    story.account = known;
    story.turn();
    expect(askOf(story)).toMatchObject({
      holder: 'Ana',
      rung: 0,
      askedAt: threeDaysLater,
      since: threeDaysLater,
      dueAt: '2026-03-05T14:00:00.000Z',
    });
    expect(story.tagged).toEqual(['Ana']);
    expect(story.status).toBe('wfam');
    const said = JSON.stringify(story.last?.effects);
    expect(said).toContain('asked for by agent');
    if (way === 'a tag') expect(said).toContain('Is it signed?');
    expect(story.turn()).toMatchObject({ changed: false, effects: [] });
    story.at('2026-03-05T13:59:59.000Z').turn();
    expect(askOf(story).rung).toBe(0);
    story.at('2026-03-05T14:00:00.000Z').turn();
    expect(askOf(story)).toMatchObject({ rung: 1, holder: 'Paige' });
  });

  it('the same when an agent chooses the account in the panel; whoever it has is tagged, whoever was tagged before', () => {
    const story = waits().at(threeDaysLater);
    story.account = { kind: 'known', account: chads, chosen: true };
    story.turn({ kind: 'choose-account', cid: 'MSBK' });
    expect(askOf(story)).toMatchObject({ holder: 'Chad', dueAt: '2026-03-05T14:00:00.000Z' });
    expect(story.tagged).toEqual(['Chad']);
  });

  it('is over when the ticket is done, or an agent withdraws it', () => {
    const story = waits();
    story.turn({ kind: 'withdraw', reason: 'solved by phone' });
    expect(asksOf(story.ledger).waiting).toBeNull();
    const done = waits().moves('done');
    done.turn();
    expect(asksOf(done.ledger).waiting).toBeNull();
    done.account = known;
    done.turn();
    expect(asksOf(done.ledger).ask).toBeNull();
  });
});

describe('A12: what is not kept', () => {
  it('a tag of somebody who is asked by no SOP', () => {
    const story = new Story({ account: unknown });
    story.inDirectory = ['Ana'];
    story.comment('agent', { mentions: ['other agent'], text: 'Can you look, please?' }).turn();
    expect(asksOf(story.ledger).waiting).toBeNull();
  });

  it('a status that was moved on by hand before the account was known', () => {
    const story = new Story({ account: unknown });
    story.moves('wfam').turn();
    story.at('2026-03-02T11:00:00.000Z').moves('progress').turn();
    story.account = known;
    story.turn();
    expect(asksOf(story.ledger)).toMatchObject({ ask: null, waiting: null });
  });
});

describe('AM-19: an ask that is found late', () => {
  it('leaves at least the grace from when it is found, though the tag is older', () => {
    const story = new Story({ account: known });
    story.comment('agent', { mentions: ['Ana'], text: 'Is it signed?' });
    story.at('2026-03-02T13:50:00.000Z').turn();
    expect(askOf(story)).toMatchObject({ rung: 0, dueAt: '2026-03-02T14:20:00.000Z' });
    const tomorrow = new Story({ account: known });
    tomorrow.comment('agent', { mentions: ['Ana'], text: 'Is it signed?' });
    tomorrow.at('2026-03-03T10:00:00.000Z').turn();
    expect(askOf(tomorrow)).toMatchObject({ rung: 0, dueAt: '2026-03-03T10:30:00.000Z' });
  });

  it('asks nobody after more than a week: it is offered, and whoever tagged decides', () => {
    const story = new Story({ account: known });
    story.comment('agent', { mentions: ['Ana'], text: 'Is it signed?' });
    story.at('2026-03-12T10:00:00.000Z').turn();
    expect(asksOf(story.ledger).ask).toBeNull();
    expect(asksOf(story.ledger).offer).toMatchObject({ why: 'late', tagged: 'Ana' });
    expect(story.ledger.clocks).toMatchObject([{ of: { people: ['agent'] } }]);
    expect(story.turn().changed).toBe(false);
  });
});

describe('two people ask before the account is known', () => {
  it('both questions are asked when it is, and both hear the answer', () => {
    const story = new Story({ ticket: { organizations: [] } });
    story.account = { kind: 'unknown' };
    story.comment('agent', { mentions: ['Ana'], text: '@Ana can you please check this?' }).turn();
    story
      .at('2026-03-02T11:00:00.000Z')
      .comment('other agent', { mentions: ['Ana'], text: '@Ana can you please send the price?' })
      .turn();
    story.account = known;
    story.at('2026-03-03T11:00:00.000Z').turn();
    const { ask } = asksOf(story.ledger);
    expect(ask).toMatchObject({ askedBy: 'agent', also: [{ by: 'other agent' }] });
    const words = JSON.stringify(story.effects);
    expect(words).toContain('check this');
    expect(words).toContain('send the price');
  });
});
