import Button from '@atlaskit/button/new';
import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import type { ImportReport } from '../../../src/contract/configuration';
import { callSettings } from '../call';
import { Field } from '../../shared/Field';
import { type PageProblem, problemOf } from '../../shared/problem';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { announce, tellDone } from '../../shared/tell';
import { Report } from './Report';
import { readConfigurationFile } from './read-file';

interface Chosen {
  readonly name: string;
  readonly configuration: unknown;
}

/** Choose a file, see what it would do, apply it as a whole or not at all. */
export function ImportConfiguration({
  inForce,
  replaced = 0,
  onApplied,
}: {
  inForce: number | null;
  /** Changes in the draft that a file would replace. */ replaced?: number;
  onApplied: () => void;
}) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [fileError, setFileError] = useState<string | null>(null);
  const [comment, setComment] = useState('');
  const [report, setReport] = useState<ImportReport | null>(null);
  const [busy, setBusy] = useState<'checking' | 'applying' | 'drafting' | null>(null);
  const [problem, setProblem] = useState<PageProblem | null>(null);

  const send = async (file: Chosen, doing: 'checking' | 'applying' | 'drafting'): Promise<void> => {
    setBusy(doing);
    setProblem(null);
    try {
      const said = comment.trim() === '' ? {} : { comment: comment.trim() };
      const into = doing === 'drafting' ? { into: 'draft' as const } : { expectedVersion: inForce };
      const answer = await callSettings('configuration.import', {
        configuration: file.configuration,
        dryRun: doing === 'checking',
        ...said,
        ...into,
      });
      setReport(doing === 'drafting' && answer.applied ? null : answer);
      if (answer.applied) {
        tellDone(
          doing === 'drafting'
            ? 'The settings of the file are in the draft.'
            : `Version ${answer.version} is in force.`,
        );
        setChosen(null);
        setComment('');
        onApplied();
      } else {
        announce(
          answer.problems.length === 0
            ? 'Checked: it can be applied.'
            : `Checked: ${answer.problems.length} problems.`,
        );
      }
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(null);
    }
  };
  const choose = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    // Emptied, so that the same file, mended, can be chosen again.
    const text = file ? await file.text() : '';
    input.value = '';
    if (!file) return;
    setReport(null);
    setProblem(null);
    const read = readConfigurationFile(file.name, file.size, text);
    setFileError(read.ok ? null : read.error);
    const next = read.ok ? { name: file.name, configuration: read.configuration } : null;
    setChosen(next);
    if (next) await send(next, 'checking');
  };
  const mayApply =
    chosen !== null && report !== null && !report.applied && report.problems.length === 0;

  return (
    <section aria-labelledby="import" className="import">
      <h2 id="import">Import a configuration</h2>
      <Field
        label="Configuration file (JSON)"
        help="Queues, fields, statuses and people are given by name. The file is checked first; nothing changes until you apply it."
        error={fileError ?? undefined}
      >
        {({ isInvalid: _, ...field }) => (
          <input
            {...field}
            type="file"
            accept="application/json,.json"
            disabled={busy !== null}
            onChange={(event) => void choose(event.currentTarget)}
          />
        )}
      </Field>
      {busy === 'checking' && chosen && (
        <p role="status" className="subtle">
          Checking {chosen.name}…
        </p>
      )}
      {problem && (
        <ProblemMessage
          problem={problem}
          {...(chosen ? { onTryAgain: () => void send(chosen, 'checking') } : {})}
        />
      )}
      {report && <Report report={report} name={chosen?.name ?? null} />}
      {mayApply && (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void send(chosen, 'applying');
          }}
        >
          <Field label="What changes, in a sentence (optional)" help="Kept with the version.">
            {(field) => (
              <TextField
                {...field}
                value={comment}
                onChange={(event) => setComment(event.currentTarget.value)}
              />
            )}
          </Field>
          <div className="buttons">
            <Button
              type="submit"
              appearance="primary"
              isLoading={busy === 'applying'}
              isDisabled={busy === 'drafting'}
            >
              {inForce === null ? 'Apply configuration' : `Replace version ${inForce}`}
            </Button>
            <Button
              isLoading={busy === 'drafting'}
              isDisabled={busy === 'applying'}
              onClick={() => void send(chosen, 'drafting')}
            >
              Put the settings into the draft
            </Button>
          </div>
          <p className="small subtle">
            The draft takes queues, roles and calendars of the file; accounts and people are left
            alone.
            {replaced > 0 &&
              ` It replaces ${replaced === 1 ? 'the change' : `the ${replaced} changes`} that ${replaced === 1 ? 'is' : 'are'} in the draft now.`}
          </p>
        </form>
      )}
    </section>
  );
}
