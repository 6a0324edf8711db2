import Lozenge from '@atlaskit/lozenge';
import type { AccountView, KeyBadge } from '../../src/procedures/account-manager/contract/panel';
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
        {account.key && <Lozenge appearance="new">Key account</Lozenge>}{' '}
        {account.hybrid && <Lozenge appearance="new">Hybrid</Lozenge>}{' '}
        {account.hybrid !== null && account.hybrid.notAcknowledged > 0 && (
          <Lozenge appearance="moved">{`${account.hybrid.notAcknowledged} not acknowledged`}</Lozenge>
        )}
      </p>
      {account.key && <Key badge={account.key} />}
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

/** The mark, an escalation that is open, and what everybody should know for a while. */
function Key({ badge: { marked, from, escalated, notes } }: { badge: KeyBadge }) {
  return (
    <>
      <p className="subtle small">
        {marked} · {from === null ? 'from always' : `since ${spellDay(from)}`}{' '}
        {escalated && <Lozenge appearance="removed">Escalation</Lozenge>}
      </p>
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
