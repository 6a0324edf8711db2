import Button, { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import { useSession } from '../data/session';
import { setProgress, useProgress } from './progress';
import { useStep } from './use-step';

/** The story being told, above the stage's bar: what to do now, and the way to the next step. */
export function StoryGuide() {
  const progress = useProgress();
  const { people } = useSession();
  const go = useStep();
  if (progress === null) return null;
  const { story, step } = progress;
  const now = story.steps[step];
  const next = story.steps[step + 1];
  const nextPerson =
    next && next.as !== now?.as
      ? people.find(({ email }) => email === next.as)?.displayName
      : undefined;
  return (
    <section className="story-guide" aria-label={`Story: ${story.title}`}>
      <div className="story-text">
        <p className="strong">
          {story.title}
          <span className="subtle small">
            {' '}
            step {step + 1} of {story.steps.length}
          </span>
        </p>
        <p aria-live="polite">{now?.text}</p>
      </div>
      <div className="buttons">
        {step > 0 && (
          <Button appearance="subtle" onClick={() => void go(story, step - 1)}>
            Back
          </Button>
        )}
        {next ? (
          <Button appearance="primary" onClick={() => void go(story, step + 1)}>
            {nextPerson ? `Next: become ${nextPerson}` : 'Next'}
          </Button>
        ) : (
          <Button appearance="primary" onClick={() => setProgress(null)}>
            Done
          </Button>
        )}
        <IconButton
          icon={CrossIcon}
          appearance="subtle"
          label="Leave the story"
          onClick={() => setProgress(null)}
        />
      </div>
    </section>
  );
}
