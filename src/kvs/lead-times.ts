import { kvs } from '@forge/kvs';
import type { LeadTimes } from '../app/ports';
import { readAll } from './batches';
import { storing } from './failures';
import { keys } from './keys';

interface LeadTimeRow {
  /** The latest first. */
  readonly samples: readonly { readonly issueId: string; readonly days: number }[];
}

/** Customers get faster or slower: older rows say nothing about them any more. */
const kept = 50;

export const leadTimes: LeadTimes = {
  async of(cids) {
    const rows = await readAll<LeadTimeRow>(cids.map((cid) => ({ key: keys.leadTime(cid) })));
    return Object.fromEntries(
      cids.map((cid) => [
        cid,
        (rows.get(keys.leadTime(cid))?.samples ?? []).map(({ days }) => days),
      ]),
    );
  },

  // Two tickets that end in the same moment may lose one sample: a forecast can bear that.
  async remember(cid, issueId, days) {
    const before = (await storing(() => kvs.get<LeadTimeRow>(keys.leadTime(cid))))?.samples ?? [];
    const samples = [{ issueId, days }, ...before.filter((one) => one.issueId !== issueId)].slice(
      0,
      kept,
    );
    await storing(() => kvs.set(keys.leadTime(cid), { samples } satisfies LeadTimeRow));
  },
};
