import Lozenge from '@atlaskit/lozenge';
import type { AskView } from '../../src/procedures/account-manager/contract/panel';
import { useNow } from '../shared/clock';
import { Hint } from '../shared/Hint';
import { Moment } from '../shared/Moment';
import { Face } from '../shared/Person';
import { spellBusinessTime, spellDue, spellMoment } from '../shared/time';
import { useViewer } from '../shared/viewer';
import { whoHasTheBall } from './focus';
import { usePanel } from './panel-context';
import { TakeUp } from './TakeUp';

/** The first question: who has the ball, and until when. */
export function AskCard() {
  const { ask } = usePanel().view;
  return ask === null ? <NobodyAsked /> : <OpenAsk ask={ask} />;
}

function NobodyAsked() {
  const { issue } = usePanel().view;
  return (
    <section id={whoHasTheBall} className="card" aria-label="Who has the ball" tabIndex={-1}>
      <p className="headline">Nobody is asked for a response</p>
      <p className="subtle small">
        The ticket is in {issue.status}. Account Relay keeps the time once somebody is asked.
      </p>
      <TakeUp />
    </section>
  );
}

function OpenAsk({ ask }: { ask: AskView }) {
  const { viewer } = usePanel().view;
  const isMine = ask.holder.accountId === viewer.accountId;
  return (
    <section id={whoHasTheBall} className="card" aria-label="Who has the ball" tabIndex={-1}>
      <div className="card-states">
        <Stage ask={ask} />
        {ask.customerReply && <Lozenge appearance="moved">Customer replied</Lozenge>}
      </div>
      <div className="holder">
        <Face person={ask.holder} size="medium" />
        <div>
          <p className="headline">
            {isMine ? 'You have the ball' : `${ask.holder.name} has the ball`}
          </p>
          <p className="subtle small">
            {ask.holderRole}
            {!ask.holder.active && ' (inactive)'}
          </p>
        </div>
      </div>
      <Due ask={ask} />
      <p className="subtle small">
        {ask.entry.name}, asked {ask.askedBy && `by ${ask.askedBy.name} `}
        <Moment at={ask.askedAt} />
      </p>
      {ask.note !== null && <blockquote className="note">{ask.note}</blockquote>}
      {ask.also.map(({ by, note }) => (
        <blockquote key={`${by.accountId} ${note}`} className="note">
          <span className="subtle small">{by.name}:</span> {note}
        </blockquote>
      ))}
      {ask.promisedBy !== null && (
        <p className="small">
          Promised an answer by <Moment at={ask.promisedBy} />.
        </p>
      )}
    </section>
  );
}

function Stage({ ask }: { ask: AskView }) {
  const now = useNow();
  if (Date.parse(ask.dueAt) <= now) return <Lozenge appearance="removed">Overdue</Lozenge>;
  return ask.stage === 'account-manager' ? (
    <Lozenge appearance="inprogress">Waiting for account manager</Lozenge>
  ) : (
    <Lozenge appearance="moved">Waiting for management</Lozenge>
  );
}

function Due({ ask }: { ask: AskView }) {
  const now = useNow();
  const { timeZone } = useViewer();
  const overdue = Date.parse(ask.dueAt) <= now;
  const due = spellDue(ask.dueAt, now);
  return (
    <p className={overdue ? 'due overdue' : 'due'}>
      <Moment at={ask.dueAt} reachable>
        <span className="strong">{due.charAt(0).toUpperCase() + due.slice(1)}</span>
        <span>, {spellMoment(ask.dueAt, now, timeZone)}</span>
      </Moment>
      <span className="subtle small due-business">
        {ask.businessMinutesLeft < 0 ? 'Late by ' : ''}
        {spellBusinessTime(ask.businessMinutesLeft)}
        {ask.businessMinutesLeft < 0 ? '' : ' left'},{' '}
        <Hint text={`Business time is counted in the zone ${ask.calendar.timeZone}.`}>
          {ask.calendar.name}
        </Hint>
      </span>
    </p>
  );
}
