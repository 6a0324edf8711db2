// A call of the system of record.
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { FeedPorts } from '../app/accounts/feed/feed-ports';
import { type Answer, receive } from '../app/accounts/feed/receive';
import { feedStore } from '../kvs/feed-store';
import { pushJob } from './job-queue';
import { log } from './log';

export interface WebRequest {
  readonly body?: string;
  readonly headers?: Readonly<Record<string, readonly string[]>>;
}

const feedPorts = (secret: Promise<string | null>): FeedPorts => ({
  store: { ...feedStore, secret: () => secret },
  push: (id) => pushJob({ kind: 'feed', id }),
  sign: (secret, text) => createHmac('sha256', secret).update(text).digest('hex'),
  same: (a, b) => {
    const [one, other] = [Buffer.from(a), Buffer.from(b)];
    return one.length === other.length && timingSafeEqual(one, other);
  },
});

/** Header names come in any case. */
const header = ({ headers = {} }: WebRequest, name: string): string =>
  Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]?.[0] ?? '';

/** @param secret that its calls are signed with */
export async function answerFeed(
  request: WebRequest,
  secret: Promise<string | null>,
): Promise<{ outputKey: Answer }> {
  const call = {
    body: request.body ?? '',
    timestamp: header(request, 'x-relay-timestamp'),
    signature: header(request, 'x-relay-signature'),
  };
  const outputKey = await receive(feedPorts(secret), call, new Date().toISOString(), randomUUID());
  log.info('feed-called', { answer: outputKey, bytes: call.body.length });
  return { outputKey };
}
