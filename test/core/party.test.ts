import { meant } from '../../src/core/party';
import { aCustomer } from '../support/access';
import { following } from '../support/procedures';
import { Desk } from '../support/wait-desk';

describe('the CSM of customers that a ticket follows', () => {
  const desk = new Desk({ roles: { csm: ['any csm'] } });
  const csms: Record<string, string | null> = {
    ALDR: 'Rita',
    BRCH: 'Joe',
    CEDR: 'Rita',
    DOVE: null,
  };
  const situation = {
    ...desk.situation,
    ...following(
      Object.fromEntries(Object.entries(csms).map(([cid, csm]) => [cid, aCustomer(cid, { csm })])),
    ),
  };
  it.each([
    ['of one', 'BRCH', ['Joe']],
    ['of several, each once', ['ALDR', 'BRCH', 'CEDR'], ['Rita', 'Joe']],
    ['of none who has one: whoever holds the role', 'DOVE', ['any csm']],
    ['of some who have none: the role beside the others', ['ALDR', 'DOVE'], ['Rita', 'any csm']],
  ])('%s', (_which, cid, people) => {
    expect(meant(situation, { of: 'csm', cid })).toEqual(people);
  });
});
