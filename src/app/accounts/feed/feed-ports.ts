import type { FeedEntry } from '../../../contract/feed';
import type { Instant } from '../../../core/instant';

/** What calls from the system of record need. */
export interface FeedPorts {
  readonly store: FeedStore;
  /** Puts the job in line that takes a staged call over. */
  readonly push: (id: string) => Promise<void>;
  /** Hex HMAC-SHA256. */
  readonly sign: (secret: string, text: string) => string;
  /** Compares without telling by its time how much is right. */
  readonly same: (a: string, b: string) => boolean;
}

export interface FeedStore {
  /** Null until somebody made one. */
  secret(): Promise<string | null>;
  setSecret(secret: string): Promise<void>;
  /** Was this call taken already? */
  seen(signature: string): Promise<boolean>;
  remember(signature: string): Promise<void>;
  /** Records of one call; gone after a day. */
  stage(id: string, records: readonly unknown[]): Promise<void>;
  staged(id: string): Promise<readonly unknown[]>;
  log(): Promise<FeedLog>;
  keepLog(log: FeedLog): Promise<void>;
}

/** What became of the records, newest first. */
export interface FeedLog {
  readonly lastCallAt: Instant | null;
  readonly entries: readonly FeedEntry[];
}
