import Lozenge from '@atlaskit/lozenge';
import { Fragment } from 'react';
import type { AccountBadge, Mark } from '../../src/contract/badge';
import type { AccountView } from '../../src/procedures/account-manager/contract/panel';
import { spellDay } from '../shared/days';
import { Notice } from '../shared/Notice';
import { Person } from '../shared/Person';
import { Why } from '../shared/Why';
import { ChooseAccount } from './ChooseAccount';
import { NameAccount } from './NameAccount';
import { usePanel } from './panel-context';

/** Whose ticket it is: the customer account and both managers, or the question which account. */
export function AccountCard() {
  const { account } = usePanel().view;
  return (
    <section aria-labelledby="account">
      <h2 id="account" className="section">
        Account
      </h2>
      <Account account={account} />
    </section>
  );
}

function Account({ account }: { account: AccountView }) {
  switch (account.kind) {
    case 'known':
      return <Known account={account} />;
    case 'choose':
      return (
        <div className="stack">
          <Why why={account.why} about="must I choose an account">
            {account.why.text}
          </Why>
          <ChooseAccount choices={account.choices} />
        </div>
      );
    case 'unknown':
      return <Unknown account={account} />;
  }
}

function Known({ account }: { account: AccountView & { kind: 'known' } }) {
  const { accountManager, regionalManager, regionalManagerWhy } = account;
  return (
    <div className="stack">
      <p className="strong">
        {account.name} <span className="subtle">({account.cid})</span>{' '}
        <Marks marks={account.badges.flatMap(({ marks }) => marks)} />
      </p>
      {account.badges.map((badge) => (
        <Below key={badge.marks[0]?.text} badge={badge} />
      ))}
      <dl className="managers">
        <dt>Account manager</dt>
        <dd>
          <Person person={accountManager} />
        </dd>
        <dt>Regional manager</dt>
        <dd>
          <Why
            why={regionalManagerWhy}
            question={regionalManager ? 'Why?' : 'Why not?'}
            about="this regional manager"
          >
            {regionalManager ? (
              <Person person={regionalManager} />
            ) : (
              <span className="subtle">None</span>
            )}
          </Why>
        </dd>
      </dl>
    </div>
  );
}

function Marks({ marks }: { marks: readonly Mark[] }) {
  return marks.map(({ text, tone }) => (
    <Fragment key={text}>
      <Lozenge appearance={tone}>{text}</Lozenge>{' '}
    </Fragment>
  ));
}

/** How a procedure calls the account, and what everybody should know for a while. */
function Below({ badge: { line, notes } }: { badge: AccountBadge }) {
  return (
    <>
      {line !== null && (
        <p className="subtle small">
          {line.text} · {line.since === null ? 'from always' : `since ${spellDay(line.since)}`}{' '}
          <Marks marks={line.marks} />
        </p>
      )}
      {notes.map(({ text, until }) => (
        <Notice key={text} appearance="information">
          <p>{text}</p>
          {until !== null && <p className="subtle small">Until {spellDay(until)}</p>}
        </Notice>
      ))}
    </>
  );
}

function Unknown({ account }: { account: AccountView & { kind: 'unknown' } }) {
  const { actions } = usePanel().view;
  const organizations = account.organizations.join(', ');
  return (
    <div className="stack">
      <Why why={account.why} question="Why not?" about="is there no account">
        <span className="strong">
          {account.organizations.length === 0
            ? 'This ticket has no organization'
            : account.organizations.length === 1
              ? 'This organization has no account yet'
              : 'These organizations have no account yet'}
        </span>
      </Why>
      {organizations !== '' && <p className="subtle small">{organizations}</p>}
      <p className="small">
        {actions['choose-account'].allowed
          ? organizations === ''
            ? 'Set the Organizations field of the ticket, or name the account here by its CID.'
            : 'Ask a Jira administrator to add the account under Account Relay settings, correct the Organizations field, or name the account here by its CID.'
          : 'An agent or a Jira administrator can put this right.'}
      </p>
      {actions['choose-account'].allowed && <NameAccount />}
    </div>
  );
}
