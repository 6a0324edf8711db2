import { useId, useState } from 'react';
import Button from '@atlaskit/button/new';
import type { WaitingRow } from '../../src/contract/waiting';
import { useNow } from '../shared/clock';
import { Moment } from '../shared/Moment';
import { TicketLink } from '../shared/TicketLink';
import { spellDue } from '../shared/time';
import { isOverdue } from './order';
import type { ShowAsks } from './show-asks';
import { backToThem, ToDoForm, type ToDoFormKind } from './ToDoForm';

const kinds: readonly { readonly kind: ToDoFormKind; readonly label: string }[] = [
  { kind: 'promise', label: 'Set a date' },
  ...backToThem,
];

/** What the viewer owes on tickets of any procedure, the first due first; done in the ticket, put off or handed on here. */
export function ToDoList({ rows, show }: { rows: readonly WaitingRow[]; show: ShowAsks }) {
  const id = useId();
  const [open, setOpen] = useState<{ readonly row: string; readonly kind: ToDoFormKind } | null>(
    null,
  );
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="section">
        To do
      </h2>
      <table className="asks">
        <thead>
          <tr>
            <th scope="col">Task</th>
            <th scope="col">Due</th>
            <th scope="col">
              <span className="for-screen-readers">Actions</span>
            </th>
          </tr>
        </thead>
        {rows.map((row) => {
          const key = keyOf(row);
          const buttonId = (kind: ToDoFormKind): string => `${id}-${key}-${kind}`;
          return (
            <tbody key={key}>
              <tr className="asks-row">
                <td className="asks-ticket">
                  <div className="strong">{row.title}</div>
                  <TicketLink issueKey={row.issueKey} summary={row.summary} />
                </td>
                <td data-label="Due">
                  <Due row={row} />
                </td>
                <td className="asks-actions">
                  <div className="buttons">
                    {kindsOf(row).map(({ kind, label }) => (
                      <Button
                        key={kind}
                        id={buttonId(kind)}
                        spacing="compact"
                        aria-expanded={open?.row === key && open.kind === kind}
                        onClick={() =>
                          setOpen(
                            open?.row === key && open.kind === kind ? null : { row: key, kind },
                          )
                        }
                      >
                        {label}
                        <span className="for-screen-readers">
                          {' '}
                          {row.issueKey}: {row.title}
                        </span>
                      </Button>
                    ))}
                  </div>
                </td>
              </tr>
              {open?.row === key && (
                <tr>
                  <td colSpan={3} className="asks-form">
                    <ToDoForm
                      key={open.kind}
                      kind={open.kind}
                      row={row}
                      show={show}
                      onClose={() => {
                        setOpen(null);
                        (
                          document.getElementById(buttonId(open.kind)) ??
                          document.getElementById('counts')
                        )?.focus();
                      }}
                    />
                  </td>
                </tr>
              )}
            </tbody>
          );
        })}
      </table>
    </section>
  );
}

/** What others owe to the viewer, who has asked for it. */
export function AskedFor({ rows }: { rows: readonly WaitingRow[] }) {
  const id = useId();
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="section">
        I am waiting for
      </h2>
      <table className="asks">
        <thead>
          <tr>
            <th scope="col">Task</th>
            <th scope="col">With</th>
            <th scope="col">Due</th>
          </tr>
        </thead>
        {rows.map((row) => (
          <tbody key={keyOf(row)}>
            <tr className="asks-row">
              <td className="asks-ticket">
                <div className="strong">{row.title}</div>
                <TicketLink issueKey={row.issueKey} summary={row.summary} />
              </td>
              <td data-label="With">
                {row.holders.map(({ name }) => name).join(', ') || 'Nobody'}
              </td>
              <td data-label="Due">
                <Due row={row} />
              </td>
            </tr>
          </tbody>
        ))}
      </table>
    </section>
  );
}

/** Whoever owes an answer to a question gives it; everything else can be put off, asked back about or handed on. */
const kindsOf = ({ acts }: WaitingRow): typeof kinds =>
  acts.includes('wait.inform') ? [{ kind: 'inform', label: 'Answer' }] : kinds;

const keyOf = ({ issueId, procedure, wait }: WaitingRow): string =>
  `${issueId}-${procedure}-${wait}`;

function Due({ row }: { row: WaitingRow }) {
  const now = useNow();
  return (
    <>
      <div className={isOverdue(row, now) ? 'overdue strong' : 'strong'}>
        <Moment at={row.dueAt} reachable>
          {spellDue(row.dueAt, now)}
        </Moment>
      </div>
      <div className="subtle small">
        <Moment at={row.dueAt} />
      </div>
    </>
  );
}
