import Button from '@atlaskit/button/new';
import { Notice } from '../../shared/Notice';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { callChangeRequest } from './call';
import { useChange } from './panel-context';
import { useStep } from './use-step';

/** The settings differ from what this change request was agreed under: how, and the button that takes them over. */
export function NewTerms() {
  const { view } = useChange();
  const { busy, problem, step } = useStep();
  const { newTerms } = view;
  const { allowed, title } = view.actions['take-terms'];
  if (newTerms === null || !allowed) return null;
  const { version, differences } = newTerms;
  return (
    <Notice
      appearance="information"
      title="The settings have changed; this change request keeps its own"
    >
      <ul className="plain-list">
        {differences.map((text) => (
          <li key={text}>{text}.</li>
        ))}
      </ul>
      <div>
        <Button
          isLoading={busy}
          onClick={() =>
            void step(
              (expectedRevision) =>
                callChangeRequest('change-request.take-terms', { version, expectedRevision }),
              'The new settings are taken over.',
            )
          }
        >
          {title}
        </Button>
      </div>
      {problem && <ProblemMessage problem={problem} />}
    </Notice>
  );
}
