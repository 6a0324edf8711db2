import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { MeetingView } from '../../../src/procedures/key-account/contract/meeting';
import { spellDay, spellDayShort } from '../../shared/days';
import { Moment } from '../../shared/Moment';
import { Why } from '../../shared/Why';
import { WordsForm } from '../../shared/WordsForm';
import { callKeyAccount } from './call';
import { EarlierActions, MeetingActions } from './MeetingActions';
import { MeetingChanges } from './MeetingChanges';
import { MeetingRecord } from './MeetingRecord';
import { useKeyAccount } from './panel-context';
import { Trends } from './Trends';
import { useStep } from './use-step';
import { WeeksTable } from './WeeksTable';

const listed = (people: readonly { readonly name: string }[]): string =>
  people.map(({ name }) => name).join(', ');

/** The weekly meeting: how the weeks went, what changes, what is done about it, and who attended. */
export function Meeting({ meeting }: { meeting: MeetingView }) {
  const judged = meeting.weeks.at(-2);
  return (
    <section aria-labelledby="meeting" className="stack">
      <div className="key-head">
        <h2 id="meeting" className="headline">
          Weekly meeting, {spellDay(meeting.day)}
        </h2>
        <State meeting={meeting} />
      </div>
      <Outcome meeting={meeting} />
      <section aria-labelledby="meeting-trends" className="stack meeting-part">
        <h3 id="meeting-trends" className="section">
          Trends{judged !== undefined && `: the week from ${spellDayShort(judged.from)}`}
        </h3>
        <Trends trends={meeting.trends} week={judged} />
        <details>
          <summary>The last twelve weeks</summary>
          <WeeksTable weeks={meeting.weeks} />
        </details>
      </section>
      {meeting.earlier.length > 0 && <EarlierActions earlier={meeting.earlier} />}
      <MeetingChanges meeting={meeting} />
      <MeetingActions meeting={meeting} />
    </section>
  );
}

function State({ meeting: { outcome, overdue } }: { meeting: MeetingView }) {
  if (outcome?.how === 'held') return <Lozenge appearance="success">Held</Lozenge>;
  if (outcome !== null) return <Lozenge appearance="default">Not held</Lozenge>;
  return overdue ? (
    <Lozenge appearance="removed">Overdue</Lozenge>
  ) : (
    <Lozenge appearance="moved">Not recorded</Lozenge>
  );
}

/** Who attended, or whose turn it is to say so. */
function Outcome({ meeting }: { meeting: MeetingView }) {
  const { outcome, with: asked, by, dueAt, whyNotRecord } = meeting;
  const { issueId } = useKeyAccount();
  const { busy, problem, step } = useStep();
  const [open, setOpen] = useState<'held' | 'not-held' | null>(null);
  if (outcome?.how === 'held')
    return (
      <div>
        <p>
          {listed(outcome.attended)} attended for ISD on {spellDay(outcome.on)}.
          {outcome.others !== null && ` Other departments: ${outcome.others}`}
        </p>
        <p className="subtle small">
          Recorded by {outcome.by.name} <Moment at={outcome.at} />
          {outcome.lookedAt > 0 &&
            ` · ${outcome.lookedAt} open ${outcome.lookedAt === 1 ? 'action' : 'actions'} of earlier weeks looked at again`}
        </p>
      </div>
    );
  const close = (): void => setOpen(null);
  return (
    <>
      {outcome !== null ? (
        <p>
          Not held: {outcome.reason}{' '}
          <span className="subtle small">
            ({outcome.by.name}, <Moment at={outcome.at} />)
          </span>
        </p>
      ) : (
        <p>
          {whyNotRecord === null ? (
            <>
              <strong>Your turn:</strong> record who attended, by <Moment at={dueAt} />.
            </>
          ) : (
            <>
              Waiting for {asked.length === 0 ? `the ${by}` : listed(asked)} to record who attended,
              by <Moment at={dueAt} />.
            </>
          )}
        </p>
      )}
      {whyNotRecord !== null && (
        <Why why={whyNotRecord} question="Why not?" about="can you not record the meeting" />
      )}
      {whyNotRecord === null && open === null && (
        <div className="buttons">
          <Button appearance="primary" onClick={() => setOpen('held')}>
            Record the meeting
          </Button>
          {outcome === null && (
            <Button appearance="subtle" onClick={() => setOpen('not-held')}>
              Not held
            </Button>
          )}
        </div>
      )}
      {open === 'held' && <MeetingRecord meeting={meeting} onClose={close} />}
      {open === 'not-held' && (
        <WordsForm
          name="Not held"
          draft={`${issueId} not held`}
          label="Why was there no meeting?"
          help="Stands in the month's summary. Open actions stay with their owners."
          submit="Record"
          missing="Enter a reason."
          field="reason"
          rows={2}
          permission={{ allowed: true }}
          busy={busy}
          problem={problem}
          onSend={(reason) =>
            step(
              (expectedRevision) =>
                callKeyAccount('key-account.skip-meeting', { reason, expectedRevision }),
              'Recorded.',
            )
          }
          onClose={close}
        />
      )}
    </>
  );
}
