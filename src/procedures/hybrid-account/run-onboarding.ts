// HY-06 … HY-10: an onboarding is opened, its tasks are ticked off, and both calls join it, once.
import { followedAccount } from '../../core/followed';
import { onboardingOf, saveOnboarding } from './state';
import { type Because, because } from '../../core/because';
import { addBusinessMinutes } from '../../core/calendar/business-time';
import type { Case } from '../../core/case';
import type { AccountId, Cid } from '../../core/ids';
import { tagged } from '../../core/clock';
import { present } from '../../core/party';
import { peopleIn } from '../../core/roles';
import { calendarOf } from '../../core/situation';
import type { CustomerAccount } from '../../core/account';
import { productsOf } from './account';
import { sameOpportunity } from './accounts/opportunity';
import type { HybridPolicy } from './settings/policy';
import { bothCalled, isDone, isOpen, newOnboarding, type Onboarding } from './onboarding';
import { hybridOf, readProducts } from './products';
import { departmentNames, mayTick, speakerOf, toldOf, vacancy } from './sides';
import { bytesOf } from './room';
import { type Given, proofOf } from './task-proof';
import { toPeople } from './words';

export const noOnboarding = (): Because =>
  because('HY-06', 'This ticket is no onboarding. Open one with "Closed won".', {});
export const field = (why: Because, name: string): Because => ({ ...why, field: name });

/** The onboarding as long as it goes on, or why there is nothing to be done. */
export function runningOf(c: Case): Onboarding | Because {
  const onboarding = onboardingOf(c.ledger);
  if (onboarding === undefined) return noOnboarding();
  return onboarding.ended == null
    ? onboarding
    : because('HY-22', `This onboarding was ended: ${onboarding.ended.why}`, {
        at: onboarding.ended.at,
      });
}

/** Why an account's onboarding cannot start, from what it has bought (HY-01, H5). */
export function whyNoOnboarding(
  policy: HybridPolicy,
  account: Pick<CustomerAccount, 'name' | 'parts'>,
  type: Onboarding['type'],
): Because | null {
  const { owned, unknown } = readProducts(productsOf(account), policy.productNames);
  if (!hybridOf(owned)) {
    if (unknown.length > 0)
      return because(
        'HY-01',
        `Nobody knows what "${unknown[0] ?? ''}" means. Add the spelling to the product names in the settings, or correct it on the account ${account.name}.`,
        { unknown: unknown.join(', ') },
      );
    return because(
      'HY-01',
      `${account.name} is not hybrid: it takes the fully managed credentialing service together with Learning or Compliance.`,
      { products: [...owned].join(', ') || 'none' },
    );
  }
  return type === 'became-hybrid' && !policy.becameHybrid
    ? because(
        'H5',
        'Here only net new hybrid accounts are onboarded; the settings can include accounts that become hybrid later.',
        { type },
      )
    : null;
}

/** The opportunity that is Closed Won. */
export interface Opening {
  readonly cid: Cid;
  readonly opportunity: string;
  readonly type: Onboarding['type'];
}

/** @param by who says that it is Closed Won; null where the system of record does */
export function startOnboarding(
  c: Case,
  policy: HybridPolicy,
  step: Opening,
  by: AccountId | null,
): Because | null {
  const { now, ticket } = c;
  const running = onboardingOf(c.ledger);
  if (running !== undefined && sameOpportunity(running.opportunity, step.opportunity))
    return because('H6', `The onboarding for opportunity ${step.opportunity} is open already.`, {
      opportunity: step.opportunity,
    });
  if (running !== undefined)
    return because('H6', `This ticket is the onboarding for opportunity ${running.opportunity}.`, {
      opportunity: running.opportunity,
    });
  const account = followedAccount(c, step.cid);
  if (account === undefined)
    return field(
      because('HY-06', `There is no account ${step.cid}. Import it, or correct the CID.`, {
        cid: step.cid,
      }),
      'cid',
    );
  if (step.opportunity.trim() === '')
    return field(
      because(
        'H6',
        'Enter the id of the opportunity: it keeps one account from being onboarded twice.',
        {},
      ),
      'opportunity',
    );
  const refused =
    vacancy(c, ['cs-ops', 'fmc-team-lead']) ?? whyNoOnboarding(policy, account, step.type);
  if (refused !== null) return refused;
  c.change({ chosen: step.cid });
  saveOnboarding(
    c,
    newOnboarding(policy, {
      cid: step.cid,
      opportunity: step.opportunity,
      type: step.type,
      openedAt: now,
      account: account.name,
      ticket: ticket.key,
    }),
  );
  c.done(
    now,
    by,
    `Onboarding of ${account.name} opened`,
    because('HY-06', 'A net new hybrid account is Closed Won.', {
      opportunity: step.opportunity,
      type: step.type,
    }),
  );
  c.announce(
    toPeople(
      c,
      tagged(present(c, peopleIn(c.policy, 'cs-ops'))).map(({ person }) => person),
      `please onboard ${account.name}: the tasks stand in the panel.`,
    ),
    null,
    'HY-06',
    null,
  );
  return null;
}

