// Where a walk begins: each procedure alone, and several of them on one ticket.
import type { Act, Actor } from '../../src/core/act';
import type { Case } from '../../src/core/case';
import { aboutKeyAccounts } from '../../src/procedures/key-account/about';
import { beginMonthEnd } from '../../src/procedures/key-account/month-end-steps';
import { accessAct, askAct, changeAct, hybridAct, keyAct } from '../support/acts';
import { facts } from '../support/access';
import { anAction, beginWeek, proposal } from '../support/key-account';
import { askInput, changeInput } from '../support/valid-input';
import { WalkDesk } from './desk';

const month: Act = {
  procedure: 'key-account',
  perform: (c: Case, actor: Actor) => aboutKeyAccounts(beginMonthEnd)(c, actor, '2026-02'),
};

/** @throws Error when it is refused: then the walk would not begin where it says */
function doing(desk: WalkDesk, act: Act, by: string): WalkDesk {
  const refused = desk.look(act, by)?.refused;
  if (refused != null) throw new Error(`${by}: ${refused.text}`);
  return desk;
}

const asked = (desk: WalkDesk): WalkDesk => {
  const step = askInput('request', desk);
  return step === null ? desk : doing(desk, askAct(step), 'agent');
};

/** Somebody is tagged, and nobody knows of which account the ticket is. */
const unknown = (): WalkDesk => {
  const desk = new WalkDesk(null);
  desk.organizationKnown = false;
  desk.writes('agent', { mentions: ['Ana'], text: 'Could you please confirm this by Friday?' });
  desk.look();
  return desk;
};

const classified = (): WalkDesk => {
  const desk = new WalkDesk('Change request');
  const step = changeInput('classify', desk, '');
  desk.look();
  return step === null ? desk : doing(desk, changeAct(step), 'integrator');
};

const release = (): WalkDesk => {
  const desk = new WalkDesk('Release');
  desk.look();
  return desk;
};

const escalated = (desk = new WalkDesk(null)): WalkDesk =>
  doing(
    desk,
    keyAct({ kind: 'escalate', aspect: 'accuracy', what: 'Forty deductions are wrong.' }),
    'agent',
  );

const listing = (): WalkDesk => doing(new WalkDesk(null), keyAct(proposal), 'agent');

const meeting = (): WalkDesk =>
  doing(doing(new WalkDesk(null), beginWeek(), 'relay'), keyAct(anAction('dev')), 'agent');

const access = (desk = new WalkDesk(null)): WalkDesk =>
  doing(
    desk,
    accessAct({
      kind: 'start',
      customers: ['ALDR', 'BRCH'],
      ...facts,
      workStart: '2026-04-01',
    }),
    'lead',
  );

const onboarding = (desk = new WalkDesk(null)): WalkDesk =>
  doing(
    desk,
    hybridAct({ kind: 'start', cid: 'MSBK', opportunity: '006A', type: 'net-new' }),
    'ops',
  );

const shared = (desk = new WalkDesk(null)): WalkDesk =>
  doing(
    desk,
    hybridAct({ kind: 'share-update', class: 'bug', text: 'A fix is on its way.' }),
    'csm',
  );

/** A procedure alone. */
const alone = {
  'an ask': () => asked(new WalkDesk(null)),
  'a tag without an account': unknown,
  'a change request': classified,
  'a release': release,
  'an escalation': () => escalated(),
  'a listing': listing,
  'the end of a month': () => doing(new WalkDesk(null), month, 'relay'),
  'a weekly meeting with an action': meeting,
  'an access request': () => access(),
  'an onboarding': () => onboarding(),
  'shared news': () => shared(),
} as const;

/** Several on one ticket. */
const together = {
  'a change request of a key account, with an ask and an escalation': () =>
    escalated(asked(classified())),
  'an onboarding with an ask': () => asked(onboarding()),
  'an access request with an ask and news': () => shared(asked(access())),
  'a release with news and an escalation': () => shared(escalated(release())),
  'all five': () => asked(onboarding(access(escalated(classified())))),
} as const;

export const beginnings: Readonly<Record<string, () => WalkDesk>> = { ...alone, ...together };
