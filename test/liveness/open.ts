// What is open on a ticket, by each SOP, told from its state and not from what is owed: an independent table.
import type { Clock } from '../../src/core/clock';
import type { ProcedureId } from '../../src/core/part';
import { accessOf } from '../../src/procedures/access-request/state';
import { isClosed, isToClose } from '../../src/procedures/access-request/access-request';
import type { OpenAsk } from '../../src/procedures/account-manager/ask';
import { asksOf } from '../../src/procedures/account-manager/asks';
import { changeRequestSettingsOf } from '../../src/procedures/change-request/settings/policy';
import { isOver } from '../../src/procedures/change-request/standing';
import { changeOf, movedOf, notOneOf } from '../../src/procedures/change-request/state';
import { hybridSettingsOf } from '../../src/procedures/hybrid-account/settings/policy';
import { gapOf } from '../../src/procedures/hybrid-account/knowledge';
import { isRunning } from '../../src/procedures/hybrid-account/onboarding';
import { openTickets } from '../../src/procedures/hybrid-account/integration';
import {
  integrationOf,
  knowledgeOf,
  onboardingOf,
} from '../../src/procedures/hybrid-account/state';
import type { Designation } from '../../src/procedures/key-account/designation';
import { openEscalation } from '../../src/procedures/key-account/escalation';
import { keyPartOf } from '../../src/procedures/key-account/key-part';
import { keyAccountSettingsOf } from '../../src/procedures/key-account/settings/policy';
import type { WalkDesk } from './desk';

export const allProcedures = [
  'account-manager',
  'change-request',
  'key-account',
  'access-request',
  'hybrid-account',
] as const;

/** Something of the procedure is under way here; `off` where its settings are gone, so that nobody can tell. */
export type Standing = 'open' | 'closed' | 'off';

type Table = Readonly<Record<(typeof allProcedures)[number], (desk: WalkDesk) => Standing>>;

/** K10: a new key account says when it runs production; no customer of these desks has said it before. */
const lacksRhythm = ({ change, document, rhythm }: Designation): boolean =>
  change === 'add' && document !== undefined && rhythm == null;

const openIf = (open: boolean): Standing => (open ? 'open' : 'closed');

const table: Table = {
  'account-manager': ({ ledger, ticket }) => {
    const { ask, waiting, offer } = asksOf(ledger);
    const offered = offer != null && offer.why !== 'unclear' && !ticket.status.done;
    return openIf(ask !== null || waiting !== null || offered);
  },
  'change-request': ({ ledger, ticket, queue }) => {
    const policy = changeRequestSettingsOf(queue);
    const change = changeOf(ledger);
    if (movedOf(ledger) !== undefined) return 'closed';
    if (policy === undefined) return change === undefined ? 'closed' : 'off';
    if (change !== undefined) return openIf(!isOver(change, policy));
    const asked = policy.requestTypes.includes(ticket.requestType ?? '');
    return openIf(asked && notOneOf(ledger) === undefined && !ticket.status.done);
  },
  'key-account': ({ ledger, queue }) => {
    const part = keyPartOf(ledger);
    if (keyAccountSettingsOf(queue) === undefined) return 'off';
    if (part === undefined) return 'closed';
    const { designation, release, escalations, monthEnd, meeting, undocumented = false } = part;
    const listing =
      designation !== null &&
      (designation.decided === null ||
        (designation.decided.how !== 'declined' &&
          (designation.document?.updated === null || lacksRhythm(designation))));
    return openIf(
      listing ||
        (release !== null && release.finished === null) ||
        openEscalation(escalations) !== null ||
        (monthEnd !== null && monthEnd.confirmed === null) ||
        (meeting != null &&
          (meeting.outcome === null || meeting.actions.some(({ done }) => done === null))) ||
        undocumented,
    );
  },
  'access-request': ({ ledger, queue }) => {
    const request = accessOf(ledger);
    if (request === undefined) return 'closed';
    if (queue.procedures['access-request'] === undefined) return 'off';
    const { rows, leaving } = request;
    const closing = leaving !== undefined && rows.some(isToClose);
    return openIf(rows.some((row) => !isClosed(row)) || closing);
  },
  'hybrid-account': ({ ledger, policy, ticket }) => {
    if (hybridSettingsOf(policy) === undefined) return 'off';
    const knowledge = knowledgeOf(ledger);
    const shared =
      knowledge !== undefined &&
      ((['cs', 'fmc'] as const).some((side) => gapOf(knowledge, side).length > 0) ||
        knowledge.questions.some(({ answered }) => answered === null));
    return openIf(
      (isRunning(onboardingOf(ledger)) && !ticket.status.done) ||
        shared ||
        openTickets(integrationOf(ledger)).length > 0,
    );
  },
};

export const standingOf = (desk: WalkDesk, procedure: (typeof allProcedures)[number]): Standing =>
  table[procedure](desk);

export const clocksOf = (desk: WalkDesk, procedure?: ProcedureId): readonly Clock[] =>
  (desk.ledger.clocks ?? []).filter(
    (clock) => procedure === undefined || clock.procedure === procedure,
  );

export const askOf = ({ ledger }: WalkDesk): OpenAsk | null => asksOf(ledger).ask;
