// The key-account SOP, as the one engine runs it.
import { whyNotToClient, whyNotClosed } from './change-gate';
import { withKeyAccount } from './shadow';
import { keyTicketRows } from './key-ticket';
import { id, keyPartOf } from './key-part';
import { because } from '../../core/because';
import type { Case } from '../../core/case';
import type { Procedure } from '../../core/procedure';
import type { Change } from '../../core/ticket';
import { blocksFinish } from './blocks';
import { keyOnTime, keyWakeAt } from './on-time';
import { keyAccountRadar } from './radar';
import { partOf } from './say';
import { workDone } from './work-done';
import { text } from '../../core/command';
import { keyAccountSettingsOf } from './settings/policy';

export const rules: Procedure = {
  id,
  onChange,
  onTime: keyOnTime,
  wakeAt: (ledger) => keyWakeAt(keyPartOf(ledger)),
  needs: (ledger) => {
    const designation = keyPartOf(ledger)?.designation ?? null;
    return { customers: designation === null ? [] : [designation.cid] };
  },
  rows: keyTicketRows,
  property: withKeyAccount,
  mayShowCustomer: whyNotToClient,
  vetoStatus: whyNotClosed,
  finished: workDone,
  radar: keyAccountRadar,
};

/** KA-16: a ticket that is closed while its release is open is told so, or put back. */
function onChange(c: Case, change: Change): void {
  const policy = keyAccountSettingsOf(c.queue);
  const { release } = partOf(c);
  if (
    policy === undefined ||
    release === null ||
    release.finished !== null ||
    change.field !== 'status' ||
    change.ours
  )
    return;
  const { doneStatuses } = c.queue;
  if (
    !doneStatuses.some(({ id }) => id === change.to) ||
    c.ticket.status.id !== change.to ||
    change.from === null
  )
    return;
  const open = blocksFinish(policy.release, release);
  const why = because(
    'KA-16',
    open.length === 0
      ? 'Its release is not marked as finished.'
      : open.map((one) => one.text).join(' '),
    {},
  );
  const back = policy.release.closedEarly === 'put-back';
  c.declinedWorthKeeping(
    change.at,
    change.by?.accountId ?? null,
    back ? 'Closed too early, and put back' : 'Closed while its release is open',
    why,
  );
  c.announce(
    [
      [
        text(
          `The release of this ticket is not finished (closed on ${change.at.slice(0, 16).replace('T', ' ')} UTC). ${why.text}${back ? ' The ticket was put back.' : ''}`,
        ),
      ],
    ],
    null,
    'KA-16',
    null,
  );
  if (back)
    c.status = {
      to: { id: change.from, name: change.fromName ?? change.from },
      actor: null,
      clause: 'KA-16',
    };
}
