import './key-account.css';
import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { lazy, Suspense } from 'react';
import type { KeyAccountView } from '../../../src/procedures/key-account/contract/panel';
import { spellDay } from '../../shared/days';
import { Journal } from '../../shared/Journal';
import { Notice } from '../../shared/Notice';
import { Pending } from '../../shared/Pending';
import { Skeleton } from '../../shared/Skeleton';
import { Escalations } from './Escalations';
import { Listing } from './Listing';
import { ListingForm } from './ListingForm';
import { MonthEnd } from './MonthEnd';
import { callKeyAccount } from './call';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { KeyAccountFrame, useKeyAccount } from './panel-context';
import { useStep } from './use-step';
import { Release } from './Release';
import { StartRelease } from './StartRelease';

/** One ticket a week has it: no other loads it. */
const Meeting = lazy(async () => ({ default: (await import('./Meeting')).Meeting }));

/**
 * What a key account asks for in this ticket: its release, its escalation, its place on the list, the end of
 * the month, the weekly meeting.
 */
export const KeyAccount = ({ issueId }: { issueId: string }) => (
  <KeyAccountFrame issueId={issueId} Content={Content} />
);

function Content({ view }: { view: KeyAccountView }) {
  const { account, older, listing, release, monthEnd, meeting, expects, team, history } = view;
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
    older === null &&
    listing === null &&
    release === null &&
    monthEnd === null &&
    meeting === null &&
    expects === null;
  return (
    <>
      {account !== null && <Headline account={account} />}
      {older !== null && <Older name={older.name} from={older.from} />}
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
      {meeting !== null && (
        <Suspense fallback={<Skeleton lines={[50, 90, 80, 90]} label="Reading the meeting" />}>
          <Meeting meeting={meeting} />
        </Suspense>
      )}
      {listing !== null ? (
        <Listing listing={listing} />
      ) : (
        expects === 'listing' && team && <ListingForm />
      )}
      {release !== null ? (
        <Release />
      ) : (
        team &&
        (account !== null || older !== null || expects === 'release') &&
        expects !== 'listing' && <StartRelease />
      )}
      {account !== null && !running && <AskPriority />}
      {(account !== null || older !== null) && !running && <Escalations />}
      {history.length > 0 && <Journal history={history} empty="" />}
    </>
  );
}

/** A ticket from before its account came onto the list: nothing changes by itself, and what people do counts. */
function Older({ name, from }: { name: string; from: string | null }) {
  return (
    <>
      <p>
        {name} {from === null ? 'is a key account' : `is a key account since ${spellDay(from)}`},
        and this ticket is older. It stays as it is; a release, a quality issue or the priority that
        somebody asks for here counts all the same.
      </p>
      <AskPriority />
    </>
  );
}

/** KA-12: shown where an older ticket has not got the priority yet. */
function AskPriority() {
  const { view } = useKeyAccount();
  const { busy, problem, step } = useStep();
  if (view.whyNotPriority !== null) return null;
  return (
    <div className="buttons">
      <Button
        isLoading={busy}
        onClick={() =>
          void step(
            (expectedRevision) => callKeyAccount('key-account.ask-priority', { expectedRevision }),
            'The priority is raised.',
          )
        }
      >
        Give it the priority of a key account
      </Button>
      {problem && <ProblemMessage problem={problem} />}
    </div>
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
