import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { QuestionView } from '../../../src/procedures/hybrid-account/contract/panel';
import { callHybrid } from './call';
import { Moment } from '../../shared/Moment';
import { WordsForm } from '../../shared/WordsForm';
import { useHybrid } from './panel-context';
import { useStep } from './use-step';
import { departments } from './words';

/** HY-17: what one department wants to know of the other, due like any other ask. */
export const Questions = ({ questions }: { questions: readonly QuestionView[] }) => (
  <section aria-labelledby="questions" className="stack">
    <h2 id="questions" className="section">
      Touching base
    </h2>
    <ol className="updates">
      {questions.map((question) => (
        <Question key={question.id} question={question} />
      ))}
    </ol>
  </section>
);

function Question({ question }: { question: QuestionView }) {
  const { issueId } = useHybrid();
  const { busy, problem, step } = useStep();
  const [open, setOpen] = useState(false);
  const { id, text, by, from, dueAt, overdue, answered, mayAnswer } = question;
  return (
    <li className="update">
      <p>{text}</p>
      <p className="small subtle">
        {by.name}, {departments[from]} ·{' '}
        {answered === null ? (
          <>
            due <Moment at={dueAt} /> {overdue && <Lozenge appearance="removed">Overdue</Lozenge>}
          </>
        ) : (
          <Lozenge appearance="success">Answered</Lozenge>
        )}
      </p>
      {answered !== null && (
        <p className="answer">
          {answered.text}{' '}
          <span className="small subtle">
            {answered.by.name}, <Moment at={answered.at} />
          </span>
        </p>
      )}
      {mayAnswer && !open && (
        <div>
          <Button spacing="compact" onClick={() => setOpen(true)}>
            Answer
          </Button>
        </div>
      )}
      {mayAnswer && open && (
        <WordsForm
          name="Answer"
          draft={`${issueId} question ${id}`}
          label="Answer"
          help="Posted as an internal comment; customers never see it."
          submit="Answer"
          missing="Write the answer."
          field="text"
          rows={2}
          permission={{ allowed: true }}
          busy={busy}
          problem={problem}
          onSend={(words) =>
            step(
              (expectedRevision) =>
                callHybrid('hybrid-account.answer-question', {
                  question: id,
                  text: words,
                  expectedRevision,
                }),
              'Answered.',
            )
          }
          onClose={() => setOpen(false)}
        />
      )}
    </li>
  );
}
