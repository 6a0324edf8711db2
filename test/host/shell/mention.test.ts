import { type Person } from '../../../host/shell/data/people';
import { matching, openMention } from '../../../host/shell/ticket/mention';

const person = (displayName: string, role: Person['role'] = 'agent', active = true): Person => ({
  accountId: displayName,
  email: '',
  displayName,
  role,
  title: null,
  timeZone: 'UTC',
  active,
});

describe('a mention being typed', () => {
  it('begins at an @ that begins a word, and ends with the caret', () => {
    expect(openMention('Dear @ma and others', 8)).toEqual({ start: 5, typed: 'ma' });
    expect(openMention('@', 1)).toEqual({ start: 0, typed: '' });
    expect(openMention('Dear @Maya Or', 13)).toEqual({ start: 5, typed: 'Maya Or' });
  });

  it('is none in an address, after more than two words, or before an @', () => {
    expect(openMention('maya@relay', 10)).toBeNull();
    expect(openMention('@Maya Ortiz please', 18)).toBeNull();
    expect(openMention('Dear @ma', 4)).toBeNull();
  });

  it('finds people by the start of any of their names, but neither customers nor those who left', () => {
    const people = [
      person('Maya Ortiz', 'collaborator'),
      person('Omar Maas'),
      person('Mark Gone', 'agent', false),
      person('Mary Customer', 'customer'),
      person('Emma Ma'),
    ];
    expect(matching(people, 'ma').map(({ displayName }) => displayName)).toEqual([
      'Maya Ortiz',
      'Omar Maas',
      'Emma Ma',
    ]);
    expect(matching(people, 'maya o').map(({ displayName }) => displayName)).toEqual([
      'Maya Ortiz',
    ]);
  });
});
