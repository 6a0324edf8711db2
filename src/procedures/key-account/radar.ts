// AM-32 for key accounts: how their tickets must stand, as a table.
import { keyPartOf } from './key-part';
import { because } from '../../core/because';
import { priorityRank } from '../../core/policy';
import type { RadarRule } from '../../core/radar-rule';
import { brokenChain } from './chain';
import { keyAccountSettingsOf } from './settings/policy';

export const keyAccountRadar: readonly RadarRule[] = [
  {
    code: 'key-account-below-floor',
    severity: 'warning',
    repair: 'automatic',
    find: (ledger, { ticket, queue }) => {
      const keyAccount = keyPartOf(ledger);
      const floor = keyAccountSettingsOf(queue)?.floor ?? null;
      if (
        keyAccount?.of == null ||
        floor === null ||
        keyAccount.taken?.priority === false ||
        ticket.status.done ||
        priorityRank(queue, ticket.priority?.id ?? null) <= priorityRank(queue, floor)
      )
        return null;
      const name = queue.priorities.find(({ id }) => id === floor)?.name ?? floor;
      return {
        text: `A ticket of a key account ranks below ${name}.`,
        remedy: `Raise it to ${name}, or have an administrator put the priority on the screens of this project.`,
        because: because('KA-12', 'Tickets of key accounts rank no lower than this.', {
          priority: ticket.priority?.name ?? 'none',
          floor: name,
        }),
        ...(keyAccount.raisedAt === null ? {} : { since: keyAccount.raisedAt }),
      };
    },
  },
  {
    code: 'attestations-tampered',
    severity: 'urgent',
    repair: 'person',
    find: (ledger) => {
      const keyAccount = keyPartOf(ledger);
      const broken = brokenChain(keyAccount?.release?.chain ?? []);
      if (broken === null) return null;
      return {
        text: `The attestations of this release were tampered with: ${broken.why}`,
        remedy:
          "Do not rely on this sign-off. Have the release witnessed again in a ticket of its own, and find out who wrote to the app's storage.",
        because: because('M10', broken.why, { record: `${broken.number}` }),
      };
    },
  },
];
