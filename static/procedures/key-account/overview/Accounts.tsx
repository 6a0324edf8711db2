import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { spellDay } from '../../../shared/days';
import { Account } from './Account';
import { ListingRequest } from './ListingRequest';
import { Names } from './Names';
import { usePage } from './page-context';
import { Tickets } from './Tickets';

/** The list: what waits for a decision, then every account with its pulse. */
export function Accounts() {
  const { view } = usePage();
  const [asking, setAsking] = useState(false);
  const listings = view.waiting.filter(({ kind }) => kind === 'listing');
  const tasks = view.waiting.filter(({ kind }) => kind === 'month-end');
  const meetings = view.waiting.filter(({ kind }) => kind === 'meeting');
  const troubled = view.accounts.filter(({ pulse }) => pulse.level === 'alarm').length;
  const keys = view.accounts.filter(({ standing }) => standing === 'key').length;
  return (
    <div className="page-part">
      <div className="page-head">
        <p className="lead">
          {keys === 0
            ? 'No key accounts yet.'
            : `${keys} key ${keys === 1 ? 'account' : 'accounts'}, ${troubled === 0 ? 'none in trouble' : `${troubled} in trouble`}.`}
        </p>
        {view.mayAsk && !asking && (
          <Button appearance="primary" onClick={() => setAsking(true)}>
            Ask for a change
          </Button>
        )}
      </div>
      {asking && <ListingRequest onClose={() => setAsking(false)} />}
      {listings.length + tasks.length + meetings.length > 0 && (
        <ul className="waiting">
          {listings.map(({ key, account }) => (
            <li key={key}>
              A change for {account ?? 'an account'} waits for a decision:{' '}
              <Tickets keys={[key]}>{key}</Tickets>
            </li>
          ))}
          {tasks.map(({ key, dueAt }) => (
            <li key={key}>
              The end-of-month document waits for Operations: <Tickets keys={[key]}>{key}</Tickets>
              {dueAt !== null && ` (due ${spellDay(dueAt)})`}
            </li>
          ))}
          {meetings.map(({ key, dueAt }) => (
            <li key={key}>
              A weekly meeting is not recorded, or has open actions:{' '}
              <Tickets keys={[key]}>{key}</Tickets>
              {dueAt !== null && ` (due ${spellDay(dueAt)})`}
            </li>
          ))}
        </ul>
      )}
      {view.accounts.length === 0 && (
        <p className="subtle">
          An account that is accepted appears here, with its open tickets, its releases and how it
          is doing.
        </p>
      )}
      <ul className="accounts-list">
        {view.accounts.map((account) => (
          <Account key={account.cid} account={account} />
        ))}
      </ul>
      {view.names.length > 0 && <Names />}
    </div>
  );
}
