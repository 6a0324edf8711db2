// Valid input for what is owed, as somebody gives it who reads nothing but the list: the act, and which wait it is for.
import type { Act } from '../../src/core/act';
import { type Instant, plusMs } from '../../src/core/instant';
import type { Ledger } from '../../src/core/ledger';
import type { ProcedureId } from '../../src/core/part';
import type { ContentEdit } from '../../src/procedures/change-request/content';
import { type GateKey, gates, type StepKey } from '../../src/procedures/change-request/lifecycle';
import { workingDayAfter } from '../../src/core/calendar/business-days';
import { accessOf } from '../../src/procedures/access-request/state';
import { keyPartOf } from '../../src/procedures/key-account/key-part';
import { onboardingOf } from '../../src/procedures/hybrid-account/state';
import {
  type AccessStep,
  accessAct,
  askAct,
  type AskStep,
  changeAct,
  type ChangeStep,
  hybridAct,
  type HybridStep,
  keyAct,
  type KeyStep,
} from './acts';
import { impact, wholeInterface } from './change-request';
import { aPerson, office } from './sop';

const day = 24 * 60 * 60_000;

/** Where somebody reads their list: what is known there, and the time. */
export interface Reading {
  readonly ledger: Ledger;
  readonly now: Instant;
}

/** A day to come, as settings and forms write it. */
export const dayAfter = (now: Instant, days: number): string =>
  plusMs(now, days * day).slice(0, 10);

const late = 'Not when it happened.';

export function keyInput(act: string, { ledger, now }: Reading, key: string): KeyStep | null {
  switch (act) {
    case 'start-release':
      return { kind: act, cid: null, authors: ['dev'] };
    case 'no-release':
      return { kind: act, reason: 'It is for another customer.' };
    case 'set-facts': {
      const facts = keyPartOf(ledger)?.release?.facts;
      return {
        kind: act,
        facts: {
          ...(facts?.commit == null ? { commit: 'a1b2c3d4' } : {}),
          ...(facts?.authors.length === 0 ? { authors: ['dev'] } : {}),
          ...(key.endsWith(':release')
            ? {
                build: '7.4.1',
                environment: 'Production',
                deployer: 'dev',
                deployedAt: facts?.deployedAt ?? now,
              }
            : {}),
          ...(key.endsWith(':post-release') ? { results: 'All green.' } : {}),
        },
      };
    }
    case 'tick': {
      const open = keyPartOf(ledger)?.release?.items.find(({ done }) => done === null);
      return { kind: act, item: open?.id ?? 'diff', done: true, evidence: 'seen' };
    }
    case 'set-processing':
      return { kind: act, value: true };
    case 'review':
      return { kind: act, as: key.endsWith(':peer') ? 'peer' : 'senior', reason: late };
    case 'witness':
      return {
        kind: act,
        step: key.replace('release:witness:', '') as 'commit' | 'release' | 'post-release',
        reason: late,
      };
    case 'hand-over-witness':
      return { kind: act, to: 'second senior', reason: 'Cannot go on.' };
    case 'record-cycle':
      return { kind: act, date: key.slice(6, 16), passed: true, note: '' };
    case 'decide-monitoring':
      return { kind: act, end: true, note: null };
    case 'finish-release':
    case 'answer-escalation':
      return { kind: act };
    case 'resolve-escalation':
      return { kind: act, how: 'Corrected and sent.' };
    case 'decide-listing':
      return { kind: act, accept: true, note: null };
    case 'document-updated':
    case 'confirm-month-end':
      return { kind: act, note: null };
    case 'set-rhythm':
      return { kind: act, rhythm: { kind: 'daily' } };
    case 'hold-meeting':
      return { kind: act, attended: [aPerson('keeper')], others: null, on: null, lookedAt: [] };
    case 'skip-meeting':
      return { kind: act, reason: 'A week of holidays.' };
    case 'note-change':
      return { kind: act, text: 'A new bank file format', affects: ['accuracy'], cid: null };
    case 'add-action':
      return {
        kind: act,
        text: 'Ask for a second test environment',
        owner: aPerson('dev'),
        due: workingDayAfter(office, now.slice(0, 10), 2),
        cid: null,
      };
    case 'finish-action':
      return { kind: act, id: Number(key.replace('action:', '')), note: null };
    case 'move-action':
      return {
        kind: act,
        id: Number(key.replace('action:', '')),
        due: workingDayAfter(office, now.slice(0, 10), 3),
        owner: null,
        reason: 'It takes longer.',
      };
    default:
      return null;
  }
}

