import Lozenge from '@atlaskit/lozenge';
import type { ReactNode } from 'react';
import type { MonthTold as Told } from '../../../../src/procedures/key-account/contract/overview';
import { spellDay, spellDayShort } from '../../../shared/days';
import { Tickets } from './Tickets';
import { actionStateOf, affected, endOf, howHeld, whoAttended } from './told-words';
import { aspects } from './words';

const titleOf = (aspect: string): string =>
  aspects.find((one) => one.aspect === aspect)?.title ?? aspect;

/** What the month tells beside its numbers: escalations, weekly meetings, changes and actions. */
export function MonthTold({ told }: { told: Told }) {
  return (
    <>
      <Table
        title="Escalations"
        empty="No quality issues in this month."
        columns={['Quality issue', 'About', 'Raised by', 'How it ended']}
        rows={told.quality.map((one, place) => ({
          id: `${one.key} ${place}`,
          head: (
            <>
              <Tickets keys={[one.key]}>{one.key}</Tickets>{' '}
              <span className="subtle">
                {one.cid ?? ''}, {spellDayShort(one.day)}
              </span>
              {one.what !== null && <div>{one.what}</div>}
            </>
          ),
          cells: [titleOf(one.aspect), one.by?.name ?? 'By rule', endOf(one)],
        }))}
      />
      <Table
        title="Weekly meetings"
        empty="No weekly meetings in this month."
        columns={['Meeting', 'State', 'Attended']}
        rows={told.meetings.map((one) => ({
          id: one.key,
          head: (
            <>
              {spellDay(one.day)} <Tickets keys={[one.key]}>{one.key}</Tickets>
            </>
          ),
          cells: [
            <Lozenge key="state" appearance={howHeld[one.state].look}>
              {howHeld[one.state].title}
            </Lozenge>,
            one.reason ?? whoAttended(one),
          ],
        }))}
      />
      <Table
        title="Changes that may affect key accounts"
        empty="No changes noted in this month."
        columns={['Change', 'May affect', 'Noted by']}
        rows={told.changes.map((one, place) => ({
          id: `${one.key} ${place}`,
          head: (
            <>
              {one.text}{' '}
              <span className="subtle">
                {one.cid === null ? '' : `${one.cid}, `}
                {spellDayShort(one.day)} <Tickets keys={[one.key]}>{one.key}</Tickets>
              </span>
            </>
          ),
          cells: [affected(one.affects), one.by?.name ?? ''],
        }))}
      />
      <Table
        title="Actions"
        empty="No actions in this month."
        columns={['Action', 'Owner', 'Due', 'State']}
        rows={told.actions.map((one, place) => ({
          id: `${one.key} ${place}`,
          head: (
            <>
              {one.text}{' '}
              <span className="subtle">
                {one.cid ?? ''} <Tickets keys={[one.key]}>{one.key}</Tickets>
              </span>
            </>
          ),
          cells: [
            one.owner.name,
            `${spellDay(one.due)}${one.moved === 0 ? '' : ', moved'}`,
            actionStateOf(one),
          ],
        }))}
      />
      {told.unseen > 0 && (
        <p className="subtle small">
          {told.unseen} {told.unseen === 1 ? 'entry is' : 'entries are'} in tickets that you cannot
          see.
        </p>
      )}
    </>
  );
}

interface TableProps {
  readonly title: string;
  readonly empty: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly id: string;
    readonly head: ReactNode;
    readonly cells: readonly ReactNode[];
  }[];
}

function Table({ title, empty, columns, rows }: TableProps) {
  return (
    <section>
      <h3>{title}</h3>
      {rows.length === 0 ? (
        <p className="subtle">{empty}</p>
      ) : (
        <div className="table-frame" tabIndex={0} role="region" aria-label={`${title}, table`}>
          <table>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, head, cells }) => (
                <tr key={id}>
                  <th scope="row">{head}</th>
                  {cells.map((cell, place) => (
                    <td key={columns[place + 1]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
