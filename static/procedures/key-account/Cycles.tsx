import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import { callKeyAccount } from './call';
import { spellDay } from '../../shared/days';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { useRelease } from './panel-context';
import { useStep } from './use-step';

/** The production cycles after a processing-related release, as boxes to be filled. */
export function Cycles() {
  const { release, closed } = useRelease();
  const [recording, setRecording] = useState(false);
  const { needed, counted, rhythm, next, recorded } = release.cycles;
  if (release.processing !== true) return null;
  const counting = recorded.filter(({ counts }) => counts);
  const boxes = Array.from(
    { length: Math.max(needed, counting.length) },
    (_, place) => counting[place] ?? null,
  );
  const failed = recorded.filter(({ passed }) => !passed);
  return (
    <section aria-labelledby="cycles" className="stack">
      <h2 id="cycles" className="section">
        Production cycles{' '}
        <span className="subtle">
          · {counted} of {needed}
        </span>
      </h2>
      <ol className="cycles" aria-label="Cycles that count">
        {boxes.map((cycle, place) => (
          <li
            key={cycle?.date ?? `open-${place}`}
            className={cycle === null ? 'cycle' : 'cycle cycle-passed'}
          >
            <span className="subtle small">Cycle {place + 1}</span>
            <span>
              {cycle === null
                ? place === counted && next !== null
                  ? spellDay(next)
                  : 'To come'
                : spellDay(cycle.date)}
            </span>
            {cycle !== null && <span className="small">{cycle.by.name}</span>}
          </li>
        ))}
      </ol>
      {failed.map((cycle) => (
        <p key={cycle.date} className="small failed-cycle">
          <Lozenge appearance="removed">Failed</Lozenge> {spellDay(cycle.date)}: {cycle.note}{' '}
          <span className="subtle">({cycle.by.name}; escalated)</span>
        </p>
      ))}
      <p className="subtle small">Production runs {rhythm}.</p>
      {!closed && !recording && (
        <div className="buttons">
          <Button spacing="compact" onClick={() => setRecording(true)}>
            Record a cycle
          </Button>
        </div>
      )}
      {recording && <CycleForm onClose={() => setRecording(false)} />}
    </section>
  );
}

function CycleForm({ onClose }: { onClose: () => void }) {
  const { view, release } = useRelease();
  const { busy, problem, step } = useStep();
  const { next } = release.cycles;
  const [date, setDate] = useState(next !== null && next <= view.today ? next : view.today);
  const [passed, setPassed] = useState<boolean | null>(null);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const atField = (field: string): string | undefined =>
    problem?.field === field ? problem.message : undefined;
  const missing = {
    date: date === '' ? 'Enter the day.' : undefined,
    note: passed === false && note.trim().length < 5 ? 'Say what failed.' : undefined,
  };
  const submit = async (): Promise<void> => {
    setAsked(true);
    if (passed === null || missing.date !== undefined || missing.note !== undefined) return;
    if (
      await step(
        (expectedRevision) =>
          callKeyAccount('key-account.record-cycle', {
            date,
            passed,
            note: note.trim(),
            expectedRevision,
          }),
        passed ? 'Recorded.' : 'Recorded and escalated.',
      )
    )
      onClose();
  };
  return (
    <FormFrame
      label="Record a cycle"
      submit="Record"
      permission={{ allowed: true }}
      busy={busy}
      problem={problem?.field === 'date' || problem?.field === 'note' ? null : problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Field
        label="Day of production"
        required
        error={asked ? (missing.date ?? atField('date')) : undefined}
      >
        {(field) => (
          <TextField
            {...field}
            type="date"
            max={view.today}
            value={date}
            onChange={(event) => setDate(event.currentTarget.value)}
          />
        )}
      </Field>
      <fieldset className="choices">
        <legend className="field-label">How did it go?</legend>
        {(
          [
            [true, 'It passed'],
            [false, 'It failed: this is a quality issue, and the ticket is escalated'],
          ] as const
        ).map(([value, label]) => (
          <label key={label} className="choice">
            <input
              type="radio"
              name="passed"
              checked={passed === value}
              onChange={() => setPassed(value)}
            />
            {label}
          </label>
        ))}
        {asked && passed === null && (
          <span className="field-error" role="alert">
            Say how it went.
          </span>
        )}
      </fieldset>
      <Field
        label="Remarks"
        required={passed === false}
        error={asked ? (missing.note ?? atField('note')) : undefined}
      >
        {(field) => (
          <TextField
            {...field}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </Field>
    </FormFrame>
  );
}
