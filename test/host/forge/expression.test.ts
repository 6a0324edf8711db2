import { compileExpression } from '../../../host/forge/expression/compile';

const event = {
  issue: {
    fields: {
      project: { projectTypeKey: 'service_desk', key: 'EBH' },
      labels: ['vip', 'late'],
      assignee: null,
    },
  },
  changelog: {
    items: [
      { field: 'status', to: '10003' },
      { field: 'priority', to: '1' },
    ],
  },
  odd: "it's",
};
const value = (expression: string): unknown => compileExpression(expression)({ event });

describe('A filter expression', () => {
  test.each<[string, unknown]>([
    ["event.issue.fields.project.projectTypeKey == 'service_desk'", true],
    ["event.issue.fields.project.key != 'SS'", true],
    ['event.issue.fields[\'project\'].key == "EBH"', true],
    ["event.issue.fields.project.key == 'SS' || event.issue.fields.labels.includes('vip')", true],
    ["!event.issue.fields.labels.includes('early') && event.issue.fields.labels.length >= 2", true],
    ["['EBH', 'PTO'].includes(event.issue.fields.project.key)", true],
    ["event.changelog.items.some(item => item.field == 'status')", true],
    [
      "event.changelog.items.filter(item => item.field == 'status').map(item => item.to)[0] == '10003'",
      true,
    ],
    ["event.changelog.items.every(item => item.field != 'assignee')", true],
    ['event.issue.fields.assignee == null', true],
    ['event.issue.fields.missing == null', true],
    ['event.comment?.author == null', true],
    ["event.issue.fields.project.key.startsWith('E') ? true : false", true],
    ['(1 < 2) && -1 < 0', true],
    ["event.odd == 'it\\'s'", true],
    ['event.issue.fields.project.key', 'EBH'],
  ])('%s', (expression, expected) => {
    expect(value(expression)).toEqual(expected);
  });

  it('looks at the right side of && and || only when the left one leaves it open', () => {
    expect(value('event.comment != null && event.comment.author.accountId == null')).toBe(false);
    expect(value('event.comment == null || event.comment.author.accountId == null')).toBe(true);
  });

  test.each([
    ['event.comment.author', 'it asks for author of nothing'],
    ['issue.key', 'it names issue, which is not there'],
    ['event.issue && true', 'it takes object for true or false'],
    ['event.issue.fields.assignee < 3', 'it compares nothing by size'],
    ['event.issue.fields.labels.join', undefined],
    [
      'event.issue.fields.labels.reduce(x => true)',
      'it calls reduce, which is not a method of lists',
    ],
  ])('cannot be evaluated: %s', (expression, words) => {
    const filter = compileExpression(expression);
    if (words === undefined) expect(filter({ event })).toBeUndefined();
    else expect(() => filter({ event })).toThrow(words);
  });

  test.each([
    ['event.', 'it expects a name and finds the end'],
    ['event == ', 'it expects a value and finds the end'],
    ['event true', 'it goes on with "true"'],
    ['(event', 'it expects ) and finds the end'],
    ['event # 1', 'it cannot be read at "# 1"'],
  ])('cannot be read: %s', (expression, words) => {
    expect(() => compileExpression(expression)).toThrow(words);
  });

  it('does not reach what every object inherits', () => {
    expect(value('event.constructor == null')).toBe(true);
    expect(() => value('constructor')).toThrow('which is not there');
  });
});
