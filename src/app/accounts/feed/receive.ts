// A call of the system of record (AM-08). The web trigger is a static one: it answers one of three fixed texts, and what
// becomes of each record stands on the settings page.
import type { Instant } from '../../../core/instant';
import { msOf } from '../../../core/instant';
import { bytesOf, mostAccountBytes } from '../bounds';
import type { FeedPorts } from './feed-ports';

export interface Call {
  readonly body: string;
  /** Unix seconds at which it was signed. */
  readonly timestamp: string;
  /** Hex HMAC-SHA256 of `timestamp.body` with the secret. */
  readonly signature: string;
}

/** The outputs of the manifest, by key. */
export type Answer = 'accepted' | 'malformed' | 'unauthorized';

/** An older signature is not believed: who overheard a call cannot use it later. */
const longestAgeMs = 5 * 60_000;
/** Forge: an invocation takes 5 MB; a million bytes and a thousand records are staged well within its 55 seconds. */
const mostBytes = 1_000_000;
const mostRecords = 1_000;

/** @param id of the call, its own for each */
export async function receive(
  { store, push, sign, same }: FeedPorts,
  call: Call,
  now: Instant,
  id: string,
): Promise<Answer> {
  const secret = await store.secret();
  const signedAt = /^\d{1,12}$/u.test(call.timestamp) ? Number(call.timestamp) * 1000 : NaN;
  if (
    secret === null ||
    !same(sign(secret, `${call.timestamp}.${call.body}`), call.signature.toLowerCase())
  )
    return 'unauthorized';
  if (
    !(Math.abs(msOf(now) - signedAt) <= longestAgeMs) ||
    (await store.seen(call.signature.toLowerCase()))
  )
    return 'unauthorized';
  const records = recordsOf(call.body);
  if (records === null) return 'malformed';
  await store.stage(id, records);
  await push(id);
  // Last: a call that died before may be sent again as it is; taking its records twice changes nothing.
  await store.remember(call.signature.toLowerCase());
  return 'accepted';
}

function recordsOf(body: string): readonly unknown[] | null {
  if (Buffer.byteLength(body) > mostBytes) return null;
  try {
    const { accounts } = JSON.parse(body) as { accounts?: unknown };
    const some = Array.isArray(accounts) && accounts.length > 0 && accounts.length <= mostRecords;
    return some && accounts.every((record) => bytesOf(record) <= mostAccountBytes)
      ? accounts
      : null;
  } catch {
    return null;
  }
}
