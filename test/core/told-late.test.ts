// The words about what is owed are made from how it stands when they are posted, and who reads them late has their time since then.
import type { Ledger } from '../../src/core/ledger';
import type { Told } from '../../src/core/wait-event';
import { toldOnlyNow } from '../../src/core/told-late';
import type { Wait } from '../../src/core/wait';
import { waitWords } from '../../src/core/wait-words';
import { Desk, owing, wait } from '../support/wait-desk';

/** What the last turn wants people told. */
const tellsOf = (desk: Desk): readonly Told[] =>
  (desk.last?.effects ?? []).flatMap(({ command }) =>
    command.kind === 'comment' ? (command.tells ?? []) : [],
  );

/** What is posted at that moment. */
const posted = (desk: Desk, tells: readonly Told[], ledger: Ledger = desk.ledger): string[] =>
  waitWords(desk.situation, ledger, tells).map((paragraph) =>
    paragraph.map((piece) => ('text' in piece ? piece.text : `@${piece.name}`)).join(''),
  );

const owes = (desk: Desk, ...waits: Wait[]): void => {
  desk.doing(owing(...waits), { accountId: 'agent' });
};

describe('what people are told of what they owe', () => {
  const cost = wait();
  const plan = wait({ key: 'plan', title: 'Approve the plan' });

  it('is said of what is left of it, in one comment', () => {
    const desk = new Desk().owes(cost, plan);
    const tells = tellsOf(desk);
    expect(posted(desk, tells)).toHaveLength(2);
    owes(desk, plan);
    expect(posted(desk, tells)).toEqual([
      '@Ana your turn: Approve the plan. Due by Mon 2 Mar 2026, 14:00 (UTC).',
    ]);
    owes(desk);
    expect(posted(desk, tells)).toEqual([]);
  });

  it('says the time that they have from when they read it', () => {
    const desk = new Desk().owes(cost);
    const tells = tellsOf(desk);
    desk.at('2026-03-02T12:00:00.000Z');
    desk.ledger = toldOnlyNow(desk.ledger, desk.situation, tells);
    expect(posted(desk, tells)).toEqual([
      '@Ana your turn: Approve the cost. Due by Mon 2 Mar 2026, 16:00 (UTC).',
    ]);
    desk.until('2026-03-02T15:59:59.000Z');
    expect(desk.said).toHaveLength(1);
    desk.until('2026-03-02T16:00:00.000Z');
    expect(desk.said.at(-1)?.words).toContain('Ana did not do this in time');
  });

  it('leaves a while at least to who has taken it over', () => {
    const desk = new Desk({ fallback: ['Rita'] }).owes(wait({ above: [] }));
    desk.away('Ana', 'Rita').at('2026-03-02T11:00:00.000Z').turn();
    const tells = tellsOf(desk);
    expect(tells).toMatchObject([{ kind: 'passed-on', to: ['Rita'] }]);
    desk.at('2026-03-02T13:55:00.000Z');
    const late = toldOnlyNow(desk.ledger, desk.situation, tells);
    expect(late.clocks?.[0]?.dueAt).toBe('2026-03-02T14:25:00.000Z');
  });

  it('those above, told late, have their day since then', () => {
    const above = [
      { to: 'team-lead' as const, after: { days: 0 } },
      { to: 'qa' as const, after: { minutes: 60 } },
    ];
    const desk = new Desk().owes(wait({ above })).until('2026-03-02T14:00:00.000Z');
    desk.turn();
    const [escalated] = desk.effects.flatMap(({ command }) =>
      command.kind === 'comment' ? (command.tells ?? []).filter((one) => one.rung === 1) : [],
    );
    expect(escalated?.kind).toBe('escalated');
    desk.at('2026-03-02T14:40:00.000Z');
    const late = toldOnlyNow(
      desk.ledger,
      desk.situation,
      escalated === undefined ? [] : [escalated],
    );
    expect(late.clocks?.[0]?.nextAt).toBe('2026-03-02T15:40:00.000Z');
    expect(late.journal.at(-1)?.text).toBe('Paige told only now: Approve the cost');
  });

  it('is not said any more once it is with those above, or has begun anew', () => {
    const desk = new Desk().owes(cost);
    const tells = tellsOf(desk);
    desk.until('2026-03-02T14:00:00.000Z').turn();
    expect(desk.clock?.rung).toBe(1);
    expect(posted(desk, tells)).toEqual([]);
    owes(desk);
    owes(desk, { ...cost, since: desk.now });
    expect(posted(desk, tells)).toEqual([]);
  });

  it('is not said to who has said that it is not theirs', () => {
    const desk = new Desk().owes(wait({ of: 'qa' }));
    const [told] = tellsOf(desk);
    const clock = desk.clock;
    if (told === undefined || clock === undefined) throw new Error('Nothing was told.');
    const asked = clock.asked.filter(({ person }) => person !== 'Joe');
    const ledger = { ...desk.ledger, clocks: [{ ...clock, asked }] };
    expect(posted(desk, [told]).join()).toContain('@Joe');
    expect(posted(desk, [told], ledger).join()).not.toContain('@Joe');
  });
});
