import { kvs } from '@forge/kvs';
import type { Onboardings } from '../app/ports';
import { storing, turnedDown } from './failures';
import { keys } from './keys';

interface OnboardingRow {
  readonly claimedAt: string;
  readonly issueId: string | null;
  readonly key: string | null;
}

const rowOf = async (opportunity: string): Promise<OnboardingRow | null> => (await storing(() => kvs.get<OnboardingRow>(keys.onboarding(opportunity)))) ?? null;

export const onboardings: Onboardings = {
  async of(opportunity) {
    return rowOf(opportunity);
  },

  async claim(opportunity, at) {
    try {
      await kvs.set(keys.onboarding(opportunity), { claimedAt: at, issueId: null, key: null } satisfies OnboardingRow, { keyPolicy: 'FAIL_IF_EXISTS' });
      return true;
    } catch (error) {
      if (turnedDown(error) && (await rowOf(opportunity)) !== null) return false;
      throw error;
    }
  },

  async claimAgain(opportunity, at) {
    await storing(() => kvs.set(keys.onboarding(opportunity), { claimedAt: at, issueId: null, key: null } satisfies OnboardingRow));
  },

  async opened(opportunity, at, { issueId, key }) {
    await storing(() => kvs.set(keys.onboarding(opportunity), { claimedAt: at, issueId, key } satisfies OnboardingRow));
  },
};
