import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { ListingView } from '../../../src/procedures/key-account/contract/panel';
import { callKeyAccount } from './call';
import { spellDay } from '../../shared/days';
import { Moment } from '../../shared/Moment';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { WordsForm } from '../../shared/WordsForm';
import { useKeyAccount } from './panel-context';
import { SayRhythm } from './Rhythm';
import { useStep } from './use-step';

/** The request about the list, and what became of it. */
export function Listing({ listing }: { listing: ListingView }) {
  const { decided, mayDecide } = listing;
  return (
    <section aria-labelledby="listing" className="stack">
      <div className="key-head">
        <h2 id="listing" className="headline">
          {sentence(listing)}
        </h2>
        {decided === null ? (
          <Lozenge appearance="moved">Waiting for a decision</Lozenge>
        ) : decided.how === 'declined' ? (
          <Lozenge appearance="removed">Declined</Lozenge>
        ) : (
          <Lozenge appearance="success">
            {decided.how === 'accepted' ? 'Accepted' : 'Done by notice'}
          </Lozenge>
        )}
      </div>
      <p>
        {listing.note} <span className="subtle">Because of {listing.reason}.</span>
      </p>
      <p className="subtle small">
        Asked by {listing.asked.by.name} <Moment at={listing.asked.at} />
        {decided !== null && (
          <>
            . {decided.by.name} {decided.how === 'declined' ? 'declined' : 'decided'}{' '}
            <Moment at={decided.at} />
            {decided.note !== null && `: ${decided.note}`}
          </>
        )}
      </p>
      {listing.document !== null && <Document document={listing.document} />}
      {listing.asksRhythm && (
        <>
          <p className="subtle small">
            {listing.rhythm === null
              ? 'When it runs production is not on record.'
              : `Production runs ${listing.rhythm}.`}
          </p>
          <SayRhythm known={listing.rhythm !== null} />
        </>
      )}
      {mayDecide ? (
        <Decide />
      ) : (
        decided === null && (
          <p className="subtle small">
            {listing.keepers.map(({ name }) => name).join(' or ') || 'Nobody yet'} decides.
          </p>
        )
      )}
    </section>
  );
}

const sentence = ({ name, cid, change, effective }: ListingView): string =>
  change === 'add'
    ? `${name} (${cid}) becomes a key account${effective === null ? '' : ` from ${spellDay(effective)}`}`
    : `${name} (${cid}) is a key account until ${effective === null ? 'now' : spellDay(effective)}`;

/** KA-05: Operations brings the month's document up to date with what was decided. */
function Document({ document }: { document: NonNullable<ListingView['document']> }) {
  const { busy, problem, step } = useStep();
  const { updated, mayConfirm } = document;
  if (updated !== null)
    return (
      <p className="small">
        The end-of-month document is updated: {updated.by.name} <Moment at={updated.at} />
        {updated.note !== null && `: ${updated.note}`}
      </p>
    );
  if (!mayConfirm)
    return (
      <p className="subtle small">
        Operations Management brings the end-of-month document up to date.
      </p>
    );
  return (
    <>
      <div className="buttons">
        <Button
          appearance="primary"
          isLoading={busy}
          onClick={() =>
            void step(
              (expectedRevision) =>
                callKeyAccount('key-account.document-updated', { expectedRevision }),
              'Confirmed.',
            )
          }
        >
          The end-of-month document is updated
        </Button>
      </div>
      {problem && <ProblemMessage problem={problem} />}
    </>
  );
}

function Decide() {
  const { issueId } = useKeyAccount();
  const { busy, problem, step } = useStep();
  const [declining, setDeclining] = useState(false);
  if (declining) {
    return (
      <WordsForm
        name="Decline"
        draft={`${issueId} decline`}
        label="Why not?"
        help="The one who asked is told. Internal: customers never see it."
        submit="Decline"
        missing="Say why you decline."
        field="note"
        rows={2}
        permission={{ allowed: true }}
        busy={busy}
        problem={problem}
        onSend={(note) =>
          step(
            (expectedRevision) =>
              callKeyAccount('key-account.decide-listing', {
                accept: false,
                note,
                expectedRevision,
              }),
            'Declined.',
          )
        }
        onClose={() => setDeclining(false)}
      />
    );
  }
  return (
    <>
      <div className="buttons">
        <Button
          appearance="primary"
          isLoading={busy}
          onClick={() =>
            void step(
              (expectedRevision) =>
                callKeyAccount('key-account.decide-listing', { accept: true, expectedRevision }),
              'Accepted: the list is changed.',
            )
          }
        >
          Accept
        </Button>
        <Button onClick={() => setDeclining(true)}>Decline</Button>
      </div>
      {problem && <ProblemMessage problem={problem} />}
    </>
  );
}
