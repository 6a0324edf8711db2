import { useSession } from '../data/session';
import { navigate } from '../routing/location';
import { type Progress, setProgress } from './progress';
import { type Story } from './stories';

/** Goes to a step of a story: becomes who does it, and opens where. */
export function useStep(): (story: Story, step: number) => Promise<void> {
  const { people, person, become } = useSession();
  return async (story, index) => {
    const progress: Progress = { story, step: index };
    const step = story.steps[index];
    const actor = people.find(({ email }) => email === step?.as);
    if (actor && actor.accountId !== person?.accountId) await become(actor.accountId);
    if (step?.at !== undefined) navigate(step.at);
    setProgress(progress);
  };
}
