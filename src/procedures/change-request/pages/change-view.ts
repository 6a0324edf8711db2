// Everything the change-request panel shows, for that viewer.
import { changeOf, movedOf, notOneOf, id } from '../state';
import type { ChangeView, ContentView, DocumentLink } from '../contract/panel';
import { type ChangeRequest, gateOf, type Verdict } from '../change-request';
import { type InterfaceHeading, interfaceHeadings } from '../content';
import { agreedRates } from '../edit-content';
import { customersOf } from '../evidence';
import { type Environment, gates, lifecycle, type WorkKey } from '../lifecycle';
import { type Decider, ownerName, rolesHere, seesMoney } from '../may';
import { costOf, totalHalfDays } from '../money';
import { newTerms } from '../agreed';
import { isOver, presentSteps, whyNeedless } from '../standing';
import type { People } from '../../../core/people';
import { emptyLedger } from '../../../core/ledger';
import { localDay, type Situation } from '../../../core/situation';
import { editionOf } from '../../../app/edition';
import type { TicketRecord } from '../../../app/outbox';
import { historyView } from '../../../app/views/history-view';
import { personView, personViewOrNull, whyView } from '../../../app/views/why';
import { gateViews } from './gate-views';
import { costView, rateCardView } from './money-views';
import { actionsFor } from './permissions';
import { nextViews, stepViews } from './step-views';
import { type ChangeRequestPolicy, changeRequestSettingsOf } from '../settings/policy';

export function changeView(
  situation: Situation,
  record: TicketRecord | null,
  by: Decider,
): ChangeView {
  const { ticket, queue, people, account, now, policy } = situation;
  const rules = changeRequestSettingsOf(queue);
  const ledger = record?.ledger ?? emptyLedger(ticket.issueId, ticket.key, ticket.projectId);
  const moved = movedOf(ledger);
  const notOne = notOneOf(ledger);
  const change = rules === undefined ? null : (changeOf(ledger) ?? null);
  const withMoney = seesMoney(situation, by.accountId, ledger);
  const cost = change === null ? null : costOf(change.content.effort, change.content.rates);
  const rates =
    change !== null &&
    whyNeedless(change, 'cost') === null &&
    change.content.effort.length > 0 &&
    change.content.rates === null
      ? agreedRates(situation, change.content)
      : null;
  const steps = change === null || rules === undefined ? [] : stepViews(situation, rules, change);
  const present = change === null || rules === undefined ? [] : presentSteps(change, rules);
  return {
    ...editionOf(situation.policy.version, record, 'change-request'),
    now,
    today: localDay(situation, now),
    state:
      rules === undefined
        ? 'off'
        : moved !== undefined
          ? 'moved'
          : change === null
            ? 'none'
            : change.withdrawn !== null
              ? 'withdrawn'
              : change.hold !== null
                ? 'on-hold'
                : isOver(change, rules)
                  ? 'done'
                  : 'running',
    expected:
      rules !== undefined &&
      (rules.requestTypes.length === 0 || rules.requestTypes.includes(ticket.requestType ?? '')),
    notOne:
      notOne === undefined || change !== null
        ? null
        : { ...notOne, by: personView(people, notOne.by) },
    separate: change?.separate ?? (rules?.target ?? null) !== null,
    yourRoles: rolesHere(situation, ledger, by.accountId).map(ownerName),
    summary: ticket.summary,
    account:
      account.kind === 'known' ? { cid: account.account.cid, name: account.account.name } : null,
    customers: customersOf(situation, change).map((person) => personView(people, person)),
    issue:
      moved !== undefined
        ? { key: moved.key, is: 'change-request' }
        : change?.from == null
          ? null
          : { key: change.from.key, is: 'intake' },
    hold:
      change?.hold == null
        ? null
        : {
            ...change.hold,
            until: change.hold.until ?? null,
            by: personView(people, change.hold.by),
          },
    withdrawn:
      change?.withdrawn == null
        ? null
        : { ...change.withdrawn, by: personView(people, change.withdrawn.by) },
    newTerms:
      change === null || rules === undefined || isOver(change, rules)
        ? null
        : termsView(change, rules, policy.version),
    steps,
    stage:
      change?.withdrawn != null || present.length === 0
        ? null
        : steps.findIndex(({ key }) => key === present[0]?.key) + 1,
    next:
      change === null || rules === undefined || change.withdrawn !== null
        ? []
        : nextViews(situation, rules, ledger, by),
    actions: actionsFor({ ledger, situation, actor: { ...by, mayTransition: false } }),
    content: change === null ? null : contentView(situation, change),
    cost: cost === null || !withMoney ? null : costView(cost, change?.content.rates ?? null),
    costed: change?.content.rates != null,
    costHidden: cost !== null && !withMoney,
    rateCard: rateCardView(situation, change?.content ?? null, withMoney),
    rateProblem:
      rates !== null && 'clause' in rates ? whyView(rates, policy.version, people) : null,
    gates:
      change === null || rules === undefined ? [] : gateViews(situation, rules, ledger, change, by),
    documents: change === null ? [] : documents(change),
    progress:
      change === null
        ? []
        : [...change.progress]
            .reverse()
            .map(({ at, by: person, text }) => ({ at, text, by: personView(people, person) })),
    history: historyView(people, ledger, id),
    pending: record?.pending ?? null,
  };
}

