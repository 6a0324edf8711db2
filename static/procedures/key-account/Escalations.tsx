import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { EscalationView } from '../../../src/procedures/key-account/contract/panel';
import { callKeyAccount } from './call';
import { useNow } from '../../shared/clock';
import { Moment } from '../../shared/Moment';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { TicketLink } from '../../shared/TicketLink';
import { spellDue } from '../../shared/time';
import { Why } from '../../shared/Why';
import { WordsForm } from '../../shared/WordsForm';
import { EscalateForm } from './EscalateForm';
import { useKeyAccount } from './panel-context';
import { useStep } from './use-step';
import { aspects } from './words';

/** Quality issues of this ticket: raised, answered, resolved. */
export function Escalations() {
  const { view } = useKeyAccount();
  const [open, setOpen] = useState(false);
  const { escalations, whyNotEscalate } = view;
  const running = escalations.some(({ resolved }) => resolved === null);
  return (
    <section aria-labelledby="escalations" className="stack">
      <h2 id="escalations" className="section">
        Quality issues
      </h2>
      {escalations.length === 0 && !open && (
        <p className="subtle">
          None so far. A quality issue is escalated for immediate resolution.
        </p>
      )}
      {escalations.map((one) => (
        <Escalation key={one.number} escalation={one} />
      ))}
      {open && whyNotEscalate === null && <EscalateForm onClose={() => setOpen(false)} />}
      {!open && whyNotEscalate === null && (
        <div className="buttons">
          <Button
            appearance={escalations.length === 0 ? 'danger' : 'default'}
            onClick={() => setOpen(true)}
          >
            {running ? 'Report another quality issue' : 'Escalate quality issue'}
          </Button>
        </div>
      )}
      {whyNotEscalate !== null && !running && (
        <Why why={whyNotEscalate} question="Why not?" about="can nothing be escalated">
          <span className="subtle small">Nothing can be escalated by you now.</span>
        </Why>
      )}
    </section>
  );
}

function Escalation({ escalation: one }: { escalation: EscalationView }) {
  const now = useNow();
  const { view, issueId } = useKeyAccount();
  const { busy, problem, step } = useStep();
  const [resolving, setResolving] = useState(false);
  const state =
    one.resolved !== null
      ? ({ text: 'Resolved', look: 'success' } as const)
      : one.overdue
        ? ({ text: 'Overdue', look: 'removed' } as const)
        : one.answered !== null
          ? ({ text: 'Answered', look: 'inprogress' } as const)
          : ({ text: 'Escalation', look: 'moved' } as const);
  return (
    <article
      className={`escalation escalation-${state.look}`}
      aria-label={`Escalation ${one.number}`}
    >
      <div className="key-head">
        <p className="strong">{one.what}</p>
        <div className="card-states">
          <Lozenge appearance={state.look}>{state.text}</Lozenge>
        </div>
      </div>
      <p className="subtle small">
        {aspects[one.aspect]} · {one.by === null ? 'by rule' : one.by.name} · <Moment at={one.at} />
        {one.answered !== null &&
          ` · answered by ${one.answered.by.name}${one.answered.inTime ? ' in time' : ', late'}`}
        {one.resolved !== null && ` · resolved by ${one.resolved.by.name}: ${one.resolved.how}`}
      </p>
      {one.more?.map((more) => (
        <p key={`${more.at} ${more.what}`} className="small">
          {more.what}{' '}
          <span className="subtle">
            {aspects[more.aspect]} · {more.by === null ? 'by rule' : more.by.name} ·{' '}
            <Moment at={more.at} />
          </span>
        </p>
      ))}
      {one.resolved === null && (
        <p className="small">
          {one.with === null
            ? 'Nobody holds a role of the escalation ladder.'
            : one.answered === null
              ? `With ${one.with.name}, to be answered`
              : `With ${one.with.name}, to be resolved`}
          {one.dueAt !== null && (
            <>
              {', '}
              <Moment at={one.dueAt}>{spellDue(one.dueAt, now)}</Moment>
            </>
          )}
        </p>
      )}
      {one.record !== null && (
        <p className="small">
          <TicketLink issueKey={one.record} summary="records it" />
        </p>
      )}
      {one.resolved === null && !resolving && (
        <div className="buttons">
          {one.mayAnswer && (
            <Button
              appearance="primary"
              spacing="compact"
              isLoading={busy}
              onClick={() =>
                void step(
                  (expectedRevision) =>
                    callKeyAccount('key-account.answer-escalation', { expectedRevision }),
                  'Answered.',
                )
              }
            >
              I am on it
            </Button>
          )}
          {view.team && (
            <Button spacing="compact" onClick={() => setResolving(true)}>
              Resolve
            </Button>
          )}
        </div>
      )}
      {resolving && one.resolved === null && (
        <WordsForm
          name="Resolve"
          draft={`${issueId} resolve ${one.number}`}
          label="How was it resolved?"
          help="Internal: customers never see it."
          submit="Resolve"
          missing="Say how it was resolved."
          field="how"
          rows={2}
          permission={{ allowed: true }}
          busy={busy}
          problem={problem}
          onSend={(how) =>
            step(
              (expectedRevision) =>
                callKeyAccount('key-account.resolve-escalation', { how, expectedRevision }),
              'Resolved.',
            )
          }
          onClose={() => setResolving(false)}
        />
      )}
      {!resolving && problem && <ProblemMessage problem={problem} />}
    </article>
  );
}
