import { RelayError } from '../errors';
import type { Ports } from '../ports';
import type { AccountPorts, DirectoryJob } from './account-ports';
import type { FeedPorts } from './feed/feed-ports';
import { takeOver } from './feed/take-over';
import { applyImport } from './import/apply-import';
import { checkImport } from './import/check-import';

/** Does one job on the directory; doing it again ends the same. @throws what is worth trying again later */
export async function runJob(
  ports: Ports,
  accounts: AccountPorts & { readonly feed: Pick<FeedPorts, 'store'> },
  job: DirectoryJob,
): Promise<void> {
  if (job.kind === 'feed') return takeOver(ports, accounts, accounts.feed, job.id);
  try {
    await (job.kind === 'check-import' ? checkImport : applyImport)(ports, accounts, job.id);
  } catch (error) {
    if (error instanceof RelayError && (error.code === 'jira-busy' || error.code === 'jira-down'))
      throw error;
    ports.log.error('directory-job-failed', error, { job: job.kind });
    const state = await accounts.imports.state(job.id);
    const what =
      error instanceof RelayError
        ? `${error.message} ${error.detail.remedy ?? ''}`.trim()
        : 'Something went wrong in Account Relay.';
    const failure = (await accounts.book.inForce(job.id))
      ? `${what} The accounts are in force; import the file again for what is missing.`
      : `${what} Nothing of the file was taken over.`;
    if (state !== null) await accounts.imports.keep({ ...state, phase: 'failed', failure });
  }
}
