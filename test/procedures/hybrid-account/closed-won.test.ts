import { withProducts } from '../../../src/procedures/hybrid-account/account';
import { WonDeals } from '../../../src/procedures/hybrid-account/accounts/won-deals';
import { closedWon, foreseeWon } from '../../../src/procedures/hybrid-account/accounts/closed-won';
import {
  defaultHybridPolicy,
  type HybridPolicy,
} from '../../../src/procedures/hybrid-account/settings/policy';
import type { Policy } from '../../../src/core/policy';
import { busy } from '../../support/memory-jira';
import { memoryWorld } from '../../support/memory-ports';
import { aPolicy, chads } from '../../support/sop';

const roles = { csm: ['csm'], 'cs-ops': ['ops'], 'fmc-team-lead': ['fmc'] };
const policyOf = (
  change: Partial<HybridPolicy> = {},
  people: Record<string, string[]> = roles,
): Policy =>
  aPolicy(undefined, {
    roles: people,
    procedures: {
      'hybrid-account': {
        ...defaultHybridPolicy,
        project: { id: '1', key: 'OPS', name: 'OPS' },
        requestType: 'Onboarding',
        integrationRequestType: 'Integration',
        ...change,
      },
    },
  });

describe('what keeps an onboarding from being opened is said before anything is (HY-06)', () => {
  const won = { cid: chads.cid, opportunity: '006', type: 'net-new' as const };
  it.each<[string, Policy, readonly string[], string]>([
    [
      'no project in the settings',
      policyOf({ project: null }),
      ['LMS', 'CRED SERV'],
      'do not say where',
    ],
    [
      'a department with nobody in it',
      policyOf({}, { ...roles, 'fmc-team-lead': [] }),
      ['LMS', 'CRED SERV'],
      'Nobody has the role team lead of Fully-Managed Credentialing',
    ],
    [
      'nobody in CS Operations',
      policyOf({}, { ...roles, 'cs-ops': [] }),
      ['LMS', 'CRED SERV'],
      'Nobody has the role CS Operations',
    ],
    ['an account that is not hybrid', policyOf(), ['LMS'], 'is not hybrid'],
    [
      'products in an unknown spelling',
      policyOf(),
      ['LMS', 'Credding'],
      'Nobody knows what "Credding" means',
    ],
  ])('%s', async (_what, policy, products, why) => {
    const world = memoryWorld();
    const account = withProducts(chads, products);
    world.accounts = [account];
    const ports = world.ports();
    await expect(foreseeWon(ports, policy, account, won)).rejects.toThrow(why);
    await expect(closedWon(ports, policy, won, 'ops')).rejects.toThrow(why);
    expect(world.raised).toEqual([]);
    expect([...world.openings]).toEqual([]);
  });

  it('and where nothing does, the file says that it would open one', async () => {
    const world = memoryWorld();
    expect(
      await foreseeWon(world.ports(), policyOf(), withProducts(chads, ['LMS', 'CRED SERV']), won),
    ).toBeNull();
    await expect(
      foreseeWon(world.ports(), null, withProducts(chads, ['LMS', 'CRED SERV']), won),
    ).rejects.toThrow('not set up yet');
  });

  it('a site that is busy is no reason: the check of a file is done again', async () => {
    const ports = {
      ...memoryWorld().ports(),
      openings: { ...memoryWorld().ports().openings, of: () => Promise.reject(busy()) },
    };
    const deals = new WonDeals(ports, policyOf());
    await expect(
      deals.consider(won, 2, withProducts(chads, ['LMS', 'CRED SERV'])),
    ).rejects.toMatchObject({ code: 'jira-busy' });
    expect(deals.announced().refusals).toBe(0);
    // Not being hybrid is one, said without asking storage.
    await deals.consider(won, 2, withProducts(chads, ['LMS']));
    expect(deals.announced()).toMatchObject({
      opens: [],
      refusals: 1,
      refused: [{ why: expect.stringContaining('is not hybrid') as string }],
    });
  });
});
