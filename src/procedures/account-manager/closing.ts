// When a ticket is done, its history says who held it for how long.
import { asksOf } from './asks';
import { because } from '../../core/because';
import { spellDuration } from '../../core/calendar/spell-time';
import type { Case } from '../../core/case';
import { held } from './held';
import type { BallHolder } from './hold';
import type { Change } from '../../core/ticket';

const names: Readonly<Record<BallHolder, string>> = {
  support: 'support',
  'account-manager': 'account manager',
  'regional-manager': 'regional manager',
  management: 'management',
  customer: 'customer',
};

/** AM-30: the hours held, written down when the ticket is closed, where somebody was ever asked. */
export function onClosed(c: Case, change: Change): void {
  const { queue, ticket } = c;
  if (asksOf(c.ledger).asks === 0 || !queue.doneStatuses.some(({ id }) => id === change.to)) return;
  const { byHolder, openMs } = held(c.ledger, ticket, queue, change.at);
  const rows = (Object.keys(names) as BallHolder[]).filter((who) => byHolder[who] > 0);
  c.done(
    change.at,
    null,
    `Closed after ${spellDuration(openMs)}`,
    because('AM-30', 'Who held the ticket for how long, from when it was created.', {
      ...Object.fromEntries(rows.map((who) => [names[who], spellDuration(byHolder[who])])),
      open: spellDuration(openMs),
    }),
  );
}
