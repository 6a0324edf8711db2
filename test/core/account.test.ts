import { accountOf } from '../../src/core/account';
import { anas, chads } from '../support/sop';

describe('A12: the account of a ticket is never guessed', () => {
  it.each([
    [
      'is the one of its organization',
      [chads],
      null,
      { kind: 'known', account: chads, chosen: false },
    ],
    [
      'is the one of its several organizations, when they all belong to it',
      [chads, chads],
      null,
      { kind: 'known', account: chads, chosen: false },
    ],
    [
      'is asked for when its organizations belong to several',
      [chads, anas],
      null,
      { kind: 'choose', choices: [chads, anas] },
    ],
    [
      'is the one that an agent chose',
      [chads, anas],
      'GCBK',
      { kind: 'known', account: anas, chosen: true },
    ],
    ['is not known without an organization that has one', [], null, { kind: 'unknown' }],
    ['is not the one that was chosen when that is gone', [], 'GCBK', { kind: 'unknown' }],
  ] as const)('it %s', (_case, found, chosen, account) =>
    expect(accountOf(found, chosen)).toEqual(account),
  );
});
