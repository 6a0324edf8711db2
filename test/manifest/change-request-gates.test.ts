// The rule that an administrator may add to a workflow, as Jira evaluates it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { compileExpression } from '../../host/forge/expression/compile';

const { modules } = parse(readFileSync(join(__dirname, '..', '..', 'manifest.yml'), 'utf8')) as {
  modules: Record<string, { key: string; expression: string }[]>;
};
const rule = compileExpression(
  modules['jira:workflowValidator']?.find(({ key }) => key === 'change-request-gates')
    ?.expression ?? '',
);
const onto = (name: string, properties: object): unknown =>
  rule({ issue: { properties }, transition: { to: { name } } });
const closed = {
  'account-relay': {
    state: null,
    change: {
      step: 'impact',
      gatesOpen: ['customer-approval'],
      closed: [{ status: 'In Testing', why: 'Customer approval (gate 3) is still open.' }],
    },
  },
};

describe('the rule "Change-request gates"', () => {
  it('lets every ticket through that is no change request', () => {
    expect(onto('In Testing', {})).toBe(true);
    expect(onto('In Testing', { 'account-relay': { state: 'answered' } })).toBe(true);
  });

  it('stops a status that comes after an open gate, with the gate as the reason', () => {
    expect(onto('In Testing', closed)).toBe('Customer approval (gate 3) is still open.');
    expect(onto('Waiting for Customer', closed)).toBe(true);
  });
});
