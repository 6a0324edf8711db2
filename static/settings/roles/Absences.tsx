import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { AbsencesView, AbsenceView } from '../../../src/contract/absences';
import { callSettings } from '../call';
import { Moment } from '../../shared/Moment';
import { Person } from '../../shared/Person';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { Skeleton } from '../../shared/Skeleton';
import { useLive } from '../../shared/use-live';
import { AbsenceForm } from './AbsenceForm';

const load = (): Promise<AbsencesView> => callSettings('absences.list', {});
const liveliness = { every: () => 10 * 60_000, on: {} };

/** Everybody an SOP may ask: whose calendar counts, and who stands in while they are away. */
export function Absences() {
  const { received, problem, read, show } = useLive(load, liveliness);
  const [open, setOpen] = useState<string | null>(null);
  const view = received?.view ?? null;
  return (
    <section aria-labelledby="absences" className="settings-section">
      <h2 id="absences">People and absences</h2>
      <p className="settings-intro">
        Whoever is away names a delegate, who is asked in their place; the ticket says so (A14).
        Account managers do it themselves in their gadget. What you save here counts at once,
        without publishing.
      </p>
      {problem && <ProblemMessage problem={problem} onTryAgain={() => void read()} />}
      {view === null && problem === null && (
        <Skeleton lines={[60, 60, 60]} label="Reading who is away" />
      )}
      {view?.people.length === 0 && (
        <p className="empty">
          Nobody yet. Managers of accounts and people on the fallback list appear here.
        </p>
      )}
      {view !== null && view.people.length > 0 && (
        <ul className="absences">
          {view.people.map(({ person, calendar, absence }) => (
            <li key={person.accountId}>
              <div className="absence-line">
                <Person person={person} />
                <span className="subtle small">
                  {view.calendars.find(({ key }) => key === calendar)?.name ??
                    'Calendar of the queue'}
                </span>
                <span>
                  {absence !== null && absence.state !== 'over' && <Absence absence={absence} />}
                </span>
                <Button
                  spacing="compact"
                  appearance="subtle"
                  aria-expanded={open === person.accountId}
                  aria-label={`Edit absence and calendar of ${person.name}`}
                  onClick={() => setOpen(open === person.accountId ? null : person.accountId)}
                >
                  Edit
                </Button>
              </div>
              {absence?.conflicts.map((conflict) => (
                <p key={conflict} className="absence-conflict small">
                  {conflict}
                </p>
              ))}
              {open === person.accountId && (
                <AbsenceForm
                  view={view}
                  person={person}
                  calendar={calendar}
                  absence={absence}
                  show={show}
                  onClose={() => setOpen(null)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Absence({ absence: { state, from, until, delegate } }: { absence: AbsenceView }) {
  return (
    <span className="absence">
      <Lozenge appearance={state === 'now' ? 'moved' : 'default'}>
        {state === 'now' ? 'Away' : 'Soon away'}
      </Lozenge>
      <span className="small">
        {state === 'to-come' && (
          <>
            from <Moment at={from} />{' '}
          </>
        )}
        until <Moment at={until} />; {delegate.name} stands in
      </span>
    </span>
  );
}