/** What a part of the documents says in the end. */
function editFor(key: string, now: Instant): ContentEdit {
  switch (key) {
    case 'step:requirement':
      return { part: 'requirement', requirement: 'Export payroll nightly', documentUrl: null };
    case 'step:impact':
      return impact(3);
    case 'step:cost':
      return { part: 'cost' };
    case 'step:interface':
      return wholeInterface;
    default:
      return { part: 'due-date', dueDate: dayAfter(now, 30) };
  }
}

export function changeInput(act: string, { now }: Reading, key: string): ChangeStep | null {
  const what = key.split(':')[1] ?? '';
  const gate = gates.find((one) => one.key === what)?.key;
  switch (act) {
    case 'classify':
      return {
        kind: act,
        intake: 'customer-ticket',
        chargeable: true,
        implication: 'It will be charged by effort.',
        customerRep: null,
      };
    case 'not-a-change':
    case 'withdraw':
    case 'take-up':
      return { kind: act, reason: 'It is not wanted.' };
    case 'save':
      return { kind: act, edit: editFor(key, now) };
    case 'complete':
      return { kind: act, step: what as StepKey, build: '1.0', note: null };
    case 'share-interface':
      return { kind: act, link: null };
    case 'note-progress':
      return { kind: act, text: 'The export runs.' };
    case 'hold':
      return { kind: act, reason: 'Budget freeze', until: dayAfter(now, 7) };
    case 'resume':
    case 'create-issue':
      return { kind: act };
    default:
      return gate === undefined ? null : gateInput(act, gate, now);
  }
}

function gateInput(act: string, gate: GateKey, now: Instant): ChangeStep | null {
  switch (act) {
    case 'ask':
      return { kind: act, gate };
    case 'approve':
      return { kind: act, gate, version: null, note: null };
    case 'decline':
      return { kind: act, gate, version: null, reason: 'Not like this', backTo: null };
    case 'record':
      return {
        kind: act,
        gate,
        approved: true,
        evidence: {
          kind: 'mail',
          messageId: `<${now}.${gate}@customer.example>`,
          date: now.slice(0, 10),
          address: 'payroll@midland.example',
          person: null,
        },
        reason: null,
        backTo: null,
      };
    case 'follow-up':
      return { kind: act, gate, note: null };
    case 'skip':
      return { kind: act, gate, reason: 'An emergency' };
    default:
      return null;
  }
}

/** What somebody reports of a row, by the wait it ends. */
const reported = {
  response: ['sent', 'acknowledged'],
  account: ['acknowledged', 'created'],
  test: ['created', 'verified'],
  repair: ['not-functional', 'created'],
} as const;

function reportFor(ledger: Ledger, key: string): AccessStep | null {
  const [what = '', cid = ''] = key.split(':');
  const rows = accessOf(ledger)?.rows ?? [];
  const report = (of: string | undefined, step: (AccessStep & { kind: 'report' })['step']) =>
    of === undefined ? null : { kind: 'report' as const, cid: of, step, remarks: null };
  if (what === 'follow-up') return report(cid, 'customer-told');
  if (what === 'closing') return report(rows.find(({ toClose }) => toClose)?.cid, 'account-closed');
  const [from, to] = reported[what as keyof typeof reported] ?? reported.response;
  const row = rows.find(({ progress }) => progress === from) ?? rows[0];
  return report(row?.cid, to);
}

