// HY-06 … HY-11, HY-20: the onboarding, step by step; both calls join it, once.
import { followedAccount } from '../../core/followed';
import { onboardingOf, saveOnboarding } from './state';
import { type Because, because } from '../../core/because';
import { addBusinessMinutes, nextWorkingDay } from '../../core/calendar/business-time';
import type { Case } from '../../core/case';
import type { AccountId, Cid } from '../../core/ids';
import { earliest, type Instant } from '../../core/instant';
import { peopleIn } from '../../core/roles';
import { calendarOf } from '../../core/situation';
import type { CustomerAccount } from '../../core/account';
import { productsOf } from './account';
import type { HybridPolicy } from './settings/policy';
import { bothCalled, isDone, isOpen, newOnboarding, type Onboarding } from './onboarding';
import { hybridOf, readProducts } from './products';
import { departmentNames, departmentOf, mayTick, speakerOf, vacancy } from './sides';
import { toPeople } from './words';

const none = (): Because =>
  because('HY-06', 'This ticket is no onboarding. Open one with "Closed won".', {});
const field = (why: Because, name: string): Because => ({ ...why, field: name });

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
  if (running?.opportunity === step.opportunity)
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
      peopleIn(c.policy, 'cs-ops').slice(0, 1),
      `please onboard ${account.name}: the tasks stand in the panel.`,
    ),
    null,
    'HY-06',
    null,
  );
  return null;
}

export function tick(
  c: Case,
  policy: HybridPolicy,
  step: { readonly task: string; readonly note: string | null },
  by: AccountId,
): Because | null {
  const onboarding = onboardingOf(c.ledger);
  const { now } = c;
  if (onboarding === undefined) return none();
  const task = onboarding.tasks.find(({ id }) => id === step.task);
  if (task === undefined)
    return field(because('HY-07', 'There is no such task.', { task: step.task }), 'task');
  const side = mayTick(c, by, onboarding.cid, task);
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
  const tasks = onboarding.tasks.map((one) =>
    one.id === task.id
      ? { ...one, done: [...one.done, { by, side, at: now, note: step.note }] }
      : one,
  );
  const informs = task.kind === 'inform' && onboarding.notifiedAt === null;
  const calendar = calendarOf(c, speakerOf(c, 'fmc', onboarding.cid));
  const acknowledgeBy = addBusinessMinutes(calendar, now, policy.acknowledgeMinutes);
  saveOnboarding(c, {
    ...onboarding,
    tasks,
    ...(informs ? { notifiedAt: now, acknowledgeBy, remindAt: acknowledgeBy } : {}),
  });
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
        ...(informs ? { 'acknowledge by': acknowledgeBy } : {}),
      },
    ),
  );
  if (informs)
    c.announce(
      toPeople(
        c,
        [speakerOf(c, 'fmc', onboarding.cid)],
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
  c.done(
    c.now,
    by,
    'Both onboarding calls are done',
    because('HY-10', 'Both departments update the Onboarding Object and hold the sync meeting.', {
      meeting: `${policy.meeting.minutes} minutes`,
    }),
  );
  c.announce(
    toPeople(
      c,
      [speakerOf(c, 'cs', onboarding.cid), speakerOf(c, 'fmc', onboarding.cid)],
      `both onboarding calls are done. Please update the Onboarding Object, and hold a sync meeting of ${policy.meeting.minutes} minutes: ${policy.meeting.agenda}`,
    ),
    null,
    'HY-10',
    null,
  );
}

/** HY-18, HY-19: the other department has seen the message. */
export function acknowledge(c: Case, by: AccountId): Because | null {
  const onboarding = onboardingOf(c.ledger);
  if (onboarding === undefined) return none();
  if (departmentOf(c, by, [onboarding.cid]) !== 'fmc')
    return because('HY-08', `${departmentNames.fmc} acknowledges the message.`, {});
  if (onboarding.notifiedAt === null)
    return because(
      'HY-08',
      'There is no message to acknowledge yet: CS Operations has not sent it.',
      {},
    );
  if (onboarding.acknowledged !== null)
    return because('HY-19', 'It is acknowledged already.', { at: onboarding.acknowledged.at });
  saveOnboarding(c, { ...onboarding, acknowledged: { by, at: c.now }, remindAt: null });
  c.done(
    c.now,
    by,
    `${departmentNames.fmc} has acknowledged`,
    because('HY-19', 'The hand-over between the departments is complete.', {
      'informed at': onboarding.notifiedAt,
    }),
  );
  return null;
}

/** HY-11, H7: where the Onboarding Object and the channel for issues are; what they hold stays there. */
export function setLink(
  c: Case,
  { what, url }: { readonly what: 'object' | 'channel'; readonly url: string },
  by: AccountId,
): Because | null {
  const onboarding = onboardingOf(c.ledger);
  if (onboarding === undefined) return none();
  if (departmentOf(c, by, [onboarding.cid]) === null)
    return because('HY-03', 'This is for the two departments of the account.', {});
  if (!/^https:\/\/\S+$/u.test(url))
    return field(because('H7', 'A link begins with https://.', { link: url }), 'url');
  const object = what === 'object';
  saveOnboarding(
    c,
    object ? { ...onboarding, object: { url, at: c.now } } : { ...onboarding, channel: url },
  );
  c.done(
    c.now,
    by,
    object ? 'Link to the Onboarding Object kept' : 'Channel for issues of this account kept',
    because(object ? 'H7' : 'HY-11', 'The link is kept here, what it leads to is not.', {
      link: url,
    }),
  );
  return null;
}

export function setMeeting(c: Case, at: Instant, by: AccountId): Because | null {
  const onboarding = onboardingOf(c.ledger);
  if (onboarding === undefined) return none();
  if (departmentOf(c, by, [onboarding.cid]) === null)
    return because('HY-03', 'This is for the two departments of the account.', {});
  if (onboarding.joinedAt === null)
    return because('HY-20', 'The sync meeting is due when both onboarding calls are done.', {});
  if (at <= c.now)
    return field(because('HY-05', 'The meeting must lie in the future.', { at }), 'at');
  saveOnboarding(c, { ...onboarding, meetingAt: at });
  c.done(
    c.now,
    by,
    'Sync meeting set',
    because('HY-05', 'Account expectations and takeaways of the onboarding calls.', { at }),
  );
  return null;
}

/** HY-19: a message nobody acknowledges is said again, daily, until somebody does. */
export function onboardingOnTime(c: Case): void {
  const onboarding = onboardingOf(c.ledger);
  const { now, ticket } = c;
  if (onboarding?.remindAt == null || onboarding.remindAt > now || onboarding.acknowledged !== null)
    return;
  if (ticket.status.done) return saveOnboarding(c, { ...onboarding, remindAt: null });
  const speaker = speakerOf(c, 'fmc', onboarding.cid);
  saveOnboarding(c, {
    ...onboarding,
    remindAt: nextWorkingDay(calendarOf(c, speaker), now),
  });
  c.done(
    now,
    null,
    `${departmentNames.fmc} reminded to acknowledge`,
    because('HY-19', 'The message is not acknowledged yet.', {
      'due at': onboarding.acknowledgeBy ?? '',
    }),
  );
  c.announce(
    toPeople(
      c,
      [speaker],
      'a reminder: please acknowledge the message about the new account in the panel.',
    ),
    null,
    'HY-19',
    null,
  );
}

export const onboardingWakeAt = (onboarding: Onboarding | undefined): Instant | null =>
  earliest(onboarding?.remindAt);
