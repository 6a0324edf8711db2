// What the viewer may do now: each act is tried on the ledger, and the rule that refuses it says why.
import { changeOf } from '../state';
import type { ChangeAction } from '../contract/panel';
import type { Permission } from '../../account-manager/contract/panel';
import type { ChangeStep } from '../act';
import { emptyContent } from '../content';
import { type GateKey } from '../lifecycle';
import type { Decider } from '../may';
import { performChange } from '../perform';
import { presentSteps } from '../standing';
import { Draft } from '../../../core/draft';
import type { Ledger } from '../../../core/ledger';
import type { Situation } from '../../../core/situation';
import { whyView } from '../../../app/views/why';
import { changeRequestSettingsOf } from '../settings/policy';

/** A refusal that is about a value is no refusal: the value is still to be typed. */
function tried(ledger: Ledger, situation: Situation, by: Decider, step: ChangeStep): Permission {
  const refused = performChange(new Draft(ledger, situation.policy.version), situation, step, by);
  return refused === null || refused.field !== undefined
    ? { allowed: true }
    : { allowed: false, why: whyView(refused, situation.policy.version, situation.people) };
}

export function actionsFor(
  ledger: Ledger,
  situation: Situation,
  by: Decider,
): Readonly<Record<ChangeAction, Permission>> {
  const may = (step: ChangeStep): Permission => tried(ledger, situation, by, step);
  const change = changeOf(ledger);
  const policy = changeRequestSettingsOf(situation.queue);
  const content = change?.content ?? emptyContent;
  const present =
    change === undefined || policy === undefined
      ? undefined
      : presentSteps(change, policy).find(({ gate }) => gate === undefined);
  return {
    classify: may({
      kind: 'classify',
      intake: 'customer-ticket',
      chargeable: true,
      implication: '',
      customerRep: null,
    }),
    'save-classification': may({
      kind: 'edit',
      edit: { part: 'classification', chargeable: true, implication: '', customerRep: null },
    }),
    'save-requirement': may({
      kind: 'edit',
      edit: { part: 'requirement', requirement: '', documentUrl: null },
    }),
    'save-impact': may({
      kind: 'edit',
      edit: { part: 'impact', approach: '', effort: [], timeline: content.timeline },
    }),
    'save-cost': may({ kind: 'edit', edit: { part: 'cost' } }),
    'save-due-date': may({ kind: 'edit', edit: { part: 'due-date', dueDate: '' } }),
    'save-interface': may({ kind: 'edit', edit: { part: 'interface', url: null, headings: {} } }),
    'create-issue': may({ kind: 'create-issue' }),
    'complete-step': may({
      kind: 'complete',
      step: present?.key ?? 'development',
      build: null,
      note: null,
    }),
    'note-progress': may({ kind: 'progress', text: '' }),
    hold: may({ kind: 'hold', reason: '' }),
    resume: may({ kind: 'resume' }),
    withdraw: may({ kind: 'withdraw', reason: '' }),
  };
}

export function gateActions(
  ledger: Ledger,
  situation: Situation,
  by: Decider,
  gate: GateKey,
): Readonly<Record<'ask' | 'approve' | 'decline' | 'record' | 'skip', Permission>> {
  const may = (step: ChangeStep): Permission => tried(ledger, situation, by, step);
  return {
    ask: may({ kind: 'ask', gate }),
    approve: may({ kind: 'approve', gate, version: null, note: null }),
    decline: may({ kind: 'decline', gate, version: null, reason: '', backTo: null }),
    record: may({
      kind: 'record',
      gate,
      approved: true,
      evidence: { kind: 'mail', messageId: '', date: '', address: '' },
      reason: null,
      backTo: null,
    }),
    skip: may({ kind: 'skip', gate, reason: '' }),
  };
}
