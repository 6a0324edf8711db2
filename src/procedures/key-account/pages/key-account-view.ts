// What the key-account panel shows.
import { id } from '../key-part';
import type {
  EscalationView,
  KeyAccountView,
  ListingView,
  MonthEndView,
  NoteView,
} from '../contract/panel';
import type { Actor } from '../../../core/act';
import type { Authority } from '../../../core/asked';
import type { CustomerAccount } from '../../../core/account';
import { type Designation, listingReasons } from '../designation';
import { type Escalation, escalationKeys, recordSummary } from '../escalation';
import { keyAccountOf } from '../account';
import { type Rhythm, spellRhythm } from '../cycles';
import { holdersOf } from '../../../core/clock';
import type { Ledger } from '../../../core/ledger';
import { listingKeys, monthEndKey, rhythmKey } from '../wait-keys';
import type { KeyAccountPart } from '../key-part';
import { type KeyAccountPolicy, keyAccountSettingsOf } from '../settings/policy';
import { coveredBy } from '../covered';
import { whyNotPriority } from '../older-ticket';
import { isKeyOn } from '../listed';
import { withMark } from '../mark';
import { roleOnly, teamOnly, whyNotAnswer, whyNotEscalate } from '../may';
import type { MonthEndTask } from '../month-end';
import { type AccountNote, current } from '../notes';
import { engineerRanks } from '../rank';
import { today } from '../say';
import { peopleIn } from '../../../core/roles';
import type { Situation } from '../../../core/situation';
import { editionOf } from '../../../app/edition';
import type { TicketRecord } from '../../../app/outbox';
import { historyView } from '../../../app/views/history-view';
import { personView, personViewOrNull, whyView } from '../../../app/views/why';
import { releaseView } from './release-view';

/** The ticket as it is looked at, and what is known of it. */
type Looking = Situation & { readonly ledger: Pick<Ledger, 'clocks' | 'raised'> };

/** @param part what key accounts make of the ticket, as the rules see it now */
export function keyAccountView(
  situation: Situation,
  record: TicketRecord | null,
  part: KeyAccountPart,
  actor: Actor,
  accounts: readonly CustomerAccount[],
  notes: readonly AccountNote[],
): Omit<KeyAccountView, 'meeting'> {
  const { ticket, queue, people, now } = situation;
  const policy = keyAccountSettingsOf(queue) ?? null;
  const day = today(situation);
  const known: Looking = { ...situation, ledger: record?.ledger ?? {} };
  return {
    ...editionOf(situation.policy.version, record, 'key-account'),
    now,
    today: day,
    viewer: personView(people, actor.accountId),
    issueKey: ticket.key,
    on: policy !== null,
    account: policy === null ? null : badgeOf(situation, policy, part),
    older: policy === null ? null : olderView(situation, part),
    whyNotPriority: refusalView(
      situation,
      policy === null ? null : whyNotPriority(part, known, policy, actor),
    ),
    notes: current(notes, day).map((note) => noteView(situation, note)),
    expects: policy === null ? null : expects(policy, ticket.requestType),
    listing: part.designation === null ? null : listingView(known, part.designation, actor),
    release:
      part.release === null || policy === null
        ? null
        : releaseView(situation, policy, part.release, actor.accountId),
    escalations:
      policy === null
        ? []
        : [...part.escalations]
            .reverse()
            .map((one) => escalationView(known, policy, part, one, actor)),
    whyNotEscalate: refusalView(
      situation,
      policy === null ? null : whyNotEscalate(part, situation, actor),
    ),
    monthEnd: part.monthEnd === null ? null : monthEndView(known, part.monthEnd, actor),
    choices: accounts.map((account) => ({
      cid: account.cid,
      name: account.name,
      key: isKeyOn(account, day),
    })),
    team: teamOnly(known, actor) === null,
    keeper: roleOnly(known, { role: 'key-account-keeper' }, 'KA-04', actor) === null,
    mayRhythm:
      roleOnly(known, { role: 'key-account-keeper', wait: rhythmKey }, 'K10', actor) === null,
    undocumented: part.undocumented ?? false,
    people: choosable(situation, actor).map((one) => personView(people, one)),
    history: record === null ? [] : historyView(people, record.ledger, id),
    pending: record?.pending ?? null,
  };
}

const refusalView = ({ policy, people }: Situation, refused: ReturnType<typeof whyNotEscalate>) =>
  refused === null ? null : whyView(refused, policy.version, people);

export function badgeOf(
  situation: Situation,
  policy: KeyAccountPolicy,
  { of }: KeyAccountPart,
): KeyAccountView['account'] {
  const { account } = situation;
  if (of === null) return null;
  const name =
    account.kind === 'known' && account.account.cid === of.cid ? account.account.name : of.cid;
  return { cid: of.cid, name, marked: withMark(policy.mark, name, of.cid), from: of.from };
}

