// The address that the system of record calls.
import type { Answer } from '../app/accounts/feed/receive';
import { feedSecret } from '../kvs/feed-secret';
import type { WebRequest } from './feed-call';
import { hasLeft } from './first-look';

export async function onAccountFeed(request: WebRequest): Promise<{ outputKey: Answer }> {
  const secret = feedSecret();
  secret.catch(() => undefined);
  await hasLeft();
  return (await import('./feed-call')).answerFeed(request, secret);
}
