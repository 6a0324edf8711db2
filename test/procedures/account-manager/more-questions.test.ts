// More than one question, and requests that end without an answer.
import { asksOf } from '../../../src/procedures/account-manager/asks';
import type { OpenAsk } from '../../../src/procedures/account-manager/ask';
import { askersOf } from '../../../src/procedures/account-manager/rows';
import { defaultReadings } from '../../../src/procedures/account-manager/settings/reading-choices';
import { anas, aPerson, aPolicy, aQueue, everybody, Story } from '../../support/sop';

const known = { kind: 'known', account: anas, chosen: false } as const;
const askOf = (story: Story): OpenAsk => asksOf(story.ledger).ask as OpenAsk;
const asked = (change: ConstructorParameters<typeof Story>[0] = {}): Story => {
  const story = new Story({ account: known, ...change });
  story.request();
  return story.at('2026-03-02T11:00:00.000Z');
};
const comments = (policy = aPolicy()) =>
  aPolicy({
    ...(policy.queues['1'] ?? aQueue()),
    readings: { ...defaultReadings, whenOver: 'comment' },
  });

describe('AM-23: a second question to somebody who is asked already', () => {
  it('by a tag joins the request, and its asker hears the answer too', () => {
    const story = asked();
    story.comment('other agent', { mentions: ['Ana'], text: 'And the price, please?' }).turn();
    expect(asksOf(story.ledger).asks).toBe(1);
    expect(askOf(story).also).toMatchObject([
      { by: 'other agent', note: 'And the price, please?' },
    ]);
    expect(askersOf(askOf(story))).toEqual(['agent', 'other agent']);
    story.comment('Ana', { text: 'Both are settled.' }).turn();
    expect(story.tagged).toEqual(['agent', 'other agent']);
  });

  it('from the panel tags whoever has it, with the question', () => {
    const story = asked();
    story.turn(
      { kind: 'add-question', note: 'And what about the price?' },
      { accountId: 'other agent' },
    );
    expect(story.tagged).toEqual(['Ana']);
    expect(JSON.stringify(story.last?.effects)).toContain('And what about the price?');
    story.turn({ kind: 'answer', text: 'Both are settled.' }, { accountId: 'Ana' });
    expect(story.tagged).toEqual(['agent', 'other agent']);
  });

  it('thanks and notes join nothing', () => {
    const story = asked();
    story.comment('other agent', { mentions: ['Ana'], text: 'Thank you.' }).turn();
    expect(askOf(story).also).toBeUndefined();
  });
});

describe('A5: the answer finds somebody who is there', () => {
  it('the assignee who has left is passed over for the asker, and both for the team lead', () => {
    const gone = (...names: string[]) => ({
      ...everybody,
      ...Object.fromEntries(names.map((name) => [name, aPerson(name, { active: false })])),
    });
    const story = asked({ ticket: { assignee: aPerson('other agent', { active: false }) } });
    story.people = gone('other agent');
    story.comment('Ana').turn();
    expect(story.tagged).toEqual(['agent']);
    const nobody = asked({
      ticket: { assignee: null },
      policy: aPolicy(aQueue(), { roles: { 'team-lead': ['Joe'] } }),
    });
    nobody.people = gone('agent');
    nobody.comment('Ana').turn();
    expect(nobody.tagged).toEqual(['Joe']);
  });
});

describe('AM-13: a request that is over without an answer', () => {
  it('is told to whoever was asked where the settings say so, and not otherwise', () => {
    const quiet = asked();
    quiet.turn({ kind: 'withdraw', reason: 'solved by phone' });
    expect(quiet.tagged).toEqual([]);
    const told = asked({ policy: comments() });
    told.turn({ kind: 'withdraw', reason: 'solved by phone' });
    expect(told.tagged).toEqual(['Ana']);
    expect(JSON.stringify(told.last?.effects)).toContain('solved by phone');
    const done = asked({ policy: comments() });
    done.moves('done').turn();
    expect(done.tagged).toEqual(['Ana']);
  });

  it('can be taken up again when the ticket was resolved by mistake, with the time that was left', () => {
    const story = asked().at('2026-03-02T12:00:00.000Z');
    story.moves('done').turn();
    expect(asksOf(story.ledger).ask).toBeNull();
    expect(story.turn({ kind: 'take-up' }).refused).toMatchObject({ clause: 'AM-13' });
    story.at('2026-03-03T10:00:00.000Z').moves('wfs').turn();
    story.turn({ kind: 'take-up' });
    expect(askOf(story)).toMatchObject({
      holder: 'Ana',
      rung: 0,
      dueAt: '2026-03-03T12:00:00.000Z',
      note: 'Is the contract signed?',
    });
    expect(story.status).toBe('wfam');
    expect(story.tagged).toEqual(['Ana']);
    expect(story.turn({ kind: 'take-up' }).refused).not.toBeNull();
  });

  it('is taken up with whoever stands in, where the one asked has left meanwhile', () => {
    const story = asked().at('2026-03-02T12:00:00.000Z');
    story.moves('done').turn();
    story.people = { ...everybody, Ana: aPerson('Ana', { active: false }) };
    story.at('2026-03-03T10:00:00.000Z').moves('wfs').turn();
    story.turn({ kind: 'take-up' });
    expect(askOf(story)).toMatchObject({ holder: 'Paige', standsInFor: 'Ana' });
    expect(story.tagged).toEqual(['Paige']);
  });

  it('not one that was withdrawn by hand', () => {
    const story = asked();
    story.turn({ kind: 'withdraw', reason: 'solved by phone' });
    expect(story.turn({ kind: 'take-up' }).refused).toMatchObject({ clause: 'AM-13' });
  });
});
