import { Fragment } from 'react';
import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import type { AskRow } from '../../src/procedures/account-manager/contract/gadget';
import { useNow } from '../shared/clock';
import { Moment } from '../shared/Moment';
import { Person } from '../shared/Person';
import { spellDue } from '../shared/time';
import { Why } from '../shared/Why';
import { isOverdue } from './order';
import type { RowFormKind } from './RowForm';
import { TicketLink } from '../shared/TicketLink';
import { backToThem } from './ToDoForm';

interface Props {
  readonly row: AskRow;
  readonly mayAnswer: boolean;
  readonly idOf: (kind: RowFormKind) => string;
  readonly open: RowFormKind | null;
  readonly onOpen: (kind: RowFormKind) => void;
}

export function AskTableRow({ row, mayAnswer, idOf, open, onOpen }: Props) {
  const about = <span className="for-screen-readers"> {row.key}</span>;
  const noPromise = `${idOf('promise')}-why`;
  return (
    <tr className="asks-row">
      <td className="asks-priority">
        <span className="small">{row.priority.name}</span>
      </td>
      <td className="asks-ticket">
        <TicketLink issueKey={row.key} summary={row.summary} />
        <div className="asks-states">
          {row.customerReplied && <Lozenge appearance="moved">Customer replied</Lozenge>}
          {row.note !== null && <span className="asks-note subtle small">{row.note}</span>}
        </div>
        {row.hiddenBySop && (
          <Why why={row.hiddenBySop} about={row.key}>
            <span className="small subtle">Not an action item by the SOP's own rule</span>
          </Why>
        )}
      </td>
      <td data-label="Account">
        {row.account.name} <span className="subtle small">({row.account.cid})</span>
        {row.account.marks.map(({ text, tone }) => (
          <Fragment key={text}>
            {' '}
            <Lozenge appearance={tone}>{text}</Lozenge>
          </Fragment>
        ))}
      </td>
      <td data-label={mayAnswer ? 'Asked by' : 'Waits on'}>
        {mayAnswer ? (
          row.askedBy ? (
            <Person person={row.askedBy} />
          ) : (
            <span className="subtle">Account Relay</span>
          )
        ) : (
          <Person person={row.holder} />
        )}
      </td>
      <td data-label="Due">
        <Due row={row} />
      </td>
      {mayAnswer && (
        <td className="asks-actions">
          <div className="buttons">
            <Button
              id={idOf('answer')}
              spacing="compact"
              aria-expanded={open === 'answer'}
              onClick={() => onOpen('answer')}
            >
              Answer{about}
            </Button>
            <Button
              id={idOf('promise')}
              spacing="compact"
              isDisabled={!row.mayPromise}
              aria-expanded={open === 'promise'}
              {...(row.mayPromise ? {} : { 'aria-describedby': noPromise })}
              onClick={() => onOpen('promise')}
            >
              By…{about}
            </Button>
            {backToThem.map(({ kind, label }) => (
              <Button
                key={kind}
                id={idOf(kind)}
                spacing="compact"
                appearance="subtle"
                aria-expanded={open === kind}
                onClick={() => onOpen(kind)}
              >
                {label}
                {about}
              </Button>
            ))}
          </div>
          {!row.mayPromise && (
            <span id={noPromise} className="small subtle">
              {row.promisedBy === null
                ? 'No date can be promised any more.'
                : 'A date is promised already.'}
            </span>
          )}
        </td>
      )}
    </tr>
  );
}

function Due({ row }: { row: AskRow }) {
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
        {row.promisedBy === row.dueAt && ', promised'}
      </div>
      {row.nowWith != null && <div className="subtle small">now with {row.nowWith.name}</div>}
      {row.promisedBy !== null && row.promisedBy !== row.dueAt && (
        <div className="subtle small">
          promised by <Moment at={row.promisedBy} />
        </div>
      )}
    </>
  );
}
