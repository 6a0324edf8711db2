// What the follow-ups panel shows, already cut down to what the viewer may see (E11).
import { customerAccessOf } from '../account';
import { factsOf } from '../customer-facts';
import { accessOf, id } from '../state';
import type { CustomerChoice, FollowUpsView, RequestView, RowView } from '../contract/panel';
import type { PersonView } from '../../../contract/why';
import type { PersonalField } from '../personal';
import { type AccessRequest, type AccessRow, isClosed, isToClose } from '../access-request';
import { toldOtherwise } from '../change-facts';
import { mayGoToCsm } from '../escalate';
import type { AccessPolicy } from '../settings/policy';
import type { RowStep } from '../said';
import { findingsOf } from '../customer-access';
import { gate } from '../gate';
import { type Forecast, sendingOrder } from '../lead-time';
import { lookingAs, rowsSeenBy, sidesOnRow } from '../in-place';
import { type AccessSide, mayStep } from '../may';
import { forecastOf } from '../on-time';
import { type Personal, personalFields } from '../personal';
import { holderOf, isFollowedUp, type Looking, nextAt, raisedTo, stateOf } from '../row-state';
import { rowSteps } from '../row-steps';
import { accessPolicyOf, sideOf, toldOn } from '../who';
import type { CustomerAccount } from '../../../core/account';
import { localDateAt } from '../../../core/calendar/local-time';
import { msOf } from '../../../core/instant';
import { calendarOf, localDay, type Situation } from '../../../core/situation';
import { editionOf } from '../../../app/edition';
import type { TicketRecord } from '../../../app/outbox';
import { historyView } from '../../../app/views/history-view';
import { personView, personViewOrNull, whyView } from '../../../app/views/why';
import { sealOf } from '../effects/certificate';

export function followUpsView(
  situation: Situation,
  record: TicketRecord | null,
  viewer: string,
  personal: Personal | null,
  accounts: readonly CustomerAccount[],
): FollowUpsView {
  const policy = accessPolicyOf(situation);
  const request = accessOf(record?.ledger) ?? null;
  const own = sideOf(situation, request, viewer);
  const known = { ...situation, ledger: record?.ledger ?? {} };
  const side = lookingAs(known, request, viewer);
  const { timeZone } = calendarOf(situation, null);
  const today = localDateAt(timeZone, msOf(situation.now));
  const shown = request === null || policy === null ? [] : rowsSeenBy(known, request, viewer);
  const forecasts =
    request === null || policy === null
      ? []
      : shown.map((row) => ({ row, forecast: forecastOf(situation, policy, request, row) }));
  return {
    ...editionOf(situation.policy.version, record, 'access-request'),
    now: situation.now,
    today,
    state: policy === null ? 'off' : request === null ? 'none' : 'started',
    side,
    expected: policy?.requestTypes.includes(situation.ticket.requestType ?? '') ?? false,
    request:
      policy === null || request === null || side === null
        ? null
        : requestView(
            { ...situation, mayOverride: own === 'team-lead' },
            policy,
            request,
            side,
            personal,
            today,
          ),
    rows:
      policy === null || request === null
        ? []
        : forecasts.map(({ row, forecast }) =>
            rowView(known, { policy, request, side: own, viewer }, row, forecast),
          ),
    hidden: (request?.rows.length ?? 0) - shown.length,
    sendingOrder: side === 'team-lead' ? sendingOrder(forecasts) : [],
    choices: own === 'team-lead' ? choices(accounts, request) : [],
    engineers: own === 'team-lead' ? engineers(situation, request) : [],
    history:
      side === null || side === 'csm' || side === 'internal-it' || record === null
        ? []
        : historyView(situation.people, record.ledger, id),
    pending: record?.pending ?? null,
  };
}

