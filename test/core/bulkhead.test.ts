import { type Because, because } from '../../src/core/because';
import { decide, wakeAt } from '../../src/core/decide';
import { emptyLedger, type Ledger } from '../../src/core/ledger';
import { mayShowCustomer } from '../../src/core/meet';
import { partOf } from '../../src/core/part';
import type { Procedure } from '../../src/core/procedure';
import { emptyProjection } from '../../src/core/projection';
import { onRadar } from '../../src/core/radar';
import { asksOf } from '../../src/procedures/account-manager/asks';
import { everyRule } from '../support/procedures';
import { Story } from '../support/sop';

const seen = partOf<readonly number[]>('counter', 1);

/** Writes down every comment it was told of; throws at the one that says so, until it is mended. */
const counter = (broken: () => boolean): Procedure => ({
  id: 'counter',
  onComment(c, comment) {
    seen.set(c, [...(seen.of(c.ledger) ?? []), comment.id]);
    c.done(c.now, null, `Counted ${comment.id}`, because('X8', 'A test counts.'));
    if (comment.text.includes('break') && broken()) throw new Error('The counter broke.');
  },
  onTime: () => undefined,
  wakeAt: () => null,
});

describe('a procedure that throws', () => {
  let broken: boolean;
  let story: Story;
  let ledger: Ledger;
  beforeEach(() => {
    broken = true;
    story = new Story();
    ledger = emptyLedger('100', 'EBH-1', '1');
  });
  const procedures = [counter(() => broken), ...everyRule];
  const turn = () => {
    const decision = decide(ledger, { ...story.situation, procedures });
    ledger = decision.ledger;
    return decision;
  };

  it('is stopped alone: the others go on, and nothing of what it began is kept', () => {
    story.comment('agent', { text: 'first' });
    story.comment('agent', { mentions: ['Chad'], text: 'break, Chad?' });
    const decision = turn();
    expect(decision.failures).toMatchObject([{ procedure: 'counter' }]);
    expect(asksOf(ledger).ask?.holder).toBe('Chad');
    expect(seen.of(ledger)).toBeUndefined();
    expect(ledger.journal.filter(({ procedure }) => procedure === 'counter')).toEqual([]);
  });

  it('catches up from where it stood, each happening once and in order', () => {
    story.comment('agent', { text: 'first' });
    turn();
    story.comment('agent', { text: 'break' });
    story.comment('agent', { text: 'third' });
    turn();
    story.comment('agent', { text: 'fourth' });
    turn();
    expect(seen.of(ledger)).toEqual([1]);
    broken = false;
    expect(turn().failures).toEqual([]);
    expect(seen.of(ledger)).toEqual([1, 2, 3, 4]);
    turn();
    expect(seen.of(ledger)).toEqual([1, 2, 3, 4]);
    expect(ledger.stopped).toEqual({});
  });

  it('stands on the radar since it failed, and is tried again within the hour', () => {
    story.comment('agent', { text: 'break' });
    turn();
    expect(wakeAt(procedures, ledger)).toBe('2026-03-02T11:00:00.000Z');
    const item = () =>
      onRadar(ledger, { ...story.situation, procedures }).find(
        ({ code }) => code === 'procedure-stopped-counter',
      );
    expect(item()).toMatchObject({ severity: 'urgent', since: '2026-03-02T10:00:00.000Z' });
    story.at('2026-03-02T11:00:00.000Z');
    turn();
    expect(item()?.since).toBe('2026-03-02T10:00:00.000Z');
    broken = false;
    turn();
    expect(item()).toBeUndefined();
  });

  it('writes nothing new at every look while it fails', () => {
    story.comment('agent', { text: 'break' });
    turn();
    story.at('2026-03-02T10:30:00.000Z');
    expect(turn().changed).toBe(false);
  });
});

it('keeps its gates closed, and what it last showed, while it has stopped', () => {
  const story = new Story();
  let broken = false;
  const keeper: Procedure = {
    id: 'keeper',
    onTime: () => {
      if (broken) throw new Error('Broken.');
    },
    wakeAt: () => null,
    property: (projection) => ({ ...(projection ?? emptyProjection), gate: 'closed' }),
    vetoStatus: () => null,
    mayShowCustomer: () => null,
  };
  const shows: (Because | null)[] = [];
  const asks: Procedure = {
    id: 'asks',
    onTime: (c) => {
      shows.push(mayShowCustomer(c, 'uat'));
      c.status = { to: { id: 'done', name: 'Done' }, actor: null, clause: 'X1' };
    },
    wakeAt: () => null,
  };
  const first = decide(emptyLedger('100', 'EBH-1', '1'), {
    ...story.situation,
    procedures: [keeper],
  });
  broken = true;
  const { ledger, effects } = decide(first.ledger, {
    ...story.situation,
    procedures: [keeper, asks],
  });
  expect(shows.at(-1)?.values).toEqual({ procedure: 'keeper' });
  expect(effects.map(({ command }) => command.kind)).not.toContain('transition');
  expect(ledger.projected).toEqual({ ...emptyProjection, gate: 'closed' });
});

it('where procedures meet, one asks the engine and the engine asks the others', () => {
  const story = new Story();
  const wishes: Procedure = {
    id: 'wishes',
    onTime: (c) => {
      c.status = { to: { id: 'done', name: 'Done' }, actor: null, clause: 'X1' };
    },
    wakeAt: () => null,
  };
  let open = true;
  const against: Procedure = {
    id: 'against',
    onTime: () => undefined,
    wakeAt: () => null,
    vetoStatus: () => (open ? because('X5', 'Something is still open.') : null),
  };
  let ledger = emptyLedger('100', 'EBH-1', '1');
  const turn = (procedures: readonly Procedure[]) => {
    const decision = decide(ledger, { ...story.situation, procedures });
    ledger = decision.ledger;
    return decision.effects.map(({ command }) => command.kind);
  };
  expect(turn([wishes, against])).toEqual([]);
  expect(ledger.journal.map(({ text, procedure }) => [text, procedure])).toEqual([
    ['Not moved to Done yet', 'against'],
  ]);
  // Said once, and kept: once nothing is against it any more, the ticket moves without anybody wishing again.
  expect(turn([wishes, against])).toEqual([]);
  expect(ledger.journal).toHaveLength(1);
  open = false;
  expect(turn([against])).toEqual(['transition']);
  expect(ledger.vetoed).toBeUndefined();
});
