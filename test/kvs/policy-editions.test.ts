import {
  defaultAccessPolicy,
  accessSettingsOf,
} from '../../src/procedures/access-request/settings/policy';
import {
  changeRequestSettingsOf,
  defaultChangeRequestPolicy,
} from '../../src/procedures/change-request/settings/policy';
import {
  defaultHybridPolicy,
  hybridSettingsOf,
} from '../../src/procedures/hybrid-account/settings/policy';
import { keyAccountSettingsOf } from '../../src/procedures/key-account/settings/policy';
import { policyOf, storedPolicy, type StoredPolicy } from '../../src/kvs/policy-editions';
import { keyPolicy } from '../support/key-account';
import { aPolicy, aQueue } from '../support/sop';

const { procedures: _ofQueue, ...queue } = aQueue();
const { procedures: _ofSite, ...policy } = aPolicy();

/** What the first edition stored. */
const first = (hybrid: object): StoredPolicy =>
  ({
    ...policy,
    hybrid: { ...defaultHybridPolicy, ...hybrid },
    queues: {
      '1': {
        ...queue,
        access: defaultAccessPolicy,
        changeRequests: defaultChangeRequestPolicy,
        keyAccounts: keyPolicy,
      },
    },
  }) as unknown as StoredPolicy;

describe('published settings of the first edition', () => {
  it('are read as they would be published now', () => {
    const read = policyOf(first({ project: { id: '1', name: 'EBH' } }));
    const [one] = Object.values(read.queues);
    expect(hybridSettingsOf(read)).toEqual({
      ...defaultHybridPolicy,
      project: { id: '1', key: 'EBH', name: 'EBH' },
    });
    expect(one && accessSettingsOf(one)).toEqual(defaultAccessPolicy);
    expect(one && changeRequestSettingsOf(one)).toEqual(defaultChangeRequestPolicy);
    expect(one && keyAccountSettingsOf(one)).toEqual(keyPolicy);
    expect(policyOf(storedPolicy(read))).toEqual(read);
  });

  it('name nowhere to open onboardings where that project is no queue any more', () => {
    expect(hybridSettingsOf(policyOf(first({ project: { id: '7', name: 'Gone' } })))?.project).toBe(
      null,
    );
  });

  it('without any procedure are read, too', () => {
    expect(policyOf({ ...policy, queues: { '1': queue } } as unknown as StoredPolicy)).toEqual(
      aPolicy(),
    );
  });
});
