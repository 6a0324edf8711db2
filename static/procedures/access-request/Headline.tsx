import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import { counted } from '../../shared/counted';
import { callFollowUps } from './call';
import { Moment } from '../../shared/Moment';
import { Notice } from '../../shared/Notice';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { tellDone } from '../../shared/tell';
import { useWrite } from '../../shared/use-write';
import { Why } from '../../shared/Why';
import { WordsForm } from '../../shared/WordsForm';
import { EngineerForm } from './EngineerForm';
import { useRequest } from './panel-context';
import { spellDay } from './words';

/** Whose accounts, by when, how many are there and how many at risk; and what keeps requests from leaving. */
export function Headline() {
  const { view, request } = useRequest();
  const [open, setOpen] = useState<'edit' | null>(null);
  const ready = view.rows.filter(({ state }) => state === 'verified' || state === 'done').length;
  const risk = view.rows.filter(
    ({ verdict }) => verdict === 'cannot-be-ready' || verdict === 'at-risk',
  ).length;
  const who = request.engineerName ?? request.engineer?.name ?? 'a new engineer';
  return (
    <section className="stack" aria-label="The engineer">
      <div className="follow-up-head">
        <p className="headline">
          Access for {who}
          <span className="subtle">
            {' '}
            ·{' '}
            {request.workStart === null
              ? 'work start not known'
              : `starts work on ${spellDay(request.workStart)}`}
          </span>
        </p>
        <div className="card-states">
          <Lozenge
            appearance={ready === view.rows.length && ready > 0 ? 'success' : 'inprogress'}
          >{`${ready} of ${view.rows.length} ready`}</Lozenge>
          {risk > 0 && <Lozenge appearance="removed">{`${risk} at risk`}</Lozenge>}
        </div>
      </div>
      <p className="subtle small">
        Employed from {spellDay(request.employmentStart)} · Team lead {request.teamLead.name} ·{' '}
        {request.itReady === null ? (
          'Internal IT not ready'
        ) : (
          <>
            Internal IT ready since <Moment at={request.itReady.at} />
          </>
        )}
        {view.hidden > 0 && ` · ${counted(view.hidden, 'row')} of other customers not shown`}
      </p>
      <Gate edit={view.side === 'team-lead' && open === null ? () => setOpen('edit') : null} />
      {open === 'edit' && <EngineerForm onClose={() => setOpen(null)} />}
    </section>
  );
}

/** EA-20, EA-21: what is missing before anything may leave, and who can say that it is there. */
function Gate({ edit }: { edit: (() => void) | null }) {
  const { view, request, show } = useRequest();
  const { busy, problem, run } = useWrite(show);
  const [overriding, setOverriding] = useState(false);
  const maySay = view.side === 'team-lead' || view.side === 'internal-it';
  const expectedRevision = view.revision;
  const say = async (ready: boolean): Promise<void> => {
    if (await run(() => callFollowUps('access-request.it-ready', { ready, expectedRevision })))
      tellDone(ready ? 'Noted: Internal IT is ready.' : 'Noted: Internal IT is not ready.');
  };
  return (
    <>
      {request.gate !== null && (
        <Notice appearance="warning" title="Nothing leaves yet">
          <Why why={request.gate} about="nothing leaves yet">
            {request.gate.text}
          </Why>
        </Notice>
      )}
      {request.override !== null && (
        <Notice appearance="information">
          <p>
            {request.override.by.name} lets requests leave early: {request.override.reason}
          </p>
        </Notice>
      )}
      {problem && <ProblemMessage problem={problem} />}
      {maySay && !overriding && (
        <div className="buttons">
          {request.itReady === null ? (
            <Button spacing="compact" isLoading={busy} onClick={() => void say(true)}>
              Internal IT is ready
            </Button>
          ) : (
            <Button
              spacing="compact"
              appearance="subtle"
              isLoading={busy}
              onClick={() => void say(false)}
            >
              Internal IT is not ready after all
            </Button>
          )}
          {edit !== null && (
            <Button spacing="compact" onClick={edit}>
              Edit engineer and dates
            </Button>
          )}
          {request.mayOverride && (
            <Button spacing="compact" appearance="subtle" onClick={() => setOverriding(true)}>
              Let requests leave early
            </Button>
          )}
        </div>
      )}
      {overriding && (
        <WordsForm
          name="Let requests leave early"
          draft="override"
          label="Why must they leave early?"
          help="Kept in the ticket with your name."
          submit="Let them leave"
          missing="Say why."
          field="reason"
          rows={2}
          permission={{ allowed: true }}
          busy={busy}
          problem={problem}
          onSend={(reason) =>
            run(() => callFollowUps('access-request.override', { reason, expectedRevision }))
          }
          onClose={() => setOverriding(false)}
        />
      )}
    </>
  );
}
