import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { accountParts } from '../../procedures/accounts';
import { Field } from '../../shared/Field';
import { readLines, type SheetLine } from '../../shared/files';
import { Notice } from '../../shared/Notice';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { ColumnFields } from './ColumnFields';
import { columns, guess, type Where } from './columns';
import { ImportPreview } from './ImportPreview';
import { Progress } from './Progress';
import { useImport } from './use-import';

interface Chosen {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly SheetLine[];
}

/** 20,000 accounts with contacts are some 5 MB. */
const mostMegabytes = 20;

/** A file, which column is what, what it would do, and only then: done. */
export function ImportAccounts({ onClose }: { onClose: () => void }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [fileError, setFileError] = useState<string | null>(null);
  const [where, setWhere] = useState<Where>({});
  const [dates, setDates] = useState('month-first');
  const [blanks, setBlanks] = useState<Readonly<Record<string, string>>>({});
  const [complete, setComplete] = useState(false);
  const running = useImport();
  const { view, sent, problem, busy } = running;

  const choose = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (!file) return;
    setFileError(null);
    setChosen(null);
    try {
      const [first, ...rows] = await readLines(file, mostMegabytes);
      if (first === undefined || rows.length === 0)
        throw new Error(`${file.name} has no lines below its headings.`);
      setChosen({ name: file.name, headings: first.cells, rows });
      setWhere(guess(first.cells));
    } catch (error) {
      setFileError(error instanceof Error ? error.message : `${file.name} cannot be read.`);
    } finally {
      // Emptied, so that the same file, mended, can be chosen again.
      input.value = '';
    }
  };
  const besides = accountParts.flatMap(({ id, beside }) => {
    const own = view?.beside[id];
    return beside === undefined || own === undefined ? [] : [{ id, beside, own }];
  });
  // Once the accounts are in force: the first that is not done yet, or the last that was.
  const waiting = view?.done === view?.rows ? besides.filter(({ own }) => own.of > 0) : [];
  const current = waiting.find(({ own }) => own.done < own.of) ?? waiting.at(-1);
  const working = current && { label: current.beside.working, ...current.own };
  const missing = columns.filter(({ key, needed }) => needed && where[key] === undefined);
  // Only what the file leaves empty is asked: what that means differs from file to file (K13).
  const unclear = columns.filter(({ key, blank }) => {
    const at = where[key];
    return (
      blank !== undefined &&
      at !== undefined &&
      (chosen?.rows ?? []).some(({ cells }) => (cells[at] ?? '').trim() === '')
    );
  });
  const unsaid = unclear.filter(({ key }) => blanks[key] === undefined);
  const check = (): void => {
    if (chosen !== null)
      void running.check(chosen.name, chosen.rows, {
        columns: where,
        dates,
        blanks,
        complete,
      });
  };

  return (
    <section aria-labelledby="import-accounts" className="stack">
      <h2 id="import-accounts">Import accounts from a file</h2>
      {view?.phase !== 'applied' && (
        <Field
          label="File (.csv or .xlsx)"
          help="The first line has the headings. Nothing changes until you confirm."
          error={fileError ?? undefined}
        >
          {({ isInvalid: _, ...field }) => (
            <input
              {...field}
              type="file"
              accept=".csv,.xlsx"
              disabled={busy}
              onChange={(event) => void choose(event.currentTarget)}
            />
          )}
        </Field>
      )}
      {chosen !== null && view?.phase !== 'applied' && (
        <form
          className="stack"
          aria-label="What the columns are"
          onSubmit={(event) => {
            event.preventDefault();
            check();
          }}
        >
          <h3>
            {chosen.name} <span className="subtle">{chosen.rows.length} lines</span>
          </h3>
          <ColumnFields headings={chosen.headings} where={where} busy={busy} onChange={setWhere} />
          <div className="columns">
            <Field label="Dates are written like">
              {({ isInvalid: _, ...field }) => (
                <select
                  {...field}
                  className="plain-select"
                  disabled={busy}
                  value={dates}
                  onChange={(event) => setDates(event.currentTarget.value)}
                >
                  <option value="month-first">3/31/2026 (month first)</option>
                  <option value="day-first">31/3/2026 (day first)</option>
                  <option value="iso">2026-03-31</option>
                </select>
              )}
            </Field>
            {unclear.map(({ key, blank }) => (
              <Field key={key} label={blank?.question ?? ''} required>
                {({ isInvalid: _, ...field }) => (
                  <select
                    {...field}
                    className="plain-select"
                    disabled={busy}
                    value={blanks[key] ?? ''}
                    onChange={(event) => setBlanks({ ...blanks, [key]: event.currentTarget.value })}
                  >
                    <option value="" disabled>
                      Choose
                    </option>
                    {blank?.options.map(({ value, label }) => (
                      <option key={value} value={value}>
                        {label}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            ))}
          </div>
          <label className="choice">
            <input
              type="checkbox"
              disabled={busy}
              checked={complete}
              onChange={(event) => setComplete(event.currentTarget.checked)}
            />
            <span>
              The file has every account there is{' '}
              <span className="subtle">(accounts it lacks are removed)</span>
            </span>
          </label>
          <div className="buttons">
            <Button
              type="submit"
              appearance={view === null ? 'primary' : 'default'}
              isDisabled={busy || missing.length > 0 || unsaid.length > 0}
            >
              {view === null ? 'Check the file' : 'Check again'}
            </Button>
            <Button appearance="subtle" isDisabled={busy} onClick={onClose}>
              Cancel
            </Button>
            {missing.length > 0 && (
              <span className="subtle">
                Choose the column of {missing.map(({ label }) => label).join(', ')}.
              </span>
            )}
          </div>
        </form>
      )}
      {sent !== null && <Progress label="Sending the file" done={sent.done} of={sent.of} />}
      {view?.phase === 'checking' && <Progress label="Checking" done={view.done} of={view.rows} />}
      {view?.phase === 'applying' &&
        (working === undefined ? (
          <Progress label="Putting the accounts in force" done={view.done} of={view.rows} />
        ) : (
          <Progress label={working.label} done={working.done} of={working.of} />
        ))}
      {problem && <ProblemMessage problem={problem} />}
      {view?.phase === 'failed' && (
        <Notice appearance="error" title="The import stopped">
          <p>{view.failure}</p>
        </Notice>
      )}
      {view?.phase === 'checked' && (
        <ImportPreview view={view} onApply={(leaveOutBad) => void running.apply(leaveOutBad)} />
      )}
      {view?.phase === 'applied' && (
        <Notice appearance="success" title="The accounts are in force">
          <p>
            {view.counts.added} added, {view.counts.changed} changed, {view.counts.removed} removed,{' '}
            {view.counts.unchanged} as they were.
          </p>
          {besides.map(({ id, beside: { Done }, own }) => (
            <Done key={id} announced={own.announced} />
          ))}
        </Notice>
      )}
      {(chosen === null || view?.phase === 'applied') && (
        <div>
          <Button onClick={onClose}>Back to the accounts</Button>
        </div>
      )}
    </section>
  );
}
