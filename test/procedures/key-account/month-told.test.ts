// K4, KA-06, KA-07: what a month tells of its escalations, meetings, changes and actions, each once.
import type { Happening, What } from '../../../src/procedures/key-account/happening';
import {
  actionsOf,
  changesOf,
  escalationsOf,
  meetingsOf,
} from '../../../src/procedures/key-account/month-meetings';
import { monthTold } from '../../../src/procedures/key-account/pages/month-told';
import { weekSummaries } from '../../../src/procedures/key-account/summary';
import { KeyStory } from '../../support/key-account';
import { memoryWorld } from '../../support/memory-ports';
import { rememberHappening } from '../../../src/procedures/key-account/effects';
import { toldSheets } from '../../../static/procedures/key-account/overview/told-sheets';

let number = 0;
const on = (day: string, what: What, change: Partial<Happening> = {}): Happening => ({
  id: `${(number += 1)}`,
  at: `${day}T12:00:00.000Z`,
  day,
  cid: null,
  issueId: '7',
  key: 'OPS-7',
  by: 'agent',
  what,
  ...change,
});
const opened = (day: string, week: string, change: Partial<Happening> = {}): Happening =>
  on(week, { kind: 'meeting-opened', week, on: day }, change);
const held = (day: string, week: string, change: Partial<Happening> = {}): Happening =>
  on(
    day,
    { kind: 'meeting-held', week, on: day, attended: ['keeper'], others: 'Sales', lookedAt: 2 },
    change,
  );
const eighth = { issueId: '8', key: 'OPS-8' };

describe('meetings of a month', () => {
  it('are those that are on one of its days, whenever they were opened or recorded', () => {
    const all = [
      opened('2026-04-01', '2026-03-30'),
      opened('2026-04-28', '2026-04-27', eighth),
      held('2026-04-01', '2026-03-30'),
      held('2026-05-04', '2026-04-27', eighth),
    ];
    expect(meetingsOf('2026-03', all)).toEqual([]);
    expect(meetingsOf('2026-04', all)).toMatchObject([
      { key: 'OPS-7', state: 'held', heldOn: '2026-04-01', attended: ['keeper'], lookedAt: 2 },
      { key: 'OPS-8', state: 'held', heldOn: '2026-05-04' },
    ]);
  });

  it('say why there was none, and what nobody has recorded', () => {
    const week = '2026-03-02';
    const none = on('2026-03-03', { kind: 'meeting-not-held', week, reason: 'At the fair.' });
    expect(meetingsOf('2026-03', [opened('2026-03-03', week)])).toMatchObject([
      { state: 'not-recorded', reason: null, heldOn: null },
    ]);
    expect(meetingsOf('2026-03', [opened('2026-03-03', week), none])).toMatchObject([
      { state: 'not-held', reason: 'At the fair.' },
    ]);
    // It was held after all.
    expect(
      meetingsOf('2026-03', [opened('2026-03-03', week), none, held('2026-03-05', week)]),
    ).toMatchObject([{ state: 'held', reason: null }]);
  });
});

describe('actions of a month', () => {
  const added = (day: string, due: string, change: Partial<Happening> = {}): Happening =>
    on(day, { kind: 'action-added', action: 1, text: 'Ask them', owner: 'dev', due }, change);
  const done = (day: string, change: Partial<Happening> = {}): Happening =>
    on(day, { kind: 'action-done', action: 1, inTime: false }, change);

  it('are told in every month in which they were open, once in each', () => {
    const all = [added('2026-01-20', '2026-01-30'), done('2026-03-05')];
    expect(
      ['2025-12', '2026-01', '2026-02', '2026-03', '2026-04'].map(
        (month) => actionsOf(month, all).length,
      ),
    ).toEqual([0, 1, 1, 1, 0]);
    expect(actionsOf('2026-02', all)).toMatchObject([{ doneOn: '2026-03-05', inTime: false }]);
  });

  it('have the owner and the date they were moved to, and count how often', () => {
    const move = (day: string, owner: string, due: string): Happening =>
      on(day, { kind: 'action-moved', action: 1, owner, due, reason: 'It takes longer.' });
    expect(
      actionsOf('2026-03', [
        added('2026-03-03', '2026-03-10'),
        move('2026-03-09', 'dev', '2026-03-17'),
        move('2026-03-16', 'peer', '2026-03-24'),
      ]),
    ).toMatchObject([{ owner: 'peer', due: '2026-03-24', moved: 2, doneOn: null }]);
  });

  it('of two meetings are not taken for one another', () => {
    expect(
      actionsOf('2026-03', [
        added('2026-03-03', '2026-03-10'),
        added('2026-03-10', '2026-03-17', eighth),
        done('2026-03-11', eighth),
      ]).map(({ key, doneOn }) => `${key} ${doneOn ?? 'open'}`),
    ).toEqual(['OPS-7 open', 'OPS-8 2026-03-11']);
  });
});

