import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { ImportView } from '../../../src/contract/accounts';
import { accountParts } from '../../procedures/accounts';
import { counted } from '../../shared/counted';
import { Notice } from '../../shared/Notice';
import { Moving } from './AccountForm';

/** What the file would do, line by line; nothing is done until somebody says so. */
export function ImportPreview({
  view,
  onApply,
}: {
  view: ImportView;
  onApply: (leaveOutBad: boolean) => void;
}) {
  const { counts, problems, changes, removed, moving } = view;
  const doing = accountParts.flatMap(({ id, beside }) => {
    const count = view.beside[id]?.of ?? 0;
    return beside === undefined || count === 0 ? [] : [beside.doing(count)];
  });
  const [leaveOut, setLeaveOut] = useState(false);
  const nothing = counts.added + counts.changed + counts.removed + doing.length === 0;
  return (
    <section className="stack" aria-labelledby="preview">
      <h3 id="preview">What this file would do</h3>
      <ul className="import-counts">
        <li>{counted(counts.added, 'account is added', 'accounts are added')}</li>
        <li>{counted(counts.changed, 'account is changed', 'accounts are changed')}</li>
        <li>{counted(counts.removed, 'account is removed', 'accounts are removed')}</li>
        <li>{counted(counts.unchanged, 'account stays as it is', 'accounts stay as they are')}</li>
      </ul>
      {counts.bad > 0 && (
        <>
          <Notice
            appearance="warning"
            title={counted(counts.bad, 'line is wrong', 'lines are wrong')}
          >
            <p>
              Correct the file and choose it again, or leave these lines out: their accounts stay as
              they are.
            </p>
          </Notice>
          <table className="problems">
            <caption className="for-screen-readers">Lines that are wrong</caption>
            <thead>
              <tr>
                <th scope="col">Where</th>
                <th scope="col">What is wrong, and what to do</th>
              </tr>
            </thead>
            <tbody>
              {problems.map(({ line, column, message, remedy }, index) => (
                <tr key={index}>
                  <td>
                    Line {line}, {column}
                  </td>
                  <td>
                    {message} <span className="subtle">{remedy}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {problems.length < counts.bad && (
            <p className="subtle">The first {problems.length} are shown.</p>
          )}
        </>
      )}
      {accountParts.map(({ id, beside }) => {
        const own = view.beside[id];
        return (
          beside !== undefined &&
          own !== undefined && <beside.Announced key={id} announced={own.announced} />
        );
      })}
      {moving.length > 0 && <Moving moving={moving} />}
      {changes.length > 0 && (
        <details open={changes.length <= 20}>
          <summary>Changes, account by account</summary>
          <table>
            <tbody>
              {changes.map(({ line, cid, name, kind, fields }) => (
                <tr key={line}>
                  <td>
                    {name} <span className="subtle">{cid}</span>{' '}
                    <Lozenge appearance={kind === 'added' ? 'success' : 'inprogress'}>
                      {kind === 'added' ? 'New' : 'Changed'}
                    </Lozenge>
                  </td>
                  <td>
                    {fields.map(({ name: field, from, to }) => (
                      <div key={field}>
                        {field}:{' '}
                        {kind === 'changed' && (
                          <del className="subtle">{from === '' ? 'nothing' : from}</del>
                        )}{' '}
                        {to === '' ? 'nothing' : to}
                      </div>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {changes.length < counts.added + counts.changed && (
            <p className="subtle">The first {changes.length} are shown.</p>
          )}
        </details>
      )}
      {removed.length > 0 && (
        <details>
          <summary>Accounts that are removed</summary>
          <p>{removed.join(', ')}</p>
        </details>
      )}
      {counts.bad > 0 && !nothing && (
        <label className="choice">
          <input
            type="checkbox"
            checked={leaveOut}
            onChange={(event) => setLeaveOut(event.currentTarget.checked)}
          />
          <span>Leave the wrong lines out</span>
        </label>
      )}
      {nothing ? (
        <p>There is nothing to take over.</p>
      ) : (
        <div>
          <Button
            appearance="primary"
            isDisabled={counts.bad > 0 && !leaveOut}
            onClick={() => onApply(leaveOut)}
          >
            {doing.length === 0 ? 'Put the accounts in force' : `Apply and ${doing.join(' and ')}`}
          </Button>
        </div>
      )}
    </section>
  );
}
