import {
  accessCell,
  accessColumns,
  type AccessColumn,
  emptyAccess,
  readAccess,
} from '../../../src/procedures/access-request/accounts/read-access';

const read = (cells: Partial<Record<AccessColumn, string>>) => {
  const problems: string[] = [];
  const access = readAccess(
    (column) => cells[column],
    (column, message) => void problems.push(`${column}: ${message}`),
  );
  return { access, problems };
};

describe('the customer access list in the accounts file (EA-02)', () => {
  it('is left alone where the file has no such column, or the line says nothing in them', () => {
    expect(read({}).access).toBeUndefined();
    expect(read({ accessTo: '', accessCc: '' }).access).toBeUndefined();
  });

  it('reads what it has columns for, and no more', () => {
    expect(
      read({
        accessTo: 'a@alder.example; b@alder.example',
        accessTimeline: '8',
        accessNeeds: 'name, e-mail',
        accessKeeper: '',
      }),
    ).toEqual({
      access: {
        to: ['a@alder.example', 'b@alder.example'],
        timelineDays: 8,
        needs: ['name', 'email'],
        keeper: null,
      },
      problems: [],
    });
  });

  it.each([
    ['accessTo', 'alder', 'not an e-mail address'],
    ['accessMethod', 'fax', 'no method'],
    ['accessTimeline', 'soon', 'no number of business days'],
    ['accessNeeds', 'salary', 'no personal field'],
    ['accessTool', 'ftp://alder', 'no link'],
    ['accessSubject', '{{engineer.salary}}', 'no merge field'],
  ] as const)('%s "%s" is named with its column', (column, value, words) => {
    expect(read({ [column]: value }).problems).toEqual([
      expect.stringMatching(new RegExp(`^${column}: .*${words}`, 'u')),
    ]);
  });

  it('comes back from a file as it went into one', () => {
    const access = {
      ...emptyAccess,
      contact: '712020:hugo',
      participants: ['712020:lee', '712020:nora'],
      to: ['a@alder.example'],
      method: 'ticketing-tool' as const,
      toolUrl: 'https://desk.alder.example',
      subject: 'New user',
      timelineDays: 7,
      needs: ['phone' as const],
    };
    const cells = Object.fromEntries(
      accessColumns.map((column) => [column, accessCell(access, column, (id) => id)]),
    );
    expect(read(cells).access).toEqual(access);
  });
});
