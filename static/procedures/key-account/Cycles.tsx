import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import { callKeyAccount } from './call';
import { spellDay } from '../../shared/days';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { useRelease } from './panel-context';
import type { Aspect } from '../../../src/procedures/key-account/contract/panel';
import { SayRhythm } from './Rhythm';
import { useStep } from './use-step';
import { aspects } from './words';

/** The production cycles after a processing-related release, as boxes to be filled. */
export function Cycles() {
  const { release, closed } = useRelease();
  const [recording, setRecording] = useState(false);
  const { needed, counted, rhythm, rhythmKnown, next, owed, recorded } = release.cycles;
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
      {owed.length > 0 && (
        <p className="small">
          Not recorded yet, and owed: {owed.map((day) => spellDay(day)).join(', ')}.
        </p>
      )}
      {!closed && <SayRhythm known={rhythmKnown} />}
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
  const { next, failedIs } = release.cycles;
  const [aspect, setAspect] = useState<Aspect | ''>(failedIs === 'ask' ? '' : failedIs);
  const [date, setDate] = useState(next !== null && next <= view.today ? next : view.today);
  const [passed, setPassed] = useState<boolean | null>(null);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const atField = (field: string): string | undefined =>
    problem?.field === field ? problem.message : undefined;
  const missing = {
    date: date === '' ? 'Enter the day.' : undefined,
    note: passed === false && note.trim().length < 5 ? 'Say what failed.' : undefined,
    aspect: passed === false && aspect === '' ? 'Say what it is about.' : undefined,
  };
  const submit = async (): Promise<void> => {
    setAsked(true);
    if (passed === null || Object.values(missing).some((one) => one !== undefined)) return;
    if (
      await step(
        (expectedRevision) =>
          callKeyAccount('key-account.record-cycle', {
            date,
            passed,
            note: note.trim(),
            ...(passed || aspect === '' ? {} : { aspect }),
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
      problem={['date', 'note', 'aspect'].includes(problem?.field ?? '') ? null : problem}
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
      {passed === false && (
        <Field
          label="What is it about?"
          required
          error={asked ? (missing.aspect ?? atField('aspect')) : undefined}
        >
          {({ isInvalid: _, ...field }) => (
            <select
              {...field}
              className="plain-select"
              value={aspect}
              onChange={(event) => setAspect(event.currentTarget.value as Aspect)}
            >
              <option value="" disabled>
                Choose
              </option>
              {Object.entries(aspects).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
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
