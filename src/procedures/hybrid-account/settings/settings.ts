import type { Resolution } from '../../../app/configuration/resolution';
import type { NeededRole, ProcedureSettings } from '../../../app/settings/procedure-settings';
import type { Settings } from '../../../core/policy';
import { hybridSettings as described } from '../contract/settings';
import { defaultHybridPolicy, type HybridPolicy } from './policy';

type Tasks = HybridPolicy['tasks'];

export const settings: ProcedureSettings = {
  described,
  checks: {
    tasks: [
      [
        (tasks: Tasks) => tasks.filter(({ kind }) => kind === 'inform').length === 1,
        'Exactly one task informs the other department (HY-07).',
      ],
      [
        (tasks: Tasks) =>
          (['csm', 'fmc-team-lead'] as const).every((caller) =>
            tasks.some(({ kind, owner }) => kind === 'call' && owner === caller),
          ),
        'Each department has an onboarding call (HY-09).',
      ],
    ],
  },
  roles: (part) => rolesOf(part as Partial<HybridPolicy>),
  needs: (resolution, path, part, settings) =>
    needs(resolution, path, part as HybridPolicy, settings),
};

/** Onboardings are followed in their own tickets, so their project must be one of the queues. */
function needs(
  resolution: Resolution,
  path: string,
  { project, requestType }: HybridPolicy,
  { queues }: Pick<Settings, 'queues'>,
): void {
  if (project === null) return;
  if (queues[project.id] === undefined)
    resolution.problem(
      `${path}.project`,
      `${project.key} is not one of the queues, so onboardings could not be followed there.`,
      'Add it as a queue, or name one that is.',
    );
  if (requestType === null)
    resolution.problem(
      `${path}.requestType`,
      'The request type of onboardings is missing.',
      'Name the request type in that project.',
    );
}

/** X6: a department with nobody in it cannot be kept informed, and a task of a vacant role is nobody's. */
function rolesOf(part: Partial<HybridPolicy>): NeededRole[] {
  const { tasks, above } = { ...defaultHybridPolicy, ...part };
  return [
    { role: 'csm', why: 'to speak for Customer Success' },
    { role: 'fmc-team-lead', why: 'to speak for Fully-Managed Credentialing' },
    ...tasks.flatMap(({ owner, title }) =>
      owner === 'both' ? [] : [{ role: owner, why: `for the task "${title}"` }],
    ),
    ...above.map(({ to }) => ({ role: to, why: 'to hear of what is late' })),
  ];
}
