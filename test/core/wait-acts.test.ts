import type { Act } from '../../src/core/act';
import { holdersOf } from '../../src/core/clock';
import {
  askBack,
  declineWait,
  delegateWait,
  escalateWait,
  inform,
  promiseWait,
} from '../../src/core/wait-acts';
import { type WaitRow, waitingList } from '../../src/core/wait-rows';
import { aPerson, aQueue } from '../support/sop';
import { Desk, listOf, roles, wait } from '../support/wait-desk';

describe('what people do about anything that is owed', () => {
  const named = { procedure: 'chores', wait: 'approve' };
  const does = (desk: Desk, who: string, perform: Act['perform'], mayTransition = false) =>
    desk.doing({ procedure: 'wait', perform }, { accountId: who, mayTransition }).refused;

  it('a date moves the due time, never to earlier, as often as the settings allow', () => {
    const desk = new Desk().owes(wait());
    const by = (when: string) =>
      does(desk, 'Ana', (c, a) => promiseWait(c, a, { ...named, by: when }));
    expect(by('2026-03-02T09:00:00.000Z')?.field).toBe('by');
    expect(by('2026-03-04T12:00:00.000Z')).toBeNull();
    expect(desk.clock?.dueAt).toBe('2026-03-04T12:00:00.000Z');
    expect(by('2026-03-05T12:00:00.000Z')?.clause).toBe('A8');
    desk.until('2026-03-04T11:59:59.000Z');
    expect(desk.said).toHaveLength(1);
    desk.until('2026-03-04T12:00:00.000Z');
    expect(desk.said.at(-1)?.to).toEqual(['Paige']);
  });

  it('a date given late takes it back to whoever gave it', () => {
    const desk = new Desk().owes(wait()).until('2026-03-05T12:00:00.000Z');
    expect(desk.clock?.late).toBe(true);
    does(desk, 'Paige', (c, a) => promiseWait(c, a, { ...named, by: '2026-03-06T12:00:00.000Z' }));
    const before = desk.said.length;
    desk.until('2026-03-06T11:00:00.000Z');
    expect(desk.said).toHaveLength(before);
    desk.until('2026-03-06T12:00:00.000Z');
    expect(desk.said.length).toBe(before + 1);
  });

  it('is refused to who was not asked, in words that say who was', () => {
    const desk = new Desk().owes(wait());
    expect(
      does(desk, 'Rita', (c, a) => promiseWait(c, a, { ...named, by: '2026-03-03T12:00:00.000Z' })),
    ).toMatchObject({ text: 'This is with Ana. Only they can do this.' });
  });

  it('escalated by hand, whoever is above hears who escalated and why', () => {
    const desk = new Desk().owes(wait());
    const now = (who: string, agent: boolean) =>
      does(desk, who, (c, a) => escalateWait(c, a, { ...named, reason: 'It cannot wait.' }), agent);
    expect(now('Rita', false)).not.toBeNull();
    expect(now('agent', true)).toBeNull();
    expect(desk.said.at(-1)).toMatchObject({ to: ['Paige'] });
    expect(desk.said.at(-1)?.words).toContain('agent escalates this to you');
    expect(desk.said.at(-1)?.words).toContain('It cannot wait.');
    expect(now('agent', true)?.text).toContain('Nobody above is left');
  });

  it('escalated by hand before its time, nobody reads that the time is over', () => {
    const desk = new Desk().owes(wait({ within: { days: 5 } }));
    does(desk, 'agent', (c, a) => escalateWait(c, a, { ...named, reason: 'Urgent.' }), true);
    desk.until('2026-03-05T12:00:00.000Z');
    expect(desk.clock?.dueAt).toBe('2026-03-09T17:00:00.000Z');
    expect(desk.said.length).toBeGreaterThan(2);
    const words = desk.said.map((one) => one.words).join('\n');
    expect(words).toContain('still open: Approve the cost. It is due by Mon 9 Mar 2026');
    expect(words).not.toContain('It was due');
  });

  it('handed on, the other is told and both may act', () => {
    const desk = new Desk().owes(wait());
    const to = (person: string) =>
      does(desk, 'Ana', (c, a) => delegateWait(c, a, { ...named, to: aPerson(person) }));
    expect(to('Rita')).toBeNull();
    expect(desk.said.at(-1)?.to).toContain('Rita');
    expect(to('Rita')?.field).toBe('to');
    for (const person of ['Ana', 'Rita']) expect(listOf(desk, waitingList, person)).toHaveLength(1);
    desk.turn();
    expect(listOf(desk, waitingList, 'Rita')).toHaveLength(1);
  });

  it('is never handed to somebody who must not do it', () => {
    const desk = new Desk().owes(wait({ not: ['Rita'] }));
    const refused = does(desk, 'Ana', (c, a) =>
      delegateWait(c, a, { ...named, to: aPerson('Rita') }),
    );
    expect(refused).toMatchObject({ field: 'to' });
  });

  it('"not mine" asks the next, and in the end those above', () => {
    const desk = new Desk({ roles: { ...roles, 'cr-approver': ['Ana', 'Rita'] } }).owes(wait());
    const no = (who: string) =>
      does(desk, who, (c, a) => declineWait(c, a, { ...named, reason: 'Not my area.' }));
    expect(no('Ana')).toBeNull();
    expect(holdersOf(desk.clock ?? { asked: [], rung: 0 })).toEqual(['Rita']);
    expect(no('Rita')).toBeNull();
    desk.turn();
    expect(desk.said.at(-1)?.to).toEqual(['Paige']);
  });

  it('"not mine" leaves the due time that the next one is told', () => {
    const desk = new Desk({ fallback: ['Rita'] }).owes(wait({ within: { days: 2 }, above: [] }));
    desk.at('2026-03-03T11:00:00.000Z');
    does(desk, 'Ana', (c, a) => declineWait(c, a, { ...named, reason: 'Not my area.' }));
    expect(desk.said.at(-1)?.words).toContain('this is yours now: Approve the cost. Due by Wed 4');
    desk.at('2026-03-03T12:00:00.000Z').turn();
    expect(desk.clock?.dueAt).toBe('2026-03-04T17:00:00.000Z');
    desk.until('2026-03-04T17:00:00.000Z');
    expect(desk.said.at(-1)?.words).toContain('It was due by Wed 4');
  });

  it('a question stops the clock, is owed by whoever asked, and its answer lets the rest run', () => {
    const desk = new Desk().owes(wait({ askers: ['agent'] }));
    desk.at('2026-03-02T12:00:00.000Z');
    expect(
      does(desk, 'Ana', (c, a) => askBack(c, a, { ...named, text: 'Which rate?' })),
    ).toBeNull();
    expect(desk.said.at(-1)?.to).toEqual(['agent']);
    expect(desk.said.at(-1)?.words).toContain('Which rate?');
    desk.at('2026-03-02T15:00:00.000Z').turn();
    expect(desk.said.filter(({ to }) => to.includes('Paige'))).toEqual([]);
    expect(
      does(desk, 'agent', (c, a) => inform(c, a, { ...named, text: 'The one of 2026.' }), true),
    ).toBeNull();
    expect(desk.ledger.clocks).toHaveLength(1);
    expect(desk.clock?.dueAt).toBe('2026-03-02T17:00:00.000Z');
    expect(desk.said.at(-1)).toMatchObject({ to: ['Ana'], words: '@Ana The one of 2026.' });
  });

  it('a question is answered from its own line of the list, as that line names it', () => {
    const desk = new Desk().owes(wait({ askers: ['agent'] }));
    does(desk, 'Ana', (c, a) => askBack(c, a, { ...named, text: 'Which rate?' }));
    const [line] = listOf(desk, waitingList, 'agent').map(({ doc }) => doc as WaitRow);
    const { procedure, wait: own } = line ?? { procedure: '', wait: '' };
    expect(
      does(desk, 'agent', (c, a) => inform(c, a, { procedure, wait: own, text: 'The last one.' })),
    ).toBeNull();
    expect(desk.clock?.question).toBeUndefined();
    expect(listOf(desk, waitingList, 'agent')).toEqual([]);
  });

  it('a question nobody answers climbs like anything else', () => {
    const desk = new Desk().owes(wait({ askers: ['agent'] }));
    does(desk, 'Ana', (c, a) => askBack(c, a, { ...named, text: 'Which rate?' }));
    desk.until('2026-03-03T10:00:00.000Z');
    expect(desk.said.at(-1)?.to).toEqual(['Paige']);
  });

  it('a question has the time of the settings when it is asked, and keeps it', () => {
    const answerTo = (desk: Desk) =>
      desk.ledger.clocks?.find(({ key }) => key === 'question:approve')?.dueAt;
    const asked = (times: { graceMinutes: number; answerMinutes?: number }): Desk => {
      const desk = new Desk();
      desk.policy = { ...desk.policy, queues: { '1': aQueue({ times }) } };
      desk.owes(wait({ askers: ['agent'] }));
      does(desk, 'Ana', (c, a) => askBack(c, a, { ...named, text: 'Which rate?' }));
      return desk;
    };
    expect(answerTo(asked({ graceMinutes: 30 }))).toBe('2026-03-02T14:00:00.000Z');
    const desk = asked({ graceMinutes: 30, answerMinutes: 60 });
    expect(answerTo(desk)).toBe('2026-03-02T11:00:00.000Z');
    const times = { graceMinutes: 30, answerMinutes: 480 };
    desk.policy = { ...desk.policy, version: 9, queues: { '1': aQueue({ times }) } };
    desk.turn();
    expect(answerTo(desk)).toBe('2026-03-02T11:00:00.000Z');
  });

  it('a question is answered and not asked back: nobody would owe that answer', () => {
    const desk = new Desk().owes(wait({ askers: ['agent'] }));
    does(desk, 'Ana', (c, a) => askBack(c, a, { ...named, text: 'Which rate?' }));
    const question = { procedure: 'chores', wait: 'question:approve' };
    expect(
      does(desk, 'agent', (c, a) => askBack(c, a, { ...question, text: 'Which rates are there?' })),
    ).toMatchObject({ clause: 'AM-30', text: expect.stringContaining('Answer it') });
    const answer = desk.ledger.clocks?.find(({ key }) => key === question.wait);
    expect(answer?.nextAt).not.toBeNull();
  });

  it('what a question holds up stands still, whatever is done meanwhile, and whoever gets it hears of it', () => {
    const desk = new Desk().owes(wait({ askers: ['agent'] }));
    does(desk, 'Ana', (c, a) => askBack(c, a, { ...named, text: 'Which rate?' }));
    const by = '2026-03-04T12:00:00.000Z';
    expect(does(desk, 'Ana', (c, a) => promiseWait(c, a, { ...named, by }))).toBeNull();
    expect(desk.clock).toMatchObject({ dueAt: by, nextAt: null });
    desk.at('2026-03-02T12:00:00.000Z');
    does(desk, 'Ana', (c, a) => delegateWait(c, a, { ...named, to: aPerson('Rita') }));
    expect(desk.said.at(-1)).toMatchObject({ to: ['Rita'] });
    desk.turn();
    expect(desk.clock).toMatchObject({ dueAt: by, nextAt: null });
    does(desk, 'agent', (c, a) => inform(c, a, { ...named, text: 'The new one.' }), true);
    expect(desk.clock?.nextAt).toBe(by);
  });

  it('says that it is gone where somebody was faster', () => {
    const desk = new Desk().owes(wait()).owes();
    expect(does(desk, 'Ana', (c, a) => declineWait(c, a, { ...named, reason: 'x' }))).toMatchObject(
      {
        text: expect.stringContaining('not owed any more'),
      },
    );
  });
});