export function accessInput(act: string, { ledger, now }: Reading, key: string): AccessStep | null {
  const rows = accessOf(ledger)?.rows ?? [];
  switch (act) {
    case 'it-ready':
      return { kind: act, ready: true };
    case 'send': {
      const unsent = rows.filter(({ progress }) => progress === 'not-sent');
      const customers = (unsent.length > 0 ? unsent : rows).map(({ cid }) => cid);
      return { kind: act, customers, via: 'eml', on: null };
    }
    case 'report':
      return reportFor(ledger, key);
    case 'escalate':
      return { kind: act, cid: rows[0]?.cid ?? '', reason: 'It is late.' };
    case 'override':
      return { kind: act, reason: 'Work starts tomorrow.' };
    case 'leave':
      return { kind: act, on: dayAfter(now, 14) };
    case 'delete-personal':
      return { kind: act };
    default:
      return null;
  }
}

export function hybridInput(act: string, { ledger, now }: Reading, key: string): HybridStep | null {
  const [, what = ''] = key.split(':');
  switch (act) {
    case 'finish-task': {
      const meetingAt = onboardingOf(ledger)?.meetingAt;
      const at = what === 'sync' && meetingAt == null ? now : null;
      return { kind: act, task: what, note: null, at, url: 'https://docs.relay.example/1' };
    }
    case 'set-meeting':
      return { kind: act, at: plusMs(now, day) };
    case 'acknowledge-onboarding':
      return { kind: act };
    case 'acknowledge-updates':
      return { kind: act, upTo: 9999 };
    case 'answer-question':
      return { kind: act, question: Number(what), text: 'Now.' };
    case 'resolve-integration':
      return { kind: act, ticket: Number(what) };
    case 'decide-onboarding':
      return {
        kind: act,
        question: key.replace(/^decide:|:(cs|fmc)$/gu, ''),
        choice: 'go-on',
      };
    case 'ask-question':
      return { kind: act, text: 'When does it start?' };
    case 'share-update':
      return { kind: act, class: 'bug', text: 'A fix is on its way.' };
    case 'raise-integration':
      return { kind: act, symptom: 'places', summary: 'Wrong', description: '', checked: [] };
    default:
      return null;
  }
}

export function askInput(act: string, { now }: Reading): AskStep | null {
  switch (act) {
    case 'request':
      return { kind: act, entryId: 'urgent', note: 'Is the contract signed?', priorityId: null };
    case 'answer':
      return { kind: act, text: 'It was signed on Friday.' };
    case 'promise':
      return { kind: act, by: plusMs(now, day), text: null };
    case 'escalate':
    case 'withdraw':
      return { kind: act, reason: 'It cannot wait.' };
    case 'add-note':
    case 'add-question':
      return { kind: act, note: 'Who signs the contract for them?' };
    case 'choose-account':
      return { kind: act, cid: 'MSBK' };
    case 'move':
      return { kind: act, to: 'account' };
    case 'put-back':
    case 'request-now':
    case 'set-aside':
    case 'count-as-answer':
    case 'take-up':
      return { kind: act };
    default:
      return null;
  }
}

/** The act with its input, by the names that stand in a list; null where this takes something else to be known. */
export function validAct(
  procedure: ProcedureId,
  act: string,
  reading: Reading,
  key: string,
): Act | null {
  const made = <Step>(step: Step | null, act_: (step: Step) => Act): Act | null =>
    step === null ? null : act_(step);
  switch (procedure) {
    case 'account-manager':
      return made(askInput(act, reading), askAct);
    case 'change-request':
      return made(changeInput(act, reading, key), changeAct);
    case 'key-account':
      return made(keyInput(act, reading, key), keyAct);
    case 'access-request':
      return made(accessInput(act, reading, key), accessAct);
    default:
      return made(hybridInput(act, reading, key), hybridAct);
  }
}
