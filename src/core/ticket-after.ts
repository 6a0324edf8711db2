import type { Effect } from './command';
import type { People, Person } from './people';
import type { QueuePolicy } from './policy';
import type { Ticket } from './ticket';

/** The ticket once the effects are carried out, without asking Jira again. */
export function ticketAfter(
  ticket: Ticket,
  effects: readonly Effect[],
  queue: QueuePolicy,
  people: People,
): Ticket {
  return effects.reduce<Ticket>((before, { command }) => {
    switch (command.kind) {
      case 'transition':
        return { ...before, status: { ...command.to, done: false } };
      case 'edit': {
        const shown = (id: string, now: Person | null): Person | null => {
          const set = command.fields.find(({ field }) => field.id === id);
          return set === undefined ? now : set.person === null ? null : (people[set.person] ?? now);
        };
        return {
          ...before,
          accountManager: shown(queue.fields.accountManager.id, before.accountManager),
          regionalManager: shown(queue.fields.regionalManager.id, before.regionalManager),
          priority: command.priority ?? before.priority,
        };
      }
      case 'comment':
      case 'watch':
      case 'project':
      case 'raise-request':
      case 'link':
      case 'own':
        return before;
    }
  }, ticket);
}
