import type { EntryView, TicketView } from '../../../src/procedures/account-manager/contract/panel';
import type { ActionView } from '../../../src/contract/action';
import { matchingAccounts } from '../../../static/ticket-panel/account-choices';
import { actionsFor, primaryOf } from '../../../static/ticket-panel/action-words';
import { entryOptions, firstEntry } from '../../../static/ticket-panel/entry-options';
import { untilNext } from '../../../static/ticket-panel/liveliness';

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

describe('the moment at which something happens by itself', () => {
  const now = '2026-03-02T15:00:00.000Z';
  it.each([
    ['is known to come', [{ at: '2026-03-02T15:10:00.000Z' }], 602_000],
    ['is none where it is late', [{ at: now }], null],
    ['is none where nothing comes', [], null],
  ])('%s', (_what, next, ms) => {
    expect(untilNext({ next, now } as unknown as TicketView)).toBe(ms);
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
