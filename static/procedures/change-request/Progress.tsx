import { callChangeRequest } from './call';
import { Moment } from '../../shared/Moment';
import { WordsForm } from '../../shared/WordsForm';
import { BehindButton } from './BehindButton';
import { useChange } from './panel-context';
import { useStep } from './use-step';

/** How the work goes, in the team's words; the customer reads the latest. */
export function Progress() {
  const { issueId, view } = useChange();
  const { busy, problem, step } = useStep();
  const permission = view.actions['note-progress'];
  if (view.progress.length === 0 && !permission.allowed) return null;
  return (
    <section aria-labelledby="progress" className="stack">
      <h2 id="progress" className="section">
        How it goes
      </h2>
      {view.progress.length === 0 && (
        <p className="subtle">Nothing was said yet. The customer reads what you write here.</p>
      )}
      <ul className="plain-list">
        {view.progress.slice(0, 3).map(({ at, by, text }) => (
          <li key={at}>
            {text}{' '}
            <span className="subtle small">
              {by.name}, <Moment at={at} />
            </span>
          </li>
        ))}
      </ul>
      {permission.allowed && (
        <div className="buttons">
          <BehindButton label="Say how it goes" compact>
            {(close) => (
              <WordsForm
                name="How it goes"
                draft={`progress-${issueId}`}
                label="How does it go?"
                help="One sentence. The customer reads it, with the date."
                submit="Say it"
                missing="Say how it goes."
                field="text"
                rows={2}
                permission={permission}
                busy={busy}
                problem={problem}
                onSend={async (text) => {
                  const done = await step(
                    (expectedRevision) =>
                      callChangeRequest('change-request.note-progress', { text, expectedRevision }),
                    'The customer reads it now.',
                  );
                  if (done) close();
                  return done;
                }}
                onClose={close}
              />
            )}
          </BehindButton>
        </div>
      )}
    </section>
  );
}
