// CR-01 … CR-29 as one table: every step, who owns it, and what the customer is told of it. Everything else follows.
import type { Role } from '../../core/roles';
import { stepTitles } from './contract/settings';

/** The decisions of the SOP (GATE 1a … 7). */
export type GateKey =
  | 'in-principle-client'
  | 'in-principle-internal'
  | 'internal-approval'
  | 'customer-approval'
  | 'interface-approval'
  | 'qa'
  | 'uat'
  | 'go-live';

/** What people do between them. */
export type WorkKey =
  | 'classified'
  | 'requirement'
  | 'impact'
  | 'cost'
  | 'issue'
  | 'due-date'
  | 'interface'
  | 'interface-shared'
  | 'development'
  | 'deployed-to-qa'
  | 'deployed-to-integration'
  | 'deployed-to-production';

/** A step of the SOP, or one that an organization has added (V3). */
export type StepKey = GateKey | WorkKey | `own:${string}`;

/** Few statuses of Jira for many steps. */
export type StatusGroup =
  'to-do' | 'in-approval' | 'in-progress' | 'in-testing' | 'with-customer' | 'done';

/** Who has to act: one of our roles, or the customer. */
export type StepOwner = Role | 'customer';

/** The environments, in their order (CR-31). */
export type Environment = 'QA' | 'Integration' | 'Production';

/** A file of the ticket, a mail by its message id, or a public comment of theirs. */
export type EvidenceKind = 'attachment' | 'mail' | 'comment';

export interface Step {
  readonly key: StepKey;
  readonly clause: string;
  readonly title: string;
  /** What the customer reads; null where the step is none of theirs. */
  readonly customerTitle: string | null;
  readonly owner: StepOwner;
  readonly group: StatusGroup;
  readonly gate?: GateRule;
  /** Where a deployment goes. */
  readonly environment?: Environment;
  /** The step beside which this one may be done. */
  readonly beside?: StepKey;
}

export interface GateRule {
  /** Such as `1a`. */
  readonly number: string;
  /** True where the CSM has to ask; false where the step before is the question. */
  readonly asked: boolean;
  /** What shows a decision that was given elsewhere (C6); empty where only who decides can say so. */
  readonly evidence: readonly EvidenceKind[];
  /** Where the work goes on after a "no": the likely one first. */
  readonly backTo: readonly WorkKey[];
}

const gate = (
  number: string,
  asked: boolean,
  evidence: readonly EvidenceKind[],
  ...backTo: WorkKey[]
): GateRule => ({ number, asked, evidence, backTo });

/** The customer may have said it elsewhere; ours say it here. */
const elsewhere: readonly EvidenceKind[] = ['attachment', 'mail', 'comment'];
const here: readonly EvidenceKind[] = [];