const termsView = (
  change: ChangeRequest,
  rules: ChangeRequestPolicy,
  version: number,
): ChangeView['newTerms'] => {
  const differences = newTerms(change, rules);
  return differences.length === 0 ? null : { version, differences };
};

function contentView({ people }: Situation, { content, intake, done }: ChangeRequest): ContentView {
  const { effort, builds } = content;
  return {
    version: content.version,
    intake,
    chargeable: content.chargeable,
    implication: content.implication,
    customerRep: personViewOrNull(people, content.customerRep),
    requirement: content.requirement,
    documentUrl: content.documentUrl,
    approach: content.approach,
    effort: effort.map(({ role, halfDays }) => ({ role, days: halfDays / 2 })),
    totalDays: totalHalfDays(effort) / 2,
    timeline: content.timeline,
    dueDate: content.dueDate,
    interface:
      content.interface === null
        ? null
        : {
            url: content.interface.url,
            headings: (Object.keys(interfaceHeadings) as InterfaceHeading[]).map((heading) => ({
              heading,
              title: interfaceHeadings[heading],
              text: content.interface?.headings[heading] ?? '',
            })),
          },
    builds: (Object.keys(builds) as Environment[]).map((environment) => ({
      environment,
      build: builds[environment] ?? '',
      untested: untestedView(people, done, environment),
    })),
  };
}

function untestedView(
  people: People,
  done: ChangeRequest['done'],
  environment: Environment,
): ContentView['builds'][number]['untested'] {
  const step = lifecycle.find((one) => one.environment === environment);
  const untested = step === undefined ? undefined : done[step.key as WorkKey]?.untested;
  return untested === undefined
    ? null
    : { by: personView(people, untested.by), reason: untested.reason };
}

/** CR-32: what stands behind a sign-off of the customer's. */
const shownBy = ({ evidence }: Verdict): string => {
  switch (evidence?.kind) {
    case undefined:
      return 'signed off in the portal';
    case 'attachment':
      return evidence.name;
    case 'mail':
      return `mail of ${evidence.date}`;
    case 'comment':
      return 'in a public comment';
  }
};

function documents(change: ChangeRequest): DocumentLink[] {
  const { content, done } = change;
  return [
    ...(done.requirement === undefined
      ? []
      : [
          {
            title: `CR document (version ${content.version})`,
            url: content.documentUrl,
            at: done.requirement.at,
          },
        ]),
    ...(content.interface === null
      ? []
      : [
          {
            title: 'Interface document',
            url: content.interface.url,
            at: done.interface?.at ?? null,
          },
        ]),
    ...gates
      .filter(({ owner }) => owner === 'customer')
      .flatMap(({ key, title }) =>
        gateOf(change, key).approvals.map((verdict) => ({
          title: `${title}: ${shownBy(verdict)}`,
          url: null,
          at: verdict.at,
        })),
      ),
  ];
}
