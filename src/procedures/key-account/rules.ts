// The key-account SOP, as the one engine runs it.
import { whyNotToClient, whyNotClosed } from './change-gate';
import { withKeyAccount } from './shadow';
import { keyTicketRows } from './key-ticket';
import { id, keyPartOf } from './key-part';
import { spellTime } from '../../core/calendar/spell-time';
import type { AccountId } from '../../core/ids';
import { calendarOf } from '../../core/situation';
import type { Case } from '../../core/case';
import type { Procedure } from '../../core/procedure';
import type { Change } from '../../core/ticket';
import { whyOpen } from './blocks';
import type { KeyAccountPart } from './key-part';
import { keyWaits } from './waits';
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
  waits: keyWaits,
  wakeAt: (ledger) => keyWakeAt(keyPartOf(ledger)),
  needs: (ledger) => {
    const part = keyPartOf(ledger);
    return {
      customers: part?.designation == null ? [] : [part.designation.cid],
      people: part === undefined ? [] : peopleNamed(part),
    };
  },
  rows: keyTicketRows,
  property: withKeyAccount,
  mayShowCustomer: whyNotToClient,
  vetoStatus: whyNotClosed,
  finished: workDone,
  radar: keyAccountRadar,
};

/** Whom refusals and records may have to name, whatever role they have by now (K5). */
const peopleNamed = ({
  release,
  designation,
  monthEnd,
  meeting,
}: KeyAccountPart): readonly AccountId[] =>
  [
    designation?.asked.by,
    designation?.decided?.by,
    monthEnd?.confirmed?.by,
    meeting?.outcome?.by,
    ...(meeting?.actions ?? []).flatMap(({ owner, done }) => [owner, done?.by]),
    release?.startedBy,
    release?.facts.deployer,
    release?.leaving?.by,
    release?.peer?.by,
    release?.senior?.by,
    ...(release?.facts.authors ?? []),
    ...(release?.chain ?? []).flatMap(({ by, content }) => [by, content['to'], content['from']]),
  ].filter((one) => one != null);

/** KA-16: a ticket that is closed while its release is open is told so, or put back. */
function onChange(c: Case, change: Change): void {
  const policy = keyAccountSettingsOf(c.queue);
  const { release, undocumented = false } = partOf(c);
  if (
    policy === undefined ||
    (release === null ? !undocumented : release.finished !== null) ||
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
  const why = whyOpen(c, policy.release, release);
  const back = policy.release.closedEarly === 'put-back';
  c.declinedWorthKeeping(
    change.at,
    change.by?.accountId ?? null,
    back ? 'Closed too early, and put back' : 'Closed while its release is open',
    why,
  );
  c.announce(
    () => [
      [
        text(
          `${release === null ? 'This release is not documented' : 'The release of this ticket is not finished'} (closed on ${spellTime(change.at, calendarOf(c, null).timeZone)}). ${why.text}${back && c.statusAfter.id === change.from ? ' The ticket was put back.' : ''}`,
        ),
      ],
    ],
    null,
    why.clause,
    null,
  );
  if (back)
    c.status = {
      to: { id: change.from, name: change.fromName ?? change.from },
      actor: null,
      clause: why.clause,
    };
}
