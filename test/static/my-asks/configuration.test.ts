import {
  checkNumber,
  defaults,
  filterOf,
  readConfiguration,
} from '../../../static/my-asks/configuration';

describe('the configuration of the gadget', () => {
  it.each([undefined, null, 'text', [], {}])(
    'is the default when a dashboard has saved %p',
    (saved) => {
      expect(readConfiguration(saved)).toEqual(defaults);
    },
  );

  it('is what was saved', () => {
    const saved = { queues: ['EBH'], rows: 20, includeTeam: false, refresh: 15 };
    expect(readConfiguration(saved)).toEqual(saved);
  });

  it('replaces only what does not fit', () => {
    expect(
      readConfiguration({ queues: ['EBH', 7], rows: 51, includeTeam: 'yes', refresh: '15' }),
    ).toEqual({
      ...defaults,
      queues: ['EBH'],
      refresh: 15,
    });
  });

  it('asks for all queues when none is chosen', () => {
    expect(filterOf(defaults)).toEqual({ rows: defaults.rows, includeTeam: defaults.includeTeam });
    expect(filterOf({ ...defaults, queues: ['SS'] })).toMatchObject({ queues: ['SS'] });
  });

  it.each([
    ['10', 10],
    [' 1 ', 1],
    ['50', 50],
    ['0', null],
    ['51', null],
    ['1.5', null],
    ['', null],
    ['many', null],
  ])('takes "%s" rows as %p', (typed, rows) => {
    expect(checkNumber(typed, 1, 50)).toBe(rows);
  });
});
