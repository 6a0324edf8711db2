import type { EntryView, TicketView } from '../../../src/procedures/account-manager/contract/panel';
import type { ActionView } from '../../../src/contract/action';
import { matchingAccounts } from '../../../static/ticket-panel/account-choices';
import { actionsFor, primaryOf } from '../../../static/ticket-panel/action-words';
import { entryOptions, firstEntry } from '../../../static/ticket-panel/entry-options';
import { concerns, readAgainIn } from '../../../static/ticket-panel/liveliness';

const why = {
  clause: 'A3',
  text: 'Only somebody who was asked can give the response.',
  values: [],
  different: null,
  policyVersion: 1,
};
const permissions = (...allowed: (keyof TicketView['actions'])[]): TicketView['actions'] => {
  const of = (action: keyof TicketView['actions']): ActionView => ({
    title: action,
    ...(allowed.includes(action) ? { allowed: true } : { allowed: false, why }),
  });
  return {
    request: of('request'),
    'add-watcher': of('add-watcher'),
    answer: of('answer'),
    promise: of('promise'),
    escalate: of('escalate'),
    'put-back': of('put-back'),
    withdraw: of('withdraw'),
    'choose-account': of('choose-account'),
    'record-contact': of('record-contact'),
    move: of('move'),
    'add-question': of('add-question'),
    'take-up': of('take-up'),
    'request-now': of('request-now'),
    'set-aside': of('set-aside'),
    'add-note': of('add-note'),
    'count-as-answer': of('count-as-answer'),
  };
};
const anAsk = { id: 'a' } as NonNullable<TicketView['ask']>;

describe('the buttons of the panel', () => {
  it('offer to ask while nobody is asked', () => {
    expect(actionsFor({ ask: null })).toEqual(['request', 'add-watcher', 'record-contact']);
    expect(primaryOf({ ask: null, actions: permissions('request', 'add-watcher') })).toBe(
      'request',
    );
  });

  it('put the answer first for the person asked', () => {
    expect(primaryOf({ ask: anAsk, actions: permissions('answer', 'promise') })).toBe('answer');
  });

  it('stress nothing for those who can only escalate or withdraw', () => {
    expect(primaryOf({ ask: anAsk, actions: permissions('escalate', 'withdraw') })).toBeNull();
  });
});

describe('the SOP entries to ask for', () => {
  const anEntry = (id: string, mode: 'tag' | 'watch', applies: boolean): EntryView => ({
    id,
    name: id,
    mode,
    applies,
    suggestedPriorityId: null,
    respondWithin: '4 business hours',
    dueAt: null,
  });

  it('stand under "For this ticket" and "Other"; watching is not asking', () => {
    const groups = entryOptions([
      anEntry('other', 'tag', false),
      anEntry('fyi', 'watch', true),
      anEntry('mine', 'tag', true),
    ]);
    expect(groups.map(({ label, options }) => [label, options.map(({ value }) => value)])).toEqual([
      ['For this ticket', ['mine']],
      ['Other', ['other']],
    ]);
  });

  it('begin with the first that applies, or with the only one there is', () => {
    expect(firstEntry([anEntry('a', 'tag', false), anEntry('b', 'tag', true)])?.id).toBe('b');
    expect(firstEntry([anEntry('a', 'tag', false)])?.id).toBe('a');
    expect(firstEntry([anEntry('a', 'tag', false), anEntry('b', 'tag', false)])).toBeNull();
  });
});

describe('reading the ticket again', () => {
  const view = (over: Partial<TicketView>): TicketView =>
    ({ now: '2026-03-02T18:00:00.000Z', pending: null, next: [], ...over }) as TicketView;
  const at = (instant: string) => ({
    next: [{ at: instant, kind: 'reminder' as const, text: '', why }],
  });

  it.each<[string, TicketView | null, number]>([
    ['every minute', view({}), 60_000],
    ['every minute while the next step is far', view(at('2026-03-02T20:00:00.000Z')), 60_000],
    ['right after the next step', view(at('2026-03-02T18:00:30.000Z')), 32_000],
    ['not in a hurry when the next step is late', view(at('2026-03-02T17:00:00.000Z')), 5_000],
    [
      'soon while something is carried out',
      view({ pending: { since: '2026-03-02T18:00:00.000Z', reason: '' } }),
      3_000,
    ],
    ['after a minute when there was nothing to read', null, 60_000],
  ])('happens %s', (_when, read, ms) => {
    expect(readAgainIn(read)).toBe(ms);
  });

  it.each([
    [{ issueId: '10001' }, true],
    [{ issueId: 10001 }, true],
    [{ issueId: '10002' }, false],
    [{}, true],
    [undefined, true],
  ])('is asked for by the change %p: %p', (payload, meant) => {
    expect(concerns(payload, '10001')).toBe(meant);
  });
});

describe('finding an account among many', () => {
  const choices = [
    { cid: 'NWCU', name: 'Northwind Credit Union' },
    { cid: 'BIRC', name: 'Birch Credit Union' },
    { cid: 'UNION', name: 'Alder Bank' },
  ];

  it.each([
    ['', ['NWCU', 'BIRC', 'UNION']],
    ['credit', ['NWCU', 'BIRC']],
    ['nwcu', ['NWCU']],
    [' union ', ['UNION', 'NWCU', 'BIRC']],
    ['harbor', []],
  ])('"%s" finds %p, an exact CID first', (typed, cids) => {
    expect(matchingAccounts(choices, typed).map(({ cid }) => cid)).toEqual(cids);
  });
});
