// Published settings in storage. A version is never written again, so what an older edition of the app stored is read as
// this one has it: step by step, each from one edition to the next.
import type { Named } from '../core/named';
import type { Policy } from '../core/policy';
import { type Packed, packed, unpacked } from './packed';

type Doc = Readonly<Record<string, unknown>>;

/** A policy in storage; what says no edition is of the first. */
export type StoredPolicy = Policy & { readonly edition?: number };

const edition = 2;

/** The procedures' members in the first edition. */
const ofSite: Doc = { hybrid: 'hybrid-account' };
const ofQueue: Doc = {
  access: 'access-request',
  changeRequests: 'change-request',
  keyAccounts: 'key-account',
};

export const storedPolicy = (policy: Policy): StoredPolicy | Packed =>
  packed<StoredPolicy>({ ...policy, edition });

/** @returns the policy as this edition has it */
export function policyOf(stored: StoredPolicy | Packed): Policy {
  const { edition: from = 1, ...policy } = unpacked(stored);
  return from < 2 ? (secondEdition(policy) as unknown as Policy) : policy;
}

/** The procedures' members are gathered, and a project has its key beside its name. */
function secondEdition(policy: Doc): Doc {
  const queues = policy['queues'] as Readonly<Record<string, Doc>>;
  const { hybrid } = policy as { readonly hybrid?: { readonly project: Named<string> | null } };
  const project = hybrid?.project ?? null;
  const key = project === null ? undefined : queues[project.id]?.['key'];
  const whole =
    hybrid === undefined
      ? policy
      : {
          ...policy,
          hybrid: { ...hybrid, project: key === undefined ? null : { ...project, key } },
        };
  return {
    ...gathered(whole, ofSite),
    queues: Object.fromEntries(
      Object.entries(queues).map(([id, queue]) => [id, gathered(queue, ofQueue)]),
    ),
  };
}

function gathered(doc: Doc, members: Doc): Doc {
  const entries = Object.entries(doc);
  return {
    ...Object.fromEntries(entries.filter(([name]) => members[name] === undefined)),
    procedures: Object.fromEntries(
      entries.flatMap(([name, part]) =>
        members[name] === undefined || part === undefined ? [] : [[members[name], part]],
      ),
    ),
  };
}
