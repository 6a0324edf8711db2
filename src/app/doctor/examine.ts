// The doctor: section by section, so that each call is short and one broken project hides nothing of the others.
import type { DoctorView } from '../../contract/doctor';
import { noAccountsFound } from '../../core/doctor/check-accounts';
import { checkQueue } from '../../core/doctor/check-queue';
import { byUrgency, type Finding } from '../../core/doctor/finding';
import type { DoctorReport } from '../../core/doctor/report';
import { type Policy, queueOf } from '../../core/policy';
import { adminsOnly } from '../administrators';
import { RelayError } from '../errors';
import type { Ports } from '../ports';
import type {
  AccountPages,
  Catalogue,
  CustomFields,
  DoctorReports,
  Health,
} from '../settings-ports';
import { settingsOf } from '../viewer';
import { examineAccounts } from './examine-accounts';
import { examinePeople } from './examine-people';
import { gatherQueue } from './gather-queue';
import { leftOut } from './left-out';
import { queueLooks } from './queue-looks';
import { sectionsOf } from './sections';

/** What the doctor needs beside the usual. */
export interface DoctorPorts {
  readonly health: Health;
  readonly reports: DoctorReports;
  readonly accounts: AccountPages;
  /** As the viewer. */
  readonly customFields: CustomFields;
  readonly catalogues: { readonly app: Catalogue; readonly viewer: Catalogue };
}

/** More findings of one section than anybody mends at once; the next examination shows the rest. */
const mostFindings = 100;
const nothingFound: DoctorReport = { sections: {}, accounts: noAccountsFound };

/** What was found last, for every section of the settings in force. */
export async function readDoctor(ports: Ports, doctor: DoctorPorts): Promise<DoctorView> {
  await adminsOnly(ports, doctor.catalogues.viewer);
  const [policy, report] = await Promise.all([ports.policy.current(), doctor.reports.last()]);
  return { ...view(policy, report ?? nothingFound), queues: await queueLooks(ports, policy) };
}

/** @throws RelayError `input` for a section the settings do not have, `misconfigured` while there are none */
export async function examine(
  ports: Ports,
  doctor: DoctorPorts,
  input: { readonly section: string; readonly continued: boolean },
): Promise<DoctorView> {
  await adminsOnly(ports, doctor.catalogues.viewer);
  const policy = await settingsOf(ports);
  if (!sectionsOf(policy).some(({ id }) => id === input.section)) {
    throw new RelayError('input', 'The settings have no such section.', {
      field: 'section',
      remedy: 'Reload the page; the settings may have changed.',
    });
  }
  const before = (await doctor.reports.last()) ?? nothingFound;
  const known = before.sections[input.section];
  const from = input.continued ? (known?.next ?? null) : null;
  const { findings, next, accounts } = await examineSection(
    ports,
    doctor,
    policy,
    before,
    input.section,
    from,
  );
  const all =
    from === null || input.section === 'accounts'
      ? findings
      : [...(known?.findings ?? []), ...findings];
  const report: DoctorReport = {
    accounts: accounts ?? before.accounts,
    sections: {
      ...before.sections,
      [input.section]: {
        at: ports.now(),
        version: policy.version,
        findings: byUrgency(all).slice(0, mostFindings),
        next,
      },
    },
  };
  await doctor.reports.keep(report);
  return { ...view(policy, report), queues: await queueLooks(ports, policy) };
}

interface Outcome {
  readonly findings: readonly Finding[];
  readonly next: string | null;
  readonly accounts?: DoctorReport['accounts'];
}

async function examineSection(
  ports: Ports,
  doctor: DoctorPorts,
  policy: Policy,
  before: DoctorReport,
  section: string,
  from: string | null,
): Promise<Outcome> {
  if (section === 'accounts') {
    const { found, findings, next } = await examineAccounts(
      ports,
      doctor.accounts,
      policy,
      before.accounts,
      from,
    );
    return { findings, next, accounts: found };
  }
  if (section === 'people')
    return examinePeople(ports, doctor.health, policy, before.accounts, Number(from ?? 0));
  const queue = queueOf(policy, section.replace('queue-', ''));
  if (queue === null) return { findings: [], next: null };
  const facts = await gatherQueue(ports, doctor.health, doctor.catalogues.app, queue);
  const seen = facts.permissions.has('BROWSE_PROJECTS');
  return {
    findings: [...checkQueue(policy, queue, facts), ...(seen ? await leftOut(ports, queue) : [])],
    next: null,
  };
}

const view = (policy: Policy | null, report: DoctorReport): Omit<DoctorView, 'queues'> => ({
  version: policy?.version ?? null,
  sections:
    policy === null
      ? []
      : sectionsOf(policy).map((section) => {
          const examined = report.sections[section.id];
          return {
            ...section,
            examined:
              examined === undefined
                ? null
                : {
                    at: examined.at,
                    outdated: examined.version !== policy.version,
                    complete: examined.next === null,
                    findings: examined.findings,
                  },
          };
        }),
});