/** In the order of the SOP. */
export const lifecycle: readonly Step[] = [
  {
    key: 'classified',
    clause: 'CR-02',
    title: stepTitles.classified,
    customerTitle: 'Request received',
    owner: 'integration-team',
    group: 'to-do',
  },
  {
    key: 'in-principle-client',
    clause: 'CR-04',
    title: stepTitles['in-principle-client'],
    customerTitle: 'Your agreement in principle',
    owner: 'customer',
    group: 'with-customer',
    gate: gate('1a', true, elsewhere, 'classified'),
  },
  {
    key: 'in-principle-internal',
    clause: 'CR-05',
    title: stepTitles['in-principle-internal'],
    customerTitle: null,
    owner: 'cr-approver',
    group: 'in-approval',
    gate: gate('1b', true, here, 'classified'),
    beside: 'in-principle-client',
  },
  {
    key: 'requirement',
    clause: 'CR-06',
    title: stepTitles.requirement,
    customerTitle: 'What you need is written down',
    owner: 'csm',
    group: 'to-do',
  },
  {
    key: 'impact',
    clause: 'CR-07',
    title: stepTitles.impact,
    customerTitle: 'How it can be built',
    owner: 'integration-team',
    group: 'to-do',
  },
  {
    key: 'cost',
    clause: 'CR-09',
    title: stepTitles.cost,
    customerTitle: null,
    owner: 'csm',
    group: 'to-do',
  },
  {
    key: 'internal-approval',
    clause: 'CR-10',
    title: stepTitles['internal-approval'],
    customerTitle: null,
    owner: 'cr-approver',
    group: 'in-approval',
    gate: gate('2', true, here, 'impact', 'requirement', 'cost'),
  },
  {
    key: 'customer-approval',
    clause: 'CR-11',
    title: stepTitles['customer-approval'],
    customerTitle: 'Your approval of the change and its cost',
    owner: 'customer',
    group: 'with-customer',
    gate: gate('3', true, elsewhere, 'impact', 'requirement', 'cost'),
  },
  {
    key: 'issue',
    clause: 'CR-12',
    title: stepTitles.issue,
    customerTitle: null,
    owner: 'csm',
    group: 'in-progress',
  },
  {
    key: 'due-date',
    clause: 'CR-16',
    title: stepTitles['due-date'],
    customerTitle: 'Date confirmed',
    owner: 'integration-engineer',
    group: 'in-progress',
  },
  {
    key: 'interface',
    clause: 'CR-17',
    title: stepTitles.interface,
    customerTitle: 'Interface described',
    owner: 'integration-engineer',
    group: 'in-progress',
  },
  {
    key: 'interface-shared',
    clause: 'CR-19',
    title: stepTitles['interface-shared'],
    customerTitle: null,
    owner: 'integration-engineer',
    group: 'in-progress',
  },
  {
    key: 'interface-approval',
    clause: 'CR-20',
    title: stepTitles['interface-approval'],
    customerTitle: 'Your approval of the interface',
    owner: 'customer',
    group: 'with-customer',
    gate: gate('4', true, elsewhere, 'interface'),
  },
  {
    key: 'development',
    clause: 'CR-21',
    title: stepTitles.development,
    customerTitle: 'Being built',
    owner: 'integration-engineer',
    group: 'in-progress',
  },
  {
    key: 'deployed-to-qa',
    clause: 'CR-22',
    title: stepTitles['deployed-to-qa'],
    customerTitle: null,
    owner: 'dev-ops',
    group: 'in-testing',
    environment: 'QA',
  },
  {
    key: 'qa',
    clause: 'CR-23',
    title: stepTitles.qa,
    customerTitle: 'Tested by us',
    owner: 'qa',
    group: 'in-testing',
    gate: gate('5', false, here, 'development', 'deployed-to-qa'),
  },
  {
    key: 'deployed-to-integration',
    clause: 'CR-24',
    title: stepTitles['deployed-to-integration'],
    customerTitle: 'Ready for your test',
    owner: 'dev-ops',
    group: 'in-testing',
    environment: 'Integration',
  },
  {
    key: 'uat',
    clause: 'CR-26',
    title: stepTitles.uat,
    customerTitle: 'Your acceptance test',
    owner: 'customer',
    group: 'with-customer',
    gate: gate('6', false, elsewhere, 'development', 'deployed-to-integration'),
  },
  {
    key: 'deployed-to-production',
    clause: 'CR-27',
    title: stepTitles['deployed-to-production'],
    customerTitle: 'In production',
    owner: 'dev-ops',
    group: 'in-progress',
    environment: 'Production',
  },
  {
    key: 'go-live',
    clause: 'CR-29',
    title: stepTitles['go-live'],
    customerTitle: 'Your go-live',
    owner: 'customer',
    group: 'with-customer',
    gate: gate('7', false, elsewhere, 'deployed-to-production', 'development'),
  },
];

/** An organization's own step (V3). */
export interface OwnStep {
  readonly key: string;
  readonly after: GateKey | WorkKey;
  readonly title: string;
  readonly customerTitle: string | null;
  readonly owner: Role;
}

/**
 * The steps of one change request.
 * @param separate whether an issue of its own is created on the way (C5)
 * @param without steps of the SOP that are none of its own
 */
export function stepsOf(
  own: readonly OwnStep[],
  separate: boolean,
  without: readonly WorkKey[] = [],
): readonly Step[] {
  return lifecycle
    .filter(({ key }) => (separate || key !== 'issue') && !without.some((one) => one === key))
    .flatMap((step) => [
      step,
      ...own
        .filter(({ after }) => after === step.key)
        .map(({ key, title, customerTitle, owner }): Step => ({
          key: `own:${key}`,
          clause: 'V3',
          title,
          customerTitle,
          owner,
          group:
            step.group === 'with-customer' || step.group === 'in-approval'
              ? 'in-progress'
              : step.group,
        })),
    ]);
}

export const stepTitle = (key: StepKey): string =>
  lifecycle.find((step) => step.key === key)?.title ?? key;

/** Every gate, in order. */
export const gates: readonly (Step & { readonly key: GateKey; readonly gate: GateRule })[] =
  lifecycle.filter(
    (step): step is Step & { key: GateKey; gate: GateRule } => step.gate !== undefined,
  );

/** What people do between the gates, in order. */
export const works: readonly (Step & { readonly key: WorkKey })[] = lifecycle.filter(
  (step): step is Step & { key: WorkKey } => step.gate === undefined,
);

export const gateStep = (
  key: GateKey,
): Step & { readonly key: GateKey; readonly gate: GateRule } => {
  const found = gates.find((step) => step.key === key);
  if (found === undefined) throw new RangeError(`There is no gate "${key}".`);
  return found;
};
