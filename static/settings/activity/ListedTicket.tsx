import Lozenge from '@atlaskit/lozenge';
import type { ActivityItem, ActivityTicket } from '../../../src/contract/activity';
import { Moment } from '../../shared/Moment';
import { TicketLink } from '../../shared/TicketLink';
import { useSaid } from '../../shared/use-said';
import { Why } from '../../shared/Why';

/** A ticket, and everything about it that needs somebody. */
export function ListedTicket({ ticket: { key, summary, items } }: { ticket: ActivityTicket }) {
  return (
    <li className="listed-ticket">
      <TicketLink issueKey={key} summary={summary ?? '(you may not see this ticket)'} />
      <ul className="listed-items">
        {items.map((item) => (
          <Item key={item.code} item={item} />
        ))}
      </ul>
    </li>
  );
}

function Item({ item: { severity, repair, text, remedy, since, why } }: { item: ActivityItem }) {
  const said = useSaid();
  return (
    <li className="listed-item">
      <span>
        {severity === 'urgent' ? (
          <Lozenge appearance="removed">Urgent</Lozenge>
        ) : (
          <Lozenge appearance="moved">Look at it</Lozenge>
        )}
      </span>
      <div>
        <Why why={why} about={said(text)}>
          {said(text)}{' '}
          <span className="subtle small">
            Since <Moment at={since} />
          </span>
        </Why>
        <p className="subtle">
          {repair === 'automatic' && 'Account Relay could not do this by itself. '}
          {said(remedy)}
        </p>
      </div>
    </li>
  );
}
