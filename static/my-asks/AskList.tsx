import { useId, useState } from 'react';
import type { AskRow } from '../../src/procedures/account-manager/contract/gadget';
import { useNow } from '../shared/clock';
import { AskTableRow } from './AskTableRow';
import { overdueInFront } from './order';
import { RowForm, type RowFormKind } from './RowForm';
import { type ShowAsks } from './show-asks';

interface Props {
  readonly title: string | null;
  readonly rows: readonly AskRow[];
  readonly show: ShowAsks;
  readonly mayAnswer?: boolean;
}

/** One list. A plain table: it reads well aloud, and narrow dashboards turn its rows into cards. */
export function AskList({ title, rows, show, mayAnswer = false }: Props) {
  const now = useNow();
  const id = useId();
  const [open, setOpen] = useState<{ readonly issueId: string; readonly kind: RowFormKind } | null>(
    null,
  );
  if (rows.length === 0) return null;
  const close = (row: AskRow): void => {
    setOpen(null);
    // Answered, the row is gone: the focus goes to the counts, not to nowhere.
    (
      document.getElementById(`${id}-${row.issueId}-${open?.kind}`) ??
      document.getElementById('counts')
    )?.focus();
  };
  return (
    <section {...(title === null ? { 'aria-label': 'Asked of me' } : { 'aria-labelledby': id })}>
      {title !== null && (
        <h2 id={id} className="section">
          {title}
        </h2>
      )}
      <table className="asks">
        <thead>
          <tr>
            <th scope="col" className="asks-priority">
              <span className="for-screen-readers">Priority</span>
              <span aria-hidden="true">P</span>
            </th>
            <th scope="col">Ticket</th>
            <th scope="col">Account</th>
            <th scope="col">{mayAnswer ? 'Asked by' : 'Waits on'}</th>
            <th scope="col">Due</th>
            {mayAnswer && (
              <th scope="col">
                <span className="for-screen-readers">Actions</span>
              </th>
            )}
          </tr>
        </thead>
        {overdueInFront(rows, now).map((row) => (
          <tbody key={row.issueId}>
            <AskTableRow
              row={row}
              mayAnswer={mayAnswer}
              idOf={(kind) => `${id}-${row.issueId}-${kind}`}
              open={open?.issueId === row.issueId ? open.kind : null}
              onOpen={(kind) =>
                setOpen(
                  open?.issueId === row.issueId && open.kind === kind
                    ? null
                    : { issueId: row.issueId, kind },
                )
              }
            />
            {open?.issueId === row.issueId && (
              <tr>
                <td colSpan={6} className="asks-form">
                  <RowForm
                    key={open.kind}
                    kind={open.kind}
                    row={row}
                    show={show}
                    onClose={() => close(row)}
                  />
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </section>
  );
}
