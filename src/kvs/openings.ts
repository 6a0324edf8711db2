import { kvs } from '@forge/kvs';
import type { Openings } from '../app/ports';
import { storing, turnedDown } from './failures';
import { keys } from './keys';

interface OpeningRow {
  readonly claimedAt: string;
  readonly issueId: string | null;
  readonly key: string | null;
}

const rowOf = async (what: string): Promise<OpeningRow | null> =>
  (await storing(() => kvs.get<OpeningRow>(keys.opening(what)))) ?? null;

export const openings: Openings = {
  async of(what) {
    return rowOf(what);
  },

  async claim(what, at) {
    try {
      await kvs.set(
        keys.opening(what),
        { claimedAt: at, issueId: null, key: null } satisfies OpeningRow,
        { keyPolicy: 'FAIL_IF_EXISTS' },
      );
      return true;
    } catch (error) {
      if (turnedDown(error) && (await rowOf(what)) !== null) return false;
      throw error;
    }
  },

  async claimAgain(what, at) {
    await storing(() =>
      kvs.set(keys.opening(what), { claimedAt: at, issueId: null, key: null } satisfies OpeningRow),
    );
  },

  async opened(what, at, { issueId, key }) {
    await storing(() =>
      kvs.set(keys.opening(what), { claimedAt: at, issueId, key } satisfies OpeningRow),
    );
  },
};
