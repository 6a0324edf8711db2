import './key-account.css';
import Lozenge from '@atlaskit/lozenge';
import type { KeyAccountView } from '../../../src/procedures/key-account/contract/panel';
import { spellDay } from '../../shared/days';
import { Journal } from '../../shared/Journal';
import { Notice } from '../../shared/Notice';
import { Pending } from '../../shared/Pending';
import { Escalations } from './Escalations';
import { Listing } from './Listing';
import { ListingForm } from './ListingForm';
import { MonthEnd } from './MonthEnd';
import { KeyAccountFrame } from './panel-context';
import { Release } from './Release';
import { StartRelease } from './StartRelease';

/** What a key account asks for in this ticket: its release, its escalation, its place on the list, the end of the month. */
export const KeyAccount = ({ issueId }: { issueId: string }) => (
  <KeyAccountFrame issueId={issueId} Content={Content} />
);

function Content({ view }: { view: KeyAccountView }) {
  const { account, listing, release, monthEnd, expects, team, history } = view;
  if (!view.on)
    return (
      <p className="subtle">
        This project knows no key accounts. An administrator can turn them on in the Account Relay
        settings of this queue.
      </p>
    );
  // What burns stands first.
  const running = account !== null && view.escalations.some(({ resolved }) => resolved === null);
  const nothing =
    account === null &&
    listing === null &&
    release === null &&
    monthEnd === null &&
    expects === null;
  return (
    <>
      {account !== null && <Headline account={account} />}
      {nothing && (
        <p className="subtle">
          No ticket of a key account. Once an account is on the list, its new tickets show their
          release documentation and escalations here.
        </p>
      )}
      <Pending of={view} />
      {view.notes.map((note) => (
        <Notice key={note.id} appearance="information" title="Note on this account">
          <p>{note.text}</p>
          <p className="subtle small">
            {note.by.name}
            {note.until !== null && `, until ${spellDay(note.until)}`}
          </p>
        </Notice>
      ))}
      {running && <Escalations />}
      {monthEnd !== null && <MonthEnd monthEnd={monthEnd} />}
      {listing !== null ? (
        <Listing listing={listing} />
      ) : (
        expects === 'listing' && team && <ListingForm />
      )}
      {release !== null ? (
        <Release />
      ) : (
        team &&
        (account !== null || expects === 'release') &&
        expects !== 'listing' && <StartRelease />
      )}
      {account !== null && !running && <Escalations />}
      {history.length > 0 && <Journal history={history} empty="" />}
    </>
  );
}

function Headline({
  account: { name, cid, marked, from },
}: {
  account: NonNullable<KeyAccountView['account']>;
}) {
  return (
    <div className="key-head">
      <p className="headline">
        {name} <span className="subtle">({cid})</span>
      </p>
      <div className="card-states">
        <Lozenge appearance="new">Key account</Lozenge>
        <span className="subtle small">
          {marked} · {from === null ? 'from always' : `since ${spellDay(from)}`}
        </span>
      </div>
    </div>
  );
}
