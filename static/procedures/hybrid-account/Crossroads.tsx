import Button from '@atlaskit/button/new';
import type { Choice, CrossroadsView } from '../../../src/procedures/hybrid-account/contract/panel';
import { callHybrid } from './call';
import { Notice } from '../../shared/Notice';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { useStep } from './use-step';
import { departments } from './words';

const titles: Readonly<Record<Choice, string>> = {
  'go-on': 'Go on',
  join: 'Cover both here',
  end: 'End this onboarding',
};

/** HY-22: what both departments have to decide; it is done when both want the same. */
export function Crossroads({ at }: { at: CrossroadsView }) {
  const { busy, problem, step } = useStep();
  return (
    <Notice appearance="warning" title="To be decided by both departments">
      <p>{at.question}</p>
      {at.votes.map(({ side, choice, by }) => (
        <p key={side} className="small">
          {departments[side]}: {titles[choice]} ({by.name})
        </p>
      ))}
      {problem && <ProblemMessage problem={problem} />}
      {at.mayDecide && (
        <div className="buttons">
          {at.choices.map((choice) => (
            <Button
              key={choice}
              spacing="compact"
              isLoading={busy}
              onClick={() =>
                void step(
                  (expectedRevision) =>
                    callHybrid('hybrid-account.decide-onboarding', {
                      question: at.id,
                      choice,
                      expectedRevision,
                    }),
                  'Saved.',
                )
              }
            >
              {titles[choice]}
            </Button>
          ))}
        </div>
      )}
    </Notice>
  );
}