function requestView(
  situation: Situation & { readonly mayOverride: boolean },
  policy: AccessPolicy,
  request: AccessRequest,
  side: AccessSide,
  personal: Personal | null,
  today: string,
): RequestView {
  const { people } = situation;
  const closed = gate(request, today);
  const { certificate } = request;
  return {
    engineerName: personal?.name ?? null,
    engineer: personViewOrNull(people, request.engineer),
    teamLead: personView(people, request.teamLead),
    profile:
      side === 'csm' || side === 'internal-it' || request.onFile.length === 0
        ? null
        : (Object.fromEntries(
            personalFields.map((field) => [field, personal?.[field] ?? '']),
          ) as Record<PersonalField, string>),
    onFile: request.onFile,
    employmentStart: request.employmentStart,
    workStart: request.workStart,
    itReady:
      request.itReady === null
        ? null
        : { by: personView(people, request.itReady.by), at: request.itReady.at },
    gate: closed === null ? null : whyView(closed, situation.policy.version, people),
    override:
      request.override === null
        ? null
        : { ...request.override, by: personView(people, request.override.by) },
    mayOverride: policy.overrideGate && situation.mayOverride && closed !== null,
    purgeAt: request.purgeAt,
    leaving:
      request.leaving === undefined
        ? null
        : { on: request.leaving.on, by: personView(people, request.leaving.by) },
    certificate:
      certificate === null
        ? null
        : { ...certificate, sha256: sealOf(situation.ticket.issueId, certificate) },
  };
}

function engineers({ ticket, people }: Situation, request: AccessRequest | null): PersonView[] {
  const shown = [ticket.assignee, ticket.reporter].flatMap((person) =>
    person?.kind === 'person' ? [person.accountId] : [],
  );
  return [...new Set([...(request?.engineer == null ? [] : [request.engineer]), ...shown])].map(
    (person) => personView(people, person),
  );
}

const choices = (
  accounts: readonly CustomerAccount[],
  request: AccessRequest | null,
): CustomerChoice[] =>
  accounts
    .filter(({ cid }) => !(request?.rows ?? []).some((row) => row.cid === cid))
    .map((account) => {
      const { cid, name } = account;
      const access = customerAccessOf(account);
      return {
        cid,
        name,
        listed:
          access !== undefined &&
          findingsOf(name, access).every(({ code }) => code === 'no-keeper'),
      };
    });

/** Which request is looked at, and in what part. */
interface LookedAt {
  readonly policy: AccessPolicy;
  readonly request: AccessRequest;
  readonly side: AccessSide | null;
  readonly viewer: string;
}

function rowView(
  situation: Looking,
  { request, side, viewer }: LookedAt,
  row: AccessRow,
  forecast: Forecast,
): RowView {
  const today = localDay(situation, situation.now);
  const sides = (act: 'report' | 'send' | 'raise' | 'escalate') => [
    ...(side === null || (side === 'csm' && factsOf(situation, row.cid).csm !== viewer)
      ? []
      : [side]),
    ...sidesOnRow(situation, request, row, { person: viewer, act }),
  ];
  const { name, access } = factsOf(situation, row.cid);
  const holder = holderOf(situation, row);
  const person =
    holder === 'team-lead'
      ? toldOn(situation, request, row.cid, 'team-lead')
      : holder === 'csm'
        ? toldOn(situation, request, row.cid, 'csm')
        : holder === 'engineer'
          ? request.engineer
          : null;
  const steps = (Object.keys(rowSteps) as RowStep[]).filter(
    (step) =>
      sides('report').some((one) => mayStep(one, step)) &&
      rowSteps[step].from.includes(row.progress) &&
      (step !== 'customer-told' || mayBeLogged(situation, row)) &&
      (step !== 'account-closed' || isToClose(row)),
  );
  return {
    cid: row.cid,
    customer: name,
    method: access?.method ?? row.method,
    state: stateOf(situation, row),
    holder,
    person: personViewOrNull(situation.people, person),
    attempts: row.attempts,
    raised: row.raised?.key ?? null,
    requestedAt: row.requestedAt,
    lastSentAt: row.lastSentAt ?? null,
    expected: row.dueAt === null ? null : localDay(situation, row.dueAt),
    forecast: isClosed(row) ? null : forecast.typical,
    // EA-13a: what nobody has logged in to is not set up.
    overdue: !isClosed(row) && row.dueAt !== null && situation.now >= row.dueAt,
    verdict: forecast.verdict,
    basis: basisOf(forecast),
    critical: row.criticalSince !== null,
    next: isClosed(row) ? null : nextOf(situation, row, forecast, waitsFor(request, today)),
    remarks: row.remarks,
    steps,
    mayEscalate: sides('escalate').includes('team-lead') && mayGoToCsm(situation, row),
    byHand:
      row.byHand === undefined
        ? null
        : { ...row.byHand, by: personView(situation.people, row.byHand.by) },
    toClose: isToClose(row),
    accountClosedAt: row.accountClosedAt ?? null,
    sendable:
      [...sides('send'), ...sides('raise')].includes('team-lead') &&
      [
        'not-sent',
        'not-functional',
        ...((access?.method ?? row.method) === 'jsm-request' ? [] : ['sent']),
      ].includes(row.progress),
    findings: [
      ...(!isClosed(row) && toldOtherwise(row, request.workStart)
        ? [
            {
              text: `${name} was told ${row.toldWorkStart == null ? 'no work start' : `that work starts on ${row.toldWorkStart}`}.`,
              remedy: 'Tell them the day that holds now.',
            },
          ]
        : []),
      ...(access === null
        ? [
            {
              text: `${name} is not on the customer access list any more.`,
              remedy: 'Add its contacts to the account.',
            },
          ]
        : findingsOf(name, access)),
    ],
  };
}

