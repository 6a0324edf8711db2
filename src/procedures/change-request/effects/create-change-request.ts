// CR-12, CR-13: the change request's own issue, once; what the ledger knows of it moves there, and a pointer stays.
import type { ChangeRequest } from '../change-request';
import { because } from '../../../core/because';
import type { OwnCommand } from '../../../core/command';
import { emptyLedger, type Ledger } from '../../../core/ledger';
import { rulesOn } from '../../../app/at-work';
import { ChangedMeanwhile, RelayError } from '../../../app/errors';
import { awake, type OutboxItem, type TicketRecord } from '../../../app/outbox';
import { type Done, done, type Performing } from '../../../app/performing';
import { type Raised, raiseOnce } from '../../../app/raise-request';
import { changeOf, id, withChange, withMoved } from '../state';
import { createIssue, type NewIssue } from '../effects';

/** Creates it, or finds what an earlier try created, and moves the change request there. */
export async function createChangeRequest(
  performing: Performing,
  item: OutboxItem,
  own: OwnCommand,
): Promise<Done> {
  const command = createIssue.inputOf(own);
  const { ports, issueId } = performing;
  const intake = await ports.tickets.load(issueId);
  const change = changeOf(intake?.ledger);
  if (intake === null || change === undefined) return done();
  try {
    const created = await raiseOnce(performing, item, command.projectId, () =>
      Promise.resolve(command),
    );
    await moveThere(performing, created, command, intake.ledger, change);
    const moved = { ...created, at: ports.now() };
    await ports.turns.push([{ issueIds: [created.issueId], delaySeconds: 0 }]);
    return done({
      learned: (ledger) => withMoved(ledger, moved),
      notes: [
        {
          kind: 'done',
          text: `Change request ${created.key} created`,
          because: because(
            'CR-12',
            'It was created on behalf of the customer, and goes on there.',
            { key: created.key },
          ),
        },
      ],
    });
  } catch (error) {
    if (!(error instanceof RelayError) || error.code !== 'misconfigured') throw error;
    return done({
      notes: [
        {
          kind: 'failed',
          text: error.message,
          because: because(item.clause, error.message, { remedy: error.detail.remedy ?? '' }),
        },
      ],
    });
  }
}

/** A second try finds the record of the first. */
async function moveThere(
  { ports, issueId }: Performing,
  created: Raised,
  command: NewIssue,
  intake: Ledger,
  change: ChangeRequest,
): Promise<void> {
  const there = await ports.tickets.load(created.issueId);
  if (changeOf(there?.ledger) !== undefined) return;
  if (there?.turn != null && there.turn.until > ports.now()) throw new ChangedMeanwhile();
  const at = ports.now();
  const moved: ChangeRequest = {
    ...change,
    done: { ...change.done, issue: { by: command.by, at } },
    stepSince: at,
    shown: null,
    from: { issueId, key: intake.key, linkType: command.linkType },
    linked: false,
  };
  const before: TicketRecord = there ?? {
    revision: 0,
    edition: 0,
    ledger: emptyLedger(created.issueId, created.key, command.projectId),
    outbox: [],
    turn: null,
    pending: null,
    wakeAt: null,
    radar: [],
    listed: false,
  };
  const journal = intake.journal.filter(({ procedure }) => procedure === id);
  const ledger: Ledger = {
    ...withChange(before.ledger, moved),
    // The account the rates are agreed with stays the same, whatever Jira makes of the new issue's organizations.
    chosen: intake.chosen ?? command.account,
    // What is owed there comes from what was done here, so whoever has it is tagged at once.
    ...(intake.clocksUnder === undefined ? {} : { clocksUnder: intake.clocksUnder }),
    journal: journal.map((entry, place) => ({ ...entry, id: place + 1 })),
    entries: journal.length,
  };
  await ports.tickets.save(
    awake({ ...before, edition: before.edition + 1, ledger }, await rulesOn(ports, ledger)),
  );
}
