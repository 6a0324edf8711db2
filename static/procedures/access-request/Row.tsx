import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { RowStep, RowView } from '../../../src/procedures/access-request/contract/panel';
import { callFollowUps } from './call';
import { Hint } from '../../shared/Hint';
import { Moment } from '../../shared/Moment';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { refreshTicket, tellDone } from '../../shared/tell';
import { TicketLink } from '../../shared/TicketLink';
import { useWrite } from '../../shared/use-write';
import { WordsForm } from '../../shared/WordsForm';
import { useFollowUps } from './panel-context';
import { holders, spellDay, states, steps, verdicts } from './words';

/** One customer: how far, with whom, by when, what comes next, and what the viewer can say about it. */
export function Row({ row }: { row: RowView }) {
  const { view, issueId, show } = useFollowUps();
  const [asking, setAsking] = useState<RowStep | 'escalate' | null>(null);
  const [open, setOpen] = useState(false);
  const { busy, problem, run } = useWrite(show);
  const verdict = verdicts[row.verdict];
  const state = states[row.state];

  const say = async (step: RowStep, remarks?: string): Promise<boolean> => {
    const done = await run(() =>
      callFollowUps('access-request.report', {
        cid: row.cid,
        step,
        expectedRevision: view.revision,
        ...(remarks === undefined ? {} : { remarks }),
      }),
    );
    if (!done) return false;
    setAsking(null);
    setOpen(false);
    tellDone(`${row.customer}: ${steps[step].done}`);
    await refreshTicket();
    return true;
  };
  const escalate = async (reason: string): Promise<boolean> => {
    const done = await run(() =>
      callFollowUps('access-request.escalate', {
        cid: row.cid,
        reason,
        expectedRevision: view.revision,
      }),
    );
    if (!done) return false;
    setAsking(null);
    setOpen(false);
    tellDone(`${row.customer}: the CSM is asked to follow up.`);
    await refreshTicket();
    return true;
  };
  return (
    <tbody>
      <tr>
        <th scope="row">
          {row.customer}
          <span className="subtle small"> {row.cid}</span>
          {row.raised !== null && (
            <span className="small">
              {' '}
              <TicketLink issueKey={row.raised} summary="" />
            </span>
          )}
        </th>
        <td data-label="State">
          <span className="card-states">
            <Lozenge appearance={state.appearance}>{state.title}</Lozenge>
            {verdict !== null && (
              <Hint text={row.basis} reachable>
                <Lozenge appearance={verdict.appearance}>{verdict.title}</Lozenge>
              </Hint>
            )}
          </span>
        </td>
        <td data-label="With">
          {row.holder === 'nobody' ? (
            <span className="subtle">Nobody</span>
          ) : (
            (row.person?.name ?? holders[row.holder])
          )}
        </td>
        <td data-label="Requested">
          {row.requestedAt === null ? (
            <span className="subtle">Not yet</span>
          ) : (
            <Moment at={row.requestedAt}>{spellDay(row.requestedAt.slice(0, 10))}</Moment>
          )}
          {row.lastSentAt !== null && (
            <span className="subtle small">
              {' '}
              again <Moment at={row.lastSentAt}>{spellDay(row.lastSentAt.slice(0, 10))}</Moment>
            </span>
          )}
        </td>
        <td data-label="Expected" className={row.overdue ? 'overdue' : undefined}>
          {row.expected !== null && spellDay(row.expected)}
          {row.overdue && <span> (late)</span>}
        </td>
        <td data-label="Forecast">
          {row.forecast === null ? (
            <span className="subtle">There</span>
          ) : (
            <Hint text={row.basis}>{spellDay(row.forecast)}</Hint>
          )}
        </td>
        <td data-label="Next">
          {row.next === null ? (
            <span className="subtle">Nothing</span>
          ) : (
            <span>
              {row.next.text}
              {row.next.at !== null && (
                <>
                  , <Moment at={row.next.at}>{spellDay(row.next.at.slice(0, 10))}</Moment>
                </>
              )}
            </span>
          )}
        </td>
        <td className="row-actions">
          {(row.steps.length > 0 || row.mayEscalate) && (
            <Button
              spacing="compact"
              appearance="subtle"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              Report
              <span className="for-screen-readers"> {row.customer}</span>
            </Button>
          )}
        </td>
      </tr>
      {(row.remarks !== null || row.byHand !== null || row.findings.length > 0) && (
        <tr>
          <td colSpan={8} className="row-notes">
            {row.remarks !== null && <p className="small">{row.remarks}</p>}
            {row.byHand !== null && (
              <p className="small">
                {row.byHand.by.name} escalated to the CSM <Moment at={row.byHand.at} />
                {row.byHand.reason !== '' && `: ${row.byHand.reason}`}
              </p>
            )}
            {view.side === 'team-lead' &&
              row.findings.map((finding) => (
                <p key={finding.text} className="small subtle">
                  {finding.text} {finding.remedy}
                </p>
              ))}
          </td>
        </tr>
      )}
      {open && (
        <tr>
          <td colSpan={8} className="row-form">
            {asking === null ? (
              <div className="buttons">
                {row.steps.map((step) => (
                  <Button
                    key={step}
                    spacing="compact"
                    isDisabled={busy}
                    onClick={() => (steps[step].asks ? setAsking(step) : void say(step))}
                  >
                    {steps[step].verb}
                  </Button>
                ))}
                {row.mayEscalate && (
                  <Button spacing="compact" isDisabled={busy} onClick={() => setAsking('escalate')}>
                    Escalate to the CSM
                  </Button>
                )}
              </div>
            ) : asking === 'escalate' ? (
              <WordsForm
                name="Escalate to the CSM"
                draft={`${issueId} ${row.cid} escalate`}
                label="Why is the CSM needed?"
                help="The CSM is tagged with it in an internal comment. No personal data."
                submit="Escalate"
                missing="Say why."
                field="reason"
                rows={2}
                permission={{ allowed: true }}
                busy={busy}
                problem={problem}
                onSend={escalate}
                onClose={() => setAsking(null)}
              />
            ) : (
              <WordsForm
                name={steps[asking].verb}
                draft={`${issueId} ${row.cid} ${asking}`}
                label="What happened?"
                help="Kept as remarks of this row. No personal data."
                submit={steps[asking].verb}
                missing="Say what happened."
                field="remarks"
                rows={2}
                permission={{ allowed: true }}
                busy={busy}
                problem={problem}
                onSend={(words) => say(asking, words)}
                onClose={() => setAsking(null)}
              />
            )}
            {asking === null && problem && <ProblemMessage problem={problem} />}
          </td>
        </tr>
      )}
    </tbody>
  );
}
