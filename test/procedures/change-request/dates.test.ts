// What is owed beside the steps: a yes or a no to what came in, a hold's day, the firm date, a ticket that was closed.
import { plusMs } from '../../../src/core/instant';
import { changeOf } from '../../../src/procedures/change-request/state';
import { ChangeStory, day, owedIn as own, quietAt } from '../../support/change-request';

describe('what came in as a change request (CR-02)', () => {
  const incoming = (): ChangeStory => {
    const story = new ChangeStory({ requestTypes: ['Change request'] });
    story.ticket = {
      ...story.ticket,
      requestType: 'Change request',
      createdAt: story.now,
    };
    return story.at(story.now);
  };

  it('is the integration team’s to decide, and they are told', () => {
    const story = incoming();
    expect(story.clock('classify')?.of).toBe('integration-team');
    expect(story.tags('integrator')).toHaveLength(1);
    story.upTo('in-principle-client');
    expect(story.clock('classify')).toBeUndefined();
  });

  it('is nobody’s once it is said, with a reason, that it is none; it may be one all the same later', () => {
    const story = incoming();
    expect(story.do('csm', { kind: 'not-a-change', reason: 'A defect' }).refused?.clause).toBe(
      'CR-02',
    );
    expect(story.do('integrator', { kind: 'not-a-change', reason: '' }).refused?.field).toBe(
      'reason',
    );
    story.do('integrator', { kind: 'not-a-change', reason: 'A defect of ours' });
    expect(own(story)).toEqual([]);
    story.upTo('in-principle-client');
    expect(changeOf(story.ledger)).toBeDefined();
  });

  it('other request types, and closed tickets, wait for nobody', () => {
    const other = new ChangeStory({ requestTypes: ['Change request'] });
    other.do('relay');
    expect(own(other)).toEqual([]);
    const closed = incoming();
    closed.moves('done', 'agent');
    expect(own(closed)).toEqual([]);
  });
});

describe('a hold (CR-35)', () => {
  it('has a day, and on that day whoever holds it is reminded, and nobody else before', () => {
    const story = quietAt('development');
    story.do('csm', { kind: 'hold', reason: 'Budget freeze', until: '2026-03-18' });
    expect(own(story).map(({ key }) => key)).toEqual(['hold']);
    const before = story.said.length;
    story.until('2026-03-18T16:00:00.000Z');
    expect(story.said).toHaveLength(before);
    story.until('2026-03-18T18:00:00.000Z');
    expect(story.tags('csm').at(-1)).toContain('On hold until');
  });

  it('is extended, and has a day of the settings where none is named; never one that is past', () => {
    const story = new ChangeStory({ times: { hold: 2 } }).upTo('development');
    story.do('csm', { kind: 'hold', reason: 'Budget freeze', until: null });
    expect(story.change.hold?.until).toBe('2026-03-04');
    story.do('csm', { kind: 'hold', reason: 'Still frozen', until: '2026-05-04' });
    expect(story.change.hold?.until).toBe('2026-05-04');
    expect(
      story.do('csm', { kind: 'hold', reason: 'Budget freeze', until: '2026-03-02' }).refused
        ?.field,
    ).toBe('until');
  });

  it('stops the time, which begins anew when it is resumed', () => {
    const story = quietAt('impact');
    story.do('csm', { kind: 'hold', reason: 'Budget freeze', until: '2026-05-04' });
    story.until('2026-04-20T10:00:00.000Z').do('csm', { kind: 'resume' });
    expect(story.clock('step:impact')?.since).toBe('2026-04-20T10:00:00.000Z');
  });
});

describe('the firm due date (CR-16)', () => {
  it('is a working day', () => {
    const story = new ChangeStory().upTo('due-date');
    const give = (dueDate: string) => story.edit('engineer', { part: 'due-date', dueDate });
    expect(give('2026-03-08').refused?.text).toContain('9 Mar 2026');
    expect(give('2026-03-07').refused?.field).toBe('dueDate');
    expect(give('2026-03-09').refused).toBeNull();
  });

  it('is Jira’s own due date, also after it moved', () => {
    const story = new ChangeStory().upTo('due-date');
    for (const dueDate of ['2026-03-09', '2026-03-20']) {
      const { effects } = story.edit('engineer', { part: 'due-date', dueDate });
      expect(effects.map(({ command }) => command)).toContainEqual(
        expect.objectContaining({ effect: 'set-due-date', input: { day: dueDate } }),
      );
    }
    expect(story.tags('csm').at(-1)).toContain('slips from');
  });

  it('that passes before anything is live is the engineer’s to answer for, and climbs', () => {
    const story = quietAt('development');
    const close = '2026-04-10T17:00:00.000Z';
    expect(story.clock('firm-date')?.dueAt).toBe(close);
    for (let at = story.now; at < close; at = plusMs(at, day))
      story.at(at).do('engineer', { kind: 'note-progress', text: 'It grows' });
    const before = story.tags('engineer').length;
    story.until(plusMs(close, 5 * day));
    const told = story.said.filter((text) => text.includes('Keep the firm due date'));
    expect(story.tags('engineer').length).toBeGreaterThan(before);
    expect(told.some((text) => text.includes('@csm'))).toBe(true);
    expect(quietAt('go-live').clock('firm-date')).toBeUndefined();
  });
});

it('a ticket that is closed by hand while the change request runs is the CSM’s to say something about', () => {
  const story = quietAt('development');
  story.moves('archived', 'agent');
  story.ticket = { ...story.ticket, status: { ...story.ticket.status, done: true } };
  story.do('relay');
  expect(own(story).map(({ key }) => key)).toEqual(['closed']);
  story.do('csm', { kind: 'withdraw', reason: 'Not wanted any more' });
  expect(own(story)).toEqual([]);
});
