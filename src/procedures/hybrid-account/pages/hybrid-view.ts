import { productsOf } from '../account';
import { integrationOf, onboardingOf, knowledgeOf, id } from '../state';
import type { HybridView } from '../contract/panel';
import type { CustomerAccount } from '../../../core/account';
import { hybridSettingsOf } from '../settings/policy';
import { noIntegration, withKeys } from '../integration';
import { gapOf } from '../knowledge';
import { filled } from '../onboarding';
import { hybridOf, readProducts } from '../products';
import { departmentOf } from '../sides';
import { knowledgeView, newsFor } from './knowledge-view';
import { nameOfAccount, onboardingView } from './onboarding-view';
import type { AccountId } from '../../../core/ids';
import type { Situation } from '../../../core/situation';
import { editionOf } from '../../../app/edition';
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
  const { policy, account, now, people } = situation;
  const hybrid = hybridSettingsOf(policy);
  const onboarding = onboardingOf(record?.ledger);
  const knowledge = knowledgeOf(record?.ledger);
  const { raised = [] } = record?.ledger ?? {};
  const integration =
    record === null ? noIntegration : withKeys(integrationOf(record.ledger), record.ledger);
  const own = account.kind === 'known' ? account.account : null;
  const cids = [
    ...(onboarding === undefined ? [] : [onboarding.cid]),
    ...(knowledge?.accounts ?? []),
    ...(own === null ? [] : [own.cid]),
  ];
  const side = departmentOf(situation, viewer, cids);
  const products = readProducts(own === null ? [] : productsOf(own), hybrid?.productNames ?? {});
  const name =
    own?.name ?? (onboarding === undefined ? '' : nameOfAccount(situation, onboarding.cid));
  return {
    ...editionOf(situation.policy.version, record, 'hybrid-account'),
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
        : onboardingView(situation, hybrid, { onboarding, clocks: record?.ledger ?? {} }, viewer),
    knowledge:
      knowledge === undefined ? null : knowledgeView(situation, knowledge, viewer, record?.ledger),
    gaps:
      knowledge === undefined
        ? { cs: 0, fmc: 0 }
        : { cs: gapOf(knowledge, 'cs').length, fmc: gapOf(knowledge, 'fmc').length },
    mine:
      knowledge === undefined ? 0 : newsFor(situation, knowledge, viewer, record?.ledger).length,
    guide: (hybrid?.symptoms ?? []).map((symptom) => ({
      ...symptom,
      checked: integration.checked
        .filter((one) => one.symptom === symptom.id)
        .map(({ cause, by, at }) => ({ cause, by: personView(people, by), at })),
      summary: filled(symptom.summary, { account: name }),
      description: filled(symptom.description, { account: name }),
    })),
    supportChannel: hybrid?.channels.support ?? null,
    mayRaise: side !== null && hybrid?.project != null && hybrid.integrationRequestType !== null,
    raised: [...raised].reverse().map(({ key, summary, at }) => ({ key, summary, at })),
    integrations: [...integration.tickets].reverse().map(({ id: number, ...one }) => ({
      id: number,
      key: one.ticket?.key ?? null,
      summary: one.summary,
      by: personView(people, one.by),
      at: one.at,
      resolved:
        one.resolved === null
          ? null
          : {
              by: one.resolved.by === null ? null : personView(people, one.resolved.by),
              at: one.resolved.at,
            },
      mayResolve: one.resolved === null && side === 'cs',
    })),
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
