import type { AccountId } from '../core/ids';
import { RelayError } from './errors';
import type { Ports } from './ports';
import type { Catalogue } from './settings-ports';
import { viewerOf } from './viewer';

/**
 * Only Jira administrators; asked of Jira as the viewer, whoever let them onto the page.
 * @returns who it is
 * @throws RelayError `permission` for everybody else
 */
export async function adminsOnly(
  ports: Ports,
  asViewer: Pick<Catalogue, 'mayAdminister'>,
): Promise<AccountId> {
  const { accountId } = viewerOf(ports);
  if (await asViewer.mayAdminister()) return accountId;
  throw new RelayError('permission', 'Only Jira administrators see and change these settings.', {
    remedy: 'Ask an administrator of this site.',
  });
}
