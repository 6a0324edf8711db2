import type { FeedView } from '../../../contract/feed';
import { adminsOnly } from '../../administrators';
import type { Ports } from '../../ports';
import type { AccountPorts } from '../account-ports';
import type { FeedStore } from './feed-ports';

export async function readFeed(
  ports: Ports,
  { catalogues }: AccountPorts,
  store: FeedStore,
  url: string,
): Promise<FeedView> {
  await adminsOnly(ports, catalogues.viewer);
  const [secret, log] = await Promise.all([store.secret(), store.log()]);
  return { url, hasSecret: secret !== null, ...log };
}

/** @param secret freshly made, unguessable */
export async function newFeedSecret(
  ports: Ports,
  { catalogues }: AccountPorts,
  store: FeedStore,
  secret: string,
): Promise<{ secret: string }> {
  await adminsOnly(ports, catalogues.viewer);
  await store.setSecret(secret);
  ports.log.info('feed-secret-changed');
  return { secret };
}
