import { useState } from 'react';
import { callPanel } from './call';
import { ProblemMessage } from '../shared/ProblemMessage';
import { Skeleton } from '../shared/Skeleton';
import { refreshTicket, tellDone } from '../shared/tell';
import { useWrite } from '../shared/use-write';
import { FormFrame } from '../shared/FormFrame';
import { usePanel } from './panel-context';
import { PlanSteps } from './PlanSteps';
import { usePlan } from './use-plan';
import { Warnings } from './Warnings';

/** Watch only (AM-11): the account manager follows the ticket, no field is touched and no response asked. */
export function AddWatcher({ onClose }: { onClose: () => void }) {
  const { view, show } = usePanel();
  const entries = view.entries.filter(({ mode }) => mode === 'watch');
  const [entryId, setEntryId] = useState(
    () => (entries.find(({ applies }) => applies) ?? entries[0])?.id ?? null,
  );
  const { plan, problem: planProblem, reading, tryAgain } = usePlan(entryId, null);
  const { busy, problem, run } = useWrite(show);

  const submit = async (): Promise<void> => {
    if (entryId === null) return;
    if (
      !(await run(() =>
        callPanel('account-manager.add-watcher', { entryId, expectedRevision: view.revision }),
      ))
    )
      return;
    onClose();
    tellDone(plan ? `${plan.askedPerson.name} watches this ticket.` : 'Watcher added.');
    await refreshTicket();
  };
  return (
    <FormFrame
      label="Add as watcher"
      submit="Add as watcher"
      permission={view.actions['add-watcher']}
      ready={plan !== null && !reading}
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {entries.length === 0 ? (
        <p className="small">
          No SOP of this queue adds the account manager as a watcher. A Jira administrator can add
          one under Account Relay settings.
        </p>
      ) : (
        <fieldset className="choices">
          <legend className="field-label">What for?</legend>
          {entries.map((entry) => (
            <label key={entry.id} className="choice">
              <input
                type="radio"
                name="entry"
                checked={entry.id === entryId}
                onChange={() => setEntryId(entry.id)}
              />
              <span>
                {entry.name}
                {!entry.applies && <span className="subtle"> (for other requests)</span>}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {planProblem && <ProblemMessage problem={planProblem} onTryAgain={tryAgain} />}
      {entryId !== null && plan === null && planProblem === null && (
        <Skeleton lines={[80]} label="Reading what will happen" />
      )}
      {plan && (
        <>
          <PlanSteps plan={plan} />
          <Warnings warnings={plan.warnings} />
        </>
      )}
    </FormFrame>
  );
}
