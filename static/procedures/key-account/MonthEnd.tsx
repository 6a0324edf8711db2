import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import type { MonthEndView } from '../../../src/procedures/key-account/contract/panel';
import { callKeyAccount } from './call';
import { spellMonth } from '../../shared/days';
import { Field } from '../../shared/Field';
import { Moment } from '../../shared/Moment';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { useStep } from './use-step';

/** The end-of-month document: confirmed, or waiting for somebody of Operations to confirm it. */
export function MonthEnd({
  monthEnd: { month, dueAt, overdue, confirmed, mayConfirm },
}: {
  monthEnd: MonthEndView;
}) {
  const { busy, problem, step } = useStep();
  const [note, setNote] = useState('');
  return (
    <section aria-labelledby="month-end" className="stack">
      <div className="key-head">
        <h2 id="month-end" className="headline">
          End-of-month document of {spellMonth(month)}
        </h2>
        {confirmed !== null ? (
          <Lozenge appearance="success">Updated</Lozenge>
        ) : overdue ? (
          <Lozenge appearance="removed">Overdue</Lozenge>
        ) : (
          <Lozenge appearance="moved">Waiting for Operations</Lozenge>
        )}
      </div>
      {confirmed !== null ? (
        <p>
          {confirmed.by.name} confirmed it <Moment at={confirmed.at} />
          {confirmed.note !== null && `: ${confirmed.note}`}
        </p>
      ) : (
        <>
          <p>
            The summary stands on the page “Key accounts” of this project. Due <Moment at={dueAt} />
            .
          </p>
          {mayConfirm ? (
            <form
              className="inline-form"
              onSubmit={(event) => {
                event.preventDefault();
                void step(
                  (expectedRevision) =>
                    callKeyAccount('key-account.confirm-month-end', {
                      expectedRevision,
                      ...(note.trim() === '' ? {} : { note: note.trim() }),
                    }),
                  'Confirmed.',
                );
              }}
            >
              <Field label="Where it is, or which version" help="If others should find it.">
                {(field) => (
                  <TextField
                    {...field}
                    value={note}
                    onChange={(event) => setNote(event.currentTarget.value)}
                  />
                )}
              </Field>
              <div className="buttons">
                <Button type="submit" appearance="primary" isLoading={busy}>
                  The document is updated
                </Button>
              </div>
            </form>
          ) : (
            <p className="subtle small">
              Operations Management confirms it here, and is reminded until then.
            </p>
          )}
          {problem && <ProblemMessage problem={problem} />}
        </>
      )}
    </section>
  );
}
