// X12: who attends a meeting and who owns an action is of the team: a customer is not, whatever account they have.
import { RelayError } from '../../../src/app/errors';
import type { Ports } from '../../../src/app/ports';
import { newRecord } from '../../../src/app/outbox';
import { emptyLedger } from '../../../src/core/ledger';
import type { Person } from '../../../src/core/people';
import { colleagues } from '../../../src/procedures/key-account/pages/colleagues';
import { memoryWorld } from '../../support/memory-ports';
import { aPerson, aPolicy } from '../../support/sop';

const inJira: readonly Person[] = [
  aPerson('holder'),
  aPerson('Ana'),
  aPerson('agent'),
  aPerson('payroll clerk'),
  aPerson('customer', { kind: 'customer' }),
  aPerson('bot', { kind: 'app' }),
  aPerson('gone', { active: false }),
];

function portsOf(): Ports {
  const world = memoryWorld();
  world.policy = { ...aPolicy(), roles: { operations: ['holder'] } };
  world.records.set('100', newRecord(emptyLedger('100', 'OPS-1', '1')));
  const ports = world.ports('agent');
  const people = async (ids: readonly string[]) =>
    inJira.filter(({ accountId }) => ids.includes(accountId));
  return { ...ports, jira: { ...ports.jira, app: { ...ports.jira.app, people } } };
}
const named = (...ids: string[]) => colleagues(portsOf(), ids, { issueId: '100', field: 'owner' });

it('takes whoever has a role, stands in the directory, or works in the project, each once', async () => {
  const people = await named('holder', 'Ana', 'agent', 'Ana');
  expect(people.map(({ accountId }) => accountId)).toEqual(['holder', 'Ana', 'agent']);
});

it.each(['customer', 'bot', 'gone', 'nobody at all'])('refuses %s at the field', async (who) => {
  await expect(named('agent', who)).rejects.toMatchObject({
    message: 'Choose a colleague with an active account.',
    detail: { field: 'owner' },
  });
});

it('refuses a customer who has an account like ours', async () => {
  const refused = named('payroll clerk');
  await expect(refused).rejects.toThrow(RelayError);
  await expect(refused).rejects.toThrow(
    'payroll clerk has no role here and does not work in this project.',
  );
});
