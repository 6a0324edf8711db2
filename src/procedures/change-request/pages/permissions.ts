// What the viewer may do now: each act is tried on the ledger, and the rule that refuses it says why.
import type { ChangeAction, GateAction } from '../contract/panel';
import type { ActionView } from '../../../contract/action';
import type { Actor } from '../../../core/act';
import type { Ledger } from '../../../core/ledger';
import type { Situation } from '../../../core/situation';
import { actionView } from '../../../app/views/action-view';
import { type ContentEdit, emptyContent } from '../content';
import type { GateKey } from '../lifecycle';
import { changeRequestSettingsOf } from '../settings/policy';
import { presentSteps } from '../standing';
import { changeOf } from '../state';
import { changeRequestActs as acts } from './acts';

interface At {
  readonly ledger: Ledger;
  readonly situation: Situation;
  readonly actor: Actor;
}

export function actionsFor(at: At): Readonly<Record<ChangeAction, ActionView>> {
  const change = changeOf(at.ledger);
  const policy = changeRequestSettingsOf(at.situation.queue);
  const saving = (edit: ContentEdit): ActionView => actionView(acts.save, at, { edit });
  const present =
    change === undefined || policy === undefined
      ? undefined
      : presentSteps(change, policy).find(({ gate }) => gate === undefined);
  return {
    classify: actionView(acts.classify, at),
    'not-a-change': actionView(acts['not-a-change'], at),
    'save-classification': saving({
      part: 'classification',
      chargeable: true,
      implication: '',
      customerRep: null,
    }),
    'save-requirement': saving({ part: 'requirement', requirement: '', documentUrl: null }),
    'save-impact': saving({
      part: 'impact',
      approach: '',
      effort: [],
      timeline: (change?.content ?? emptyContent).timeline,
    }),
    'save-cost': saving({ part: 'cost' }),
    'take-rates': saving({ part: 'cost', rates: 'now' }),
    'save-due-date': saving({ part: 'due-date', dueDate: '' }),
    'save-interface': saving({ part: 'interface', url: null, headings: {} }),
    'create-issue': actionView(acts['create-issue'], at),
    complete: actionView(acts.complete, at, {
      step: present?.key ?? 'development',
      build: null,
      note: null,
    }),
    'share-interface': actionView(acts['share-interface'], at),
    'allow-untested': actionView(acts['allow-untested'], at),
    'note-progress': actionView(acts['note-progress'], at),
    hold: actionView(acts.hold, at),
    resume: actionView(acts.resume, at),
    withdraw: actionView(acts.withdraw, at),
    'take-up': actionView(acts['take-up'], at),
    'take-terms': actionView(acts['take-terms'], at),
  };
}

export const gateActions = (at: At, gate: GateKey): Readonly<Record<GateAction, ActionView>> => ({
  ask: actionView(acts.ask, at, { gate }),
  approve: actionView(acts.approve, at, { gate, version: null, note: null }),
  decline: actionView(acts.decline, at, { gate, version: null, reason: '', backTo: null }),
  record: actionView(acts.record, at, {
    gate,
    approved: true,
    evidence: { kind: 'mail', messageId: '', date: '', address: '' },
    reason: null,
    backTo: null,
  }),
  'follow-up': actionView(acts['follow-up'], at, { gate, note: null }),
  skip: actionView(acts.skip, at, { gate, reason: '' }),
});
