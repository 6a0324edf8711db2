import { kvs } from '@forge/kvs';
import { storing } from './failures';
import { keys } from './keys';

/** What calls of the feed are signed with; null before there is one. */
export const feedSecret = async (): Promise<string | null> =>
  (await storing(() => kvs.getSecret<string>(keys.feedSecret))) ?? null;
