import { Case } from '../../../src/core/case';
import { withKeyAccount } from '../../../src/procedures/key-account/account';
import { keyAct } from '../../support/acts';
import { settleStatus } from '../../../src/core/settle-status';
import { defaultKeyAccountPolicy } from '../../../src/procedures/key-account/settings/usual';
import type { KeyStep } from '../../support/acts';
import type { Situation } from '../../../src/core/situation';
import { ChangeStory, roles as changeRoles } from '../../support/change-request';
import { keyPolicy } from '../../support/key-account';
import { aPerson } from '../../support/sop';

const engineers = {
  engineer: ['dev', 'peer'],
  'senior-engineer': ['senior', 'second senior'],
  'engineering-manager': ['boss'],
};

/** A change request of a key account, up to where the interface is described. */
class KeyChange extends ChangeStory {
  constructor() {
    super({ target: null }, changeRoles);
    this.account = withKeyAccount(this.account, { periods: [{ from: null, until: null }] });
  }

  override get situation(): Situation {
    const situation = super.situation;
    const queue = {
      ...situation.queue,
      procedures: { ...situation.queue.procedures, 'key-account': keyPolicy },
    };
    return {
      ...situation,
      queue,
      policy: {
        ...situation.policy,
        roles: { ...situation.policy.roles, ...engineers },
        queues: { '1': queue },
      },
      people: {
        ...situation.people,
        ...Object.fromEntries(
          Object.values(engineers)
            .flat()
            .map((name) => [name, aPerson(name)]),
        ),
      },
    };
  }

  key(step: KeyStep, by = 'dev'): string | null {
    return this.act(keyAct(step), by).refused?.text ?? null;
  }
}

it('X4, 26: the defaults hold back interface sharing and the acceptance test', () => {
  expect(defaultKeyAccountPolicy.release.beforeGates).toEqual(['interface-approval', 'uat']);
});

it('X4, 26: without the double-check the interface is not shared with the client', () => {
  const story = new KeyChange();
  story.do('integrator', {
    kind: 'classify',
    intake: 'customer-ticket',
    chargeable: true,
    implication: 'New work',
    customerRep: null,
  });
  const ask = { kind: 'ask' as const, gate: 'interface-approval' as const };
  expect(story.do('csm', ask).refused?.clause).toBe('KA-08');
  story.key({ kind: 'start-release', cid: null, authors: ['dev'] });
  story.key({ kind: 'set-facts', facts: { commit: 'a1b2c3d4' } });
  expect(story.do('csm', ask).refused?.text).toContain('No peer has reviewed');
  story.key({ kind: 'review', as: 'peer' }, 'peer');
  expect(story.do('csm', ask).refused?.text).toContain('No senior engineer has double-checked');
  expect(
    story.do('ops', { kind: 'complete', step: 'deployed-to-integration', build: '1', note: null })
      .refused?.clause,
  ).toBe('KA-10');
  story.key({ kind: 'review', as: 'senior' }, 'second senior');
  expect(story.do('csm', ask).refused?.clause).not.toMatch(/^KA/u);
});

it('X4: a change request of any other account is not held back', () => {
  const story = new KeyChange();
  story.account = withKeyAccount(story.account, { periods: [{ from: '2030-01-01', until: null }] });
  story.do('integrator', {
    kind: 'classify',
    intake: 'customer-ticket',
    chargeable: true,
    implication: 'New work',
    customerRep: null,
  });
  expect(story.do('csm', { kind: 'ask', gate: 'interface-approval' }).refused?.clause).not.toMatch(
    /^KA/u,
  );
});

it('X4, KA-16: no rule closes the ticket while its release is open; once it is finished, the status may follow', () => {
  const story = new KeyChange();
  story.key({ kind: 'start-release', cid: null, authors: ['dev'] });
  const draft = new Case(story.ledger, story.situation);
  draft.status = { to: { id: 'done', name: 'Done' }, actor: null, clause: 'CR-29' };
  settleStatus(draft);
  expect(draft.status).toBeNull();
  expect(draft.ledger.journal.at(-1)).toMatchObject({
    text: 'Not moved to Done yet',
    because: { clause: 'KA-16' },
  });
  const free = new Case(new KeyChange().ledger, story.situation);
  free.status = { to: { id: 'done', name: 'Done' }, actor: null, clause: 'CR-29' };
  settleStatus(free);
  expect(free.status).not.toBeNull();
});
