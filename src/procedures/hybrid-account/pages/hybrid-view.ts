import { followedAccount } from '../../../core/followed';
import { productsOf } from '../account';
import { onboardingOf, knowledgeOf, id } from '../state';
import type { HybridView, KnowledgeView, OnboardingView, TaskView } from '../contract/panel';
import type { CustomerAccount } from '../../../core/account';
import { type Department, type HybridPolicy, hybridSettingsOf } from '../settings/policy';
import { gapOf, type Knowledge } from '../knowledge';
import {
  filled,
  isAboard,
  isDone,
  isOpen,
  type Onboarding,
  type OnboardingTask,
} from '../onboarding';
import { hybridOf, readProducts } from '../products';
import { departmentOf, mayTick } from '../sides';
import type { AccountId, Cid } from '../../../core/ids';
import type { Situation } from '../../../core/situation';
import type { TicketRecord } from '../../../app/outbox';
import { historyView } from '../../../app/views/history-view';
import { personView } from '../../../app/views/why';

/** @param accounts every account there is to announce a maintenance to */
export function hybridView(
  situation: Situation,
  record: TicketRecord | null,
  viewer: AccountId,
  accounts: readonly CustomerAccount[],
): HybridView {
  const { policy, account, now } = situation;
  const hybrid = hybridSettingsOf(policy);
  const onboarding = onboardingOf(record?.ledger);
  const knowledge = knowledgeOf(record?.ledger);
  const { raised = [] } = record?.ledger ?? {};
  const own = account.kind === 'known' ? account.account : null;
  const cids = [
    ...(onboarding === undefined ? [] : [onboarding.cid]),
    ...(knowledge?.accounts ?? []),
    ...(own === null ? [] : [own.cid]),
  ];
  const side = departmentOf(situation, viewer, cids);
  const products = readProducts(own === null ? [] : productsOf(own), hybrid?.productNames ?? {});
  const name = own?.name ?? (onboarding === undefined ? '' : nameOf(situation, onboarding.cid));
  return {
    revision: record?.edition ?? 0,
    now,
    on: hybrid !== undefined,
    side,
    account:
      own === null
        ? null
        : {
            cid: own.cid,
            name: own.name,
            hybrid: hybridOf(products.owned),
            unknownProducts: products.unknown,
          },
    onboarding:
      hybrid === undefined || onboarding === undefined
        ? null
        : onboardingView(situation, hybrid, onboarding, viewer, side),
    knowledge: knowledge === undefined ? null : knowledgeView(situation, knowledge, side),
    gaps:
      knowledge === undefined
        ? { cs: 0, fmc: 0 }
        : { cs: gapOf(knowledge, 'cs').length, fmc: gapOf(knowledge, 'fmc').length },
    guide: (hybrid?.symptoms ?? []).map((symptom) => ({
      ...symptom,
      summary: filled(symptom.summary, { account: name }),
      description: filled(symptom.description, { account: name }),
    })),
    supportChannel: hybrid?.channels.support ?? null,
    mayRaise: side !== null && hybrid?.project != null && hybrid.integrationRequestType !== null,
    raised: [...raised].reverse().map(({ key, summary, at }) => ({ key, summary, at })),
    hybridAccounts:
      hybrid === undefined
        ? []
        : accounts
            .filter((one) => hybridOf(readProducts(productsOf(one), hybrid.productNames).owned))
            .map(({ cid, name: called }) => ({ cid, name: called })),
    history:
      side === null || record === null ? [] : historyView(situation.people, record.ledger, id),
    pending: record?.pending ?? null,
  };
}

const nameOf = (situation: Situation, cid: Cid): string => {
  const { account } = situation;
  const own = account.kind === 'known' && account.account.cid === cid ? account.account : undefined;
  return (followedAccount(situation, cid) ?? own)?.name ?? cid;
};

function onboardingView(
  situation: Situation,
  policy: HybridPolicy,
  onboarding: Onboarding,
  viewer: AccountId,
  side: Department | null,
): OnboardingView {
  const { people } = situation;
  const task = (one: OnboardingTask): TaskView => {
    const mine = mayTick(situation, viewer, onboarding.cid, one);
    const open = isOpen(onboarding, one);
    return {
      id: one.id,
      title: one.title,
      owner: one.owner,
      kind: one.kind,
      clause: one.clause,
      message: one.message,
      state: isDone(one) ? 'done' : open ? 'open' : 'later',
      done: one.done.map(({ by, at, note }) => ({ by: personView(people, by), at, note })),
      channel: one.kind === 'inform' ? policy.channels.departments : null,
      mayTick: open && mine !== null && !one.done.some((done) => done.side === mine),
    };
  };
  const { acknowledged } = onboarding;
  return {
    cid: onboarding.cid,
    account: nameOf(situation, onboarding.cid),
    opportunity: onboarding.opportunity,
    type: onboarding.type,
    tasks: onboarding.tasks.map(task),
    notifiedAt: onboarding.notifiedAt,
    acknowledgeBy: onboarding.acknowledgeBy,
    acknowledged:
      acknowledged === null
        ? null
        : { by: personView(people, acknowledged.by), at: acknowledged.at },
    mayAcknowledge: side === 'fmc' && onboarding.notifiedAt !== null && acknowledged === null,
    object: onboarding.object,
    channel: onboarding.channel,
    joinedAt: onboarding.joinedAt,
    meeting: {
      minutes: policy.meeting.minutes,
      agenda: policy.meeting.agenda,
      at: onboarding.meetingAt,
    },
    aboard: isAboard(onboarding),
  };
}

function knowledgeView(
  situation: Situation,
  knowledge: Knowledge,
  side: Department | null,
): KnowledgeView {
  const { people, now } = situation;
  const news = side === null ? [] : gapOf(knowledge, side).map(({ id }) => id);
  return {
    class: knowledge.class,
    accounts: knowledge.accounts.map((cid) => ({ cid, name: nameOf(situation, cid) })),
    forAdmins: knowledge.forAdmins,
    updates: [...knowledge.updates].reverse().map(({ id, from, by, at, text }) => ({
      id,
      from,
      by: personView(people, by),
      at,
      text,
      news: news.includes(id),
      seen: id <= knowledge.seen[from === 'cs' ? 'fmc' : 'cs'],
    })),
    questions: [...knowledge.questions]
      .reverse()
      .map(({ id, from, by, at, text, dueAt, answered }) => ({
        id,
        from,
        by: personView(people, by),
        at,
        text,
        dueAt,
        overdue: answered === null && now >= dueAt,
        mayAnswer: answered === null && side !== null && side !== from,
        answered:
          answered === null
            ? null
            : { by: personView(people, answered.by), at: answered.at, text: answered.text },
      })),
  };
}