/** R1: what an onboarding may take of its ticket's row, notes and all. */
const mostBytes = 40_000;

/** A task is done, with what proves it where its kind asks for that. */
export interface Tick extends Given {
  readonly task: string;
  readonly note: string | null;
}

export function tick(c: Case, policy: HybridPolicy, step: Tick, by: AccountId): Because | null {
  const onboarding = runningOf(c);
  if ('clause' in onboarding) return onboarding;
  const { now } = c;
  const task = onboarding.tasks.find(({ id }) => id === step.task);
  if (task === undefined)
    return field(because('HY-07', 'There is no such task.', { task: step.task }), 'task');
  const side = mayTick(c, by, { cid: onboarding.cid, clocks: c.ledger }, task);
  if (side === null)
    return because(
      'HY-03',
      `"${task.title}" is for ${task.owner === 'both' ? 'both departments' : task.owner === 'fmc-team-lead' ? departmentNames.fmc : departmentNames.cs}.`,
      { task: task.title },
    );
  if (isDone(task) || task.done.some((one) => one.side === side))
    return because(task.clause, `"${task.title}" is done already.`, { task: task.title });
  if (!isOpen(onboarding, task))
    return because(
      task.clause,
      task.opens === 'when-acknowledged'
        ? `"${task.title}" begins when the message is acknowledged.`
        : `"${task.title}" begins when both onboarding calls are done.`,
      { task: task.title },
    );
  const proof = proofOf(c, onboarding, task, step);
  if ('clause' in proof) return proof;
  const tasks = onboarding.tasks.map((one) =>
    one.id === task.id
      ? {
          ...one,
          done: [
            ...one.done,
            { by, side, at: now, note: step.note, ...(step.at == null ? {} : { on: step.at }) },
          ],
        }
      : one,
  );
  const informs = task.kind === 'inform' && onboarding.notifiedAt === null;
  const calendar = calendarOf(c, speakerOf(c, 'fmc', onboarding.cid));
  const acknowledgeBy = addBusinessMinutes(calendar, now, policy.acknowledgeMinutes);
  const after: Onboarding = {
    ...onboarding,
    ...proof,
    tasks,
    ...(informs ? { notifiedAt: now, acknowledgeBy } : {}),
  };
  if (bytesOf(after) > mostBytes)
    return field(
      because('HY-07', 'The notes of this onboarding are too long. Leave the note out.', {}),
      'note',
    );
  saveOnboarding(c, after);
  c.done(
    now,
    by,
    `${task.title}: done`,
    because(
      task.clause,
      informs
        ? 'The other department has the message; its clock runs from now.'
        : 'Ticked off by the department whose task it is.',
      {
        ...(step.note === null ? {} : { note: step.note }),
        ...(step.at == null ? {} : { on: step.at }),
        ...(informs ? { 'acknowledge by': acknowledgeBy } : {}),
      },
    ),
  );
  if (informs)
    c.announce(
      toPeople(
        c,
        toldOf(c, 'fmc', [onboarding.cid]),
        `${task.message ?? ''} Please acknowledge in the panel.`,
      ),
      null,
      'HY-08',
      null,
    );
  join(c, policy, by);
  return null;
}

/** HY-10, HY-20: once both calls are done, in whichever order, both update the object and meet. */
function join(c: Case, policy: HybridPolicy, by: AccountId): void {
  const onboarding = onboardingOf(c.ledger);
  if (onboarding === undefined || onboarding.joinedAt !== null || !bothCalled(onboarding)) return;
  saveOnboarding(c, { ...onboarding, joinedAt: c.now });
  const { minutes, withinDays, agenda } = policy.meeting;
  c.done(
    c.now,
    by,
    'Both onboarding calls are done',
    because('HY-10', 'Both departments update the Onboarding Object and hold the sync meeting.', {
      meeting: `${minutes} minutes`,
    }),
  );
  c.announce(
    toPeople(
      c,
      [...toldOf(c, 'cs', [onboarding.cid]), ...toldOf(c, 'fmc', [onboarding.cid])],
      `both onboarding calls are done. Please update the Onboarding Object, and hold a sync meeting of ${minutes} minutes within ${withinDays === 1 ? 'one working day' : `${withinDays} working days`}: ${agenda}`,
    ),
    null,
    'HY-10',
    null,
  );
}
