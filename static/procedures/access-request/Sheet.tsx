import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { SheetPreview } from '../../../src/procedures/access-request/contract/panel';
import { counted } from '../../shared/counted';
import { callFollowUps } from './call';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { type PageProblem, problemOf } from '../../shared/problem';
import { announce, tellDone } from '../../shared/tell';
import { useWrite } from '../../shared/use-write';
import { csvOf, download, readCells, xlsxOf } from '../../shared/files';
import { useFollowUps } from './panel-context';

interface Chosen {
  readonly name: string;
  readonly cells: readonly (readonly string[])[];
  readonly preview: SheetPreview;
}

/** The follow-up document: to take away, and to bring back edited (E7). */
export function Sheet({ onClose }: { onClose: () => void }) {
  const { view, show } = useFollowUps();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [fileError, setFileError] = useState<string | null>(null);
  const [failed, setFailed] = useState<PageProblem | null>(null);
  const { busy, problem, run } = useWrite(show);

  const take = async (kind: 'xlsx' | 'csv'): Promise<void> => {
    setFailed(null);
    try {
      const { name, columns, rows } = await callFollowUps('sheet.read', {});
      const cells = [columns.map(({ title }) => title), ...rows];
      download(`${name}.${kind}`, await (kind === 'xlsx' ? xlsxOf(cells) : csvOf(cells)));
      announce('The follow-up document is downloaded.');
    } catch (error) {
      setFailed(problemOf(error));
    }
  };
  const choose = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (!file) return;
    setFileError(null);
    setFailed(null);
    setChosen(null);
    const cells = await readCells(file).catch((error: unknown) => {
      setFileError(error instanceof Error ? error.message : 'The file cannot be read as a sheet.');
      return null;
    });
    input.value = '';
    if (cells === null) return;
    try {
      const preview = await callFollowUps('sheet.preview', { cells });
      setChosen({ name: file.name, cells, preview });
      announce(
        preview.problems.length > 0
          ? `${counted(preview.problems.length, 'problem')} in the sheet.`
          : `${counted(preview.changes.length, 'change')} in the sheet.`,
      );
    } catch (error) {
      setFailed(problemOf(error));
    }
  };
  const apply = async (): Promise<void> => {
    if (chosen === null) return;
    if (
      !(await run(() =>
        callFollowUps('access-request.apply-sheet', {
          cells: chosen.cells,
          expectedRevision: view.revision,
        }),
      ))
    )
      return;
    onClose();
    tellDone('The sheet is taken over.');
  };
  const ready =
    chosen !== null && chosen.preview.problems.length === 0 && chosen.preview.changes.length > 0;
  return (
    <FormFrame
      label="Follow-up document"
      submit="Take over changes"
      permission={{ allowed: true }}
      ready={ready}
      busy={busy}
      problem={problem ?? failed}
      onSubmit={() => void apply()}
      onClose={onClose}
    >
      <div className="buttons">
        <Button spacing="compact" onClick={() => void take('xlsx')}>
          Download .xlsx
        </Button>
        <Button spacing="compact" onClick={() => void take('csv')}>
          Download .csv
        </Button>
      </div>
      <Field
        label="Import an edited sheet"
        help="Read are the status, the dates of first response, account and test, and the remarks. You see what changes before it does."
        error={fileError ?? undefined}
      >
        {({ isInvalid: _, ...field }) => (
          <input
            {...field}
            type="file"
            accept=".xlsx,.csv"
            onChange={(event) => void choose(event.currentTarget)}
          />
        )}
      </Field>
      {chosen && <Preview chosen={chosen} />}
    </FormFrame>
  );
}

function Preview({ chosen: { name, preview } }: { chosen: Chosen }) {
  const { changes, notices, problems, unchanged } = preview;
  const said = notices.length > 0 && (
    <ul className="subtle">
      {notices.map(({ line, text }) => (
        <li key={`${line} ${text}`}>
          Line {line}: {text}
        </li>
      ))}
    </ul>
  );
  if (problems.length > 0) {
    return (
      <div role="alert" className="stack">
        <p className="strong">
          Nothing is taken over: {name} needs {counted(problems.length, 'correction')}.
        </p>
        <ul>
          {problems.map(({ line, text, remedy }) => (
            <li key={`${line} ${text}`}>
              Line {line}: {text} <span className="subtle">{remedy}</span>
            </li>
          ))}
        </ul>
      </div>
    );
  }
  if (changes.length === 0)
    return (
      <div className="stack">
        <p className="subtle">
          {name} changes nothing; {counted(unchanged, 'row')} as before.
        </p>
        {said}
      </div>
    );
  return (
    <div className="stack">
      <p className="strong">
        {counted(changes.length, 'change')}, {counted(unchanged, 'row')} as before.
      </p>
      <ul>
        {changes.map(({ cid, customer, from, to, remarks, dates }) => (
          <li key={cid}>
            {customer}:{' '}
            {[
              ...(from === to ? [] : [`${from} to ${to}`]),
              ...dates.map(({ title, day }) => `${title} ${day}`),
              ...(remarks === null ? [] : ['remarks']),
            ].join(', ')}
            {remarks !== null && <span className="subtle"> “{remarks}”</span>}
          </li>
        ))}
      </ul>
      {said}
    </div>
  );
}