/** EA-17, EA-18: escalated, or critical; what was logged may be logged again. */
const mayBeLogged = (situation: Looking, row: AccessRow): boolean =>
  row.criticalSince !== null || raisedTo(situation, row) !== null;

function basisOf({ basis, samples, typicalDays, slowDays, lateDays, verdict }: Forecast): string {
  const known =
    basis === 'past'
      ? `Usually ${typicalDays} business days, slow ones ${slowDays} (from ${samples} past requests).`
      : `${typicalDays} business days as stated; ${samples === 0 ? 'no past requests' : `only ${samples} past ${samples === 1 ? 'request' : 'requests'}`} to go by.`;
  return verdict === 'cannot-be-ready'
    ? `${known} That is ${lateDays === 1 ? '1 working day' : `${lateDays} working days`} after work starts.`
    : known;
}

/** EA-15a: what a row that was not sent waits for. */
const waitsFor = ({ override, itReady, employmentStart }: AccessRequest, today: string): string =>
  override !== null || (itReady !== null && today >= employmentStart)
    ? 'To be sent'
    : itReady === null
      ? 'Internal IT sets up account and e-mail'
      : 'To be sent once employment starts';

/** What time brings to the row, or who has to do what. @param unsent what it waits for before it is sent */
function nextOf(
  situation: Looking,
  row: AccessRow,
  forecast: Forecast,
  unsent: string,
): RowView['next'] {
  if (row.progress === 'not-sent') return { text: unsent, at: null };
  const at = nextAt(situation, row);
  if (row.progress === 'created') return { text: 'Engineer tests the access', at };
  const to = raisedTo(situation, row);
  if (to === 'customer' || to === 'csm')
    return {
      text: !isFollowedUp(row)
        ? 'CSM speaks to the customer contact'
        : to === 'csm'
          ? 'CSM follows up with the customer'
          : 'Customer contact was told',
      at: row.customerAt ?? at,
    };
  if (row.progress === 'not-functional') return { text: 'Team lead looks into it', at };
  if (to === 'team-lead')
    return {
      text:
        forecast.verdict === 'cannot-be-ready' ? 'Work start at risk' : 'Team lead looks into it',
      at,
    };
  return row.progress === 'sent'
    ? { text: 'Without a reply: team lead', at: row.firstResponseDueAt }
    : { text: 'If late: team lead', at: row.dueAt };
}
