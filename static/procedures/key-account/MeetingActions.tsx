import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type {
  ActionView,
  EarlierActionView,
  MeetingView,
} from '../../../src/procedures/key-account/contract/meeting';
import { spellDay } from '../../shared/days';
import { Moment } from '../../shared/Moment';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { callKeyAccount } from './call';
import { ActionForm } from './ActionForm';
import { MoveAction } from './MoveAction';
import { Tickets } from './overview/Tickets';
import { useStep } from './use-step';

/** KA-07: what was agreed on in this meeting, by whom and until when. */
export function MeetingActions({ meeting }: { meeting: MeetingView }) {
  const [open, setOpen] = useState(false);
  const { actions, whyNotAdd } = meeting;
  return (
    <section aria-labelledby="meeting-actions" className="stack meeting-part">
      <h3 id="meeting-actions" className="section">
        Actions
      </h3>
      {actions.length === 0 && <p className="subtle">None agreed yet.</p>}
      {actions.length > 0 && (
        <ul className="plain">
          {actions.map((action) => (
            <Action key={action.id} action={action} people={meeting.people} />
          ))}
        </ul>
      )}
      {whyNotAdd === null && !open && (
        <div className="buttons">
          <Button onClick={() => setOpen(true)}>Add an action</Button>
        </div>
      )}
      {open && <ActionForm meeting={meeting} onClose={() => setOpen(false)} />}
    </section>
  );
}

function Action({ action, people }: { action: ActionView; people: MeetingView['people'] }) {
  const { busy, problem, step } = useStep();
  const [moving, setMoving] = useState(false);
  const { id, text, account, owner, with: now, due, overdue, moved, done, whyNot } = action;
  return (
    <li className={`task ${done === null ? 'task-open' : 'task-done'}`}>
      <div className="task-line">
        <p className="task-title">{text}</p>
        <ActionState done={done !== null} overdue={overdue} />
      </div>
      <p className="subtle small">
        {owner.name}
        {now !== null && `, with ${now.name}`} · due {spellDay(due)} ·{' '}
        {account ?? 'all key accounts'}
      </p>
      {moved !== null && (
        <p className="subtle small">
          Moved from {spellDay(moved.from)} by {moved.by.name} <Moment at={moved.at} />:{' '}
          {moved.reason}
        </p>
      )}
      {done !== null && (
        <p className="subtle small">
          Finished by {done.by.name} <Moment at={done.at} />
          {done.note !== null && `: ${done.note}`}
        </p>
      )}
      {whyNot === null && !moving && (
        <div className="buttons">
          <Button
            spacing="compact"
            isLoading={busy}
            aria-label={`Done: ${text}`}
            onClick={() =>
              void step(
                (expectedRevision) =>
                  callKeyAccount('key-account.finish-action', { id, expectedRevision }),
                'Finished.',
              )
            }
          >
            Done
          </Button>
          <Button
            spacing="compact"
            appearance="subtle"
            aria-label={`Move: ${text}`}
            onClick={() => setMoving(true)}
          >
            Move
          </Button>
        </div>
      )}
      {moving && <MoveAction action={action} people={people} onClose={() => setMoving(false)} />}
      {!moving && problem && <ProblemMessage problem={problem} />}
    </li>
  );
}

/** KA-07: what is open of earlier weeks is looked at again. It is finished in the ticket of its own meeting. */
export function EarlierActions({ earlier }: { earlier: readonly EarlierActionView[] }) {
  return (
    <section aria-labelledby="meeting-earlier" className="stack meeting-part">
      <h3 id="meeting-earlier" className="section">
        Open actions of earlier weeks
      </h3>
      <ul className="plain">
        {earlier.map(({ key, week, id, text, account, owner, due, overdue }) => (
          <li key={`${key} ${id}`} className="task task-open">
            <div className="task-line">
              <p className="task-title">{text}</p>
              <ActionState done={false} overdue={overdue} />
            </div>
            <p className="subtle small">
              {owner.name} · due {spellDay(due)} · {account ?? 'all key accounts'} · week from{' '}
              {spellDay(week)}, <Tickets keys={[key]}>{key}</Tickets>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ActionState({ done, overdue }: { done: boolean; overdue: boolean }) {
  if (done) return <Lozenge appearance="success">Done</Lozenge>;
  return overdue ? (
    <Lozenge appearance="removed">Overdue</Lozenge>
  ) : (
    <Lozenge appearance="inprogress">Open</Lozenge>
  );
}