function olderView(situation: Situation, part: KeyAccountPart): KeyAccountView['older'] {
  const { account } = situation;
  const covered = part.of === null ? coveredBy(situation, part) : null;
  return covered === null || account.kind !== 'known'
    ? null
    : { name: account.account.name, from: covered.from };
}

export const noteView = (
  { people }: Pick<Situation, 'people'>,
  { id, text, until, by, at }: AccountNote,
): NoteView => ({ id, text, until, by: personView(people, by), at });

function expects(
  { listing, release, monthEnd }: KeyAccountPolicy,
  requestType: string | null,
): KeyAccountView['expects'] {
  const type = requestType ?? '';
  if (listing.requestTypes.includes(type)) return 'listing';
  if (release.requestTypes.includes(type)) return 'release';
  return monthEnd?.requestType === type ? 'month-end' : null;
}

/** Engineers of every rank, and whoever stands on the ticket. */
export const choosable = (
  { policy, ticket }: Situation,
  { accountId }: Pick<Actor, 'accountId'>,
): string[] => [
  ...new Set([
    ...engineerRanks.flatMap((rank) => peopleIn(policy, rank)),
    ...[ticket.assignee, ticket.reporter].flatMap((person) =>
      person?.kind === 'person' ? [person.accountId] : [],
    ),
    accountId,
  ]),
];

function listingView(
  situation: Authority,
  { cid, change, reason, note, effective, asked, decided, document, rhythm }: Designation,
  actor: Actor,
): ListingView {
  const { people, named, policy } = situation;
  return {
    cid,
    name: named?.find((one) => one.cid === cid)?.name ?? cid,
    change,
    reason: listingReasons[reason],
    note,
    effective,
    asked: { by: personView(people, asked.by), at: asked.at },
    decided: decided === null ? null : { ...decided, by: personView(people, decided.by) },
    mayDecide:
      decided === null &&
      roleOnly(
        situation,
        { role: 'key-account-keeper', wait: listingKeys.decide },
        'KA-04',
        actor,
      ) === null,
    document:
      document === undefined
        ? null
        : {
            updated:
              document.updated === null
                ? null
                : { ...document.updated, by: personView(people, document.updated.by) },
            mayConfirm:
              document.updated === null &&
              roleOnly(
                situation,
                { role: 'operations', wait: listingKeys.document },
                'KA-05',
                actor,
              ) === null,
          },
    rhythm: rhythmOfListing(situation, cid, rhythm ?? null),
    asksRhythm: document !== undefined && change === 'add',
    keepers: peopleIn(policy, 'key-account-keeper').map((one) => personView(people, one)),
  };
}

function rhythmOfListing({ named }: Situation, cid: string, said: Rhythm | null): string | null {
  const account = named?.find((one) => one.cid === cid);
  const rhythm = said ?? (account === undefined ? null : keyAccountOf(account).productionCycle);
  return rhythm == null ? null : spellRhythm(rhythm);
}

function escalationView(
  situation: Looking,
  policy: KeyAccountPolicy,
  part: KeyAccountPart,
  one: Escalation,
  actor: Actor,
): EscalationView {
  const { people, now, ticket, ledger } = situation;
  const summary = recordSummary(ticket.key, one);
  const keys = escalationKeys(one);
  const clock = (ledger.clocks ?? []).find(
    ({ procedure, key }) => procedure === id && Object.values(keys).some((own) => own === key),
  );
  const [holder] = clock === undefined ? [] : holdersOf(clock);
  const dueAt =
    one.resolved !== null
      ? null
      : (clock?.dueAt ?? (one.answered === null ? one.respondBy : (one.resolveBy ?? null)));
  return {
    number: one.number,
    aspect: one.aspect,
    what: one.what,
    ...(one.more === undefined
      ? {}
      : { more: one.more.map((two) => ({ ...two, by: personViewOrNull(people, two.by) })) }),
    at: one.at,
    dueAt,
    by: personViewOrNull(people, one.by),
    with: personViewOrNull(people, holder ?? one.answered?.by ?? null),
    overdue: one.resolved === null && dueAt !== null && dueAt < now,
    answered:
      one.answered === null ? null : { ...one.answered, by: personView(people, one.answered.by) },
    resolved:
      one.resolved === null ? null : { ...one.resolved, by: personView(people, one.resolved.by) },
    record: ledger.raised?.find((raised) => raised.summary === summary)?.key ?? null,
    mayAnswer: one.resolved === null && whyNotAnswer(part, situation, policy, actor) === null,
  };
}

const monthEndView = (
  situation: Authority,
  { month, dueAt, confirmed }: MonthEndTask,
  actor: Actor,
): MonthEndView => ({
  month,
  dueAt,
  overdue: confirmed === null && dueAt < situation.now,
  confirmed:
    confirmed === null ? null : { ...confirmed, by: personView(situation.people, confirmed.by) },
  mayConfirm:
    confirmed === null &&
    roleOnly(situation, { role: 'operations', wait: monthEndKey }, 'KA-05', actor) === null,
});