describe('escalations of a month', () => {
  const raised = (day: string, what?: string): Happening =>
    on(day, {
      kind: 'escalated',
      aspect: 'timing',
      byRule: false,
      ...(what === undefined ? {} : { what }),
    });

  it('say what, who, and how it ended, also where that was later', () => {
    const all = [
      raised('2026-03-30', 'The file was late.'),
      on('2026-03-30', { kind: 'escalation-answered', inTime: true }, { by: 'senior' }),
      on('2026-04-02', { kind: 'escalation-resolved', how: 'Sent again.' }, { by: 'senior' }),
    ];
    expect(escalationsOf('2026-03', all)).toEqual([
      {
        key: 'OPS-7',
        day: '2026-03-30',
        cid: null,
        aspect: 'timing',
        what: 'The file was late.',
        by: 'agent',
        answered: { by: 'senior', inTime: true },
        resolved: { by: 'senior', on: '2026-04-02', how: 'Sent again.' },
      },
    ]);
    expect(escalationsOf('2026-04', all)).toEqual([]);
  });

  it('each have an end of their own in one ticket; those of an earlier edition have no words', () => {
    const all = [
      raised('2026-03-02'),
      on('2026-03-03', { kind: 'escalation-resolved' }),
      raised('2026-03-09'),
      on('2026-03-09', { kind: 'escalation-answered', inTime: false }),
    ];
    expect(
      escalationsOf('2026-03', all).map(({ what, answered, resolved }) => [
        what,
        answered?.inTime ?? null,
        resolved?.on ?? null,
      ]),
    ).toEqual([
      [null, null, '2026-03-03'],
      [null, false, null],
    ]);
  });

  it('are counted with their words from now on', () => {
    const story = new KeyStory();
    const what = 'Deductions of 40 employees are wrong.';
    story.step({ kind: 'escalate', aspect: 'accuracy', what });
    story.step({ kind: 'resolve-escalation', how: 'Corrected and sent.' });
    const said = story.effects.flatMap(({ command }) =>
      command.kind === 'own' && command.effect === rememberHappening.name
        ? [rememberHappening.inputOf(command).happening.what]
        : [],
    );
    expect(said).toMatchObject([
      { kind: 'escalated', what },
      { kind: 'escalation-answered' },
      { kind: 'escalation-resolved', how: 'Corrected and sent.' },
    ]);
  });
});

describe('what is told of a month', () => {
  const seven = on('2026-03-03', {
    kind: 'change-noted',
    text: 'A new file format.',
    affects: ['timing', 'accuracy'],
  });
  const eight = on(
    '2026-03-03',
    { kind: 'escalated', aspect: 'timing', byRule: false, what: 'Secret.' },
    eighth,
  );

  it('leaves out the words of tickets that the viewer may not see, and says how many', async () => {
    const told = await monthTold(
      memoryWorld().ports('agent'),
      '2026-03',
      [seven, eight],
      async () => new Set(['7']),
    );
    expect(told).toMatchObject({ changes: [{ text: 'A new file format.' }], quality: [] });
    expect(told.unseen).toBe(1);
    expect(JSON.stringify(told)).not.toContain('Secret');
  });

  it('asks Jira for no ticket where there is nothing to tell', async () => {
    const sees = jest.fn();
    const told = await monthTold(memoryWorld().ports('agent'), '2026-02', [seven, eight], sees);
    expect(told).toEqual({ quality: [], meetings: [], changes: [], actions: [], unseen: 0 });
    expect(sees).not.toHaveBeenCalled();
  });

  it('stands in the workbook, a sheet for each', async () => {
    const told = await monthTold(
      memoryWorld().ports('agent'),
      '2026-03',
      [opened('2026-03-03', '2026-03-02'), held('2026-03-03', '2026-03-02'), seven],
      async () => new Set(['7']),
    );
    const sheets = Object.fromEntries(toldSheets(told).map(({ name, rows }) => [name, rows]));
    expect(Object.keys(sheets)).toEqual(['Escalations', 'Meetings', 'Changes', 'Actions']);
    expect(sheets['Meetings']?.[1]).toEqual([
      '2026-03-03',
      'Held',
      '2026-03-03',
      'keeper; Sales',
      '',
      2,
      'OPS-7',
    ]);
    expect(sheets['Changes']?.[1]).toEqual([
      '2026-03-03',
      'A new file format.',
      'Timing, accuracy',
      'all',
      'agent',
      'OPS-7',
    ]);
    expect(changesOf('2026-04', [seven])).toEqual([]);
  });
});

it('KA-07: a week counts the cycles that were recorded later than they were due', () => {
  const story = new KeyStory().signedOff();
  story.step({ kind: 'set-processing', value: true });
  const cycle = (date: string): void => {
    story.step({ kind: 'record-cycle', date, passed: true, note: '' });
  };
  story.at('2026-03-06T18:00:00.000Z').turn();
  cycle('2026-03-06');
  // The next is due on the morning after Friday, and nobody says anything until Thursday.
  story.at('2026-03-16T10:00:00.000Z').turn();
  story.at('2026-03-19T10:00:00.000Z').turn();
  cycle('2026-03-13');
  const happenings = story.effects.flatMap(({ command }) =>
    command.kind === 'own' && command.effect === rememberHappening.name
      ? [rememberHappening.inputOf(command).happening]
      : [],
  );
  const late = weekSummaries(happenings, '2026-03-20', 3).map(({ cyclesLate }) => cyclesLate.count);
  expect(late).toEqual([0, 0, 1]);
});
