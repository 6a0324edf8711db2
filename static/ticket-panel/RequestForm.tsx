import Button from '@atlaskit/button/new';
import { view as frame } from '@forge/bridge';
import { useState } from 'react';
import type { TicketView } from '../../src/procedures/account-manager/contract/panel';
import { callPanel } from './call';
import { ProblemMessage } from '../shared/ProblemMessage';
import { Skeleton } from '../shared/Skeleton';
import { useDraft } from '../shared/use-draft';
import { useSaid } from '../shared/use-said';
import { useWrite } from '../shared/use-write';
import { Why } from '../shared/Why';
import { ChooseEntry } from './ChooseEntry';
import { firstEntry } from './entry-options';
import { NextUp } from './NextUp';
import { NoteField } from './NoteField';
import { PlanSteps } from './PlanSteps';
import { usePlan } from './use-plan';
import { type RequestResponseOutcome } from './use-request-dialog';
import { Warnings } from './Warnings';

interface Props {
  readonly issueId: string;
  readonly view: TicketView;
  readonly show: (fresh: TicketView) => void;
}

export function RequestForm({ issueId, view, show }: Props) {
  const [entryId, setEntryId] = useState(() => firstEntry(view.entries)?.id ?? null);
  const [priorityId, setPriorityId] = useState<string | null>(null);
  const [note, setNote] = useDraft(`${issueId} request-response`);
  const [missing, setMissing] = useState(false);
  const planned = usePlan(entryId, priorityId);
  const { busy, problem, run } = useWrite(show);
  const permission = view.actions.request;
  const { plan } = planned;
  const said = useSaid();

  const submit = async (): Promise<void> => {
    setMissing(note.trim() === '');
    if (note.trim() === '' || entryId === null || plan === null) return;
    let fresh: TicketView | null = null;
    await run(async () => {
      const input = { entryId, note: note.trim(), expectedRevision: view.revision };
      fresh = await callPanel(
        'account-manager.request',
        priorityId === null ? input : { ...input, priorityId },
      );
      return fresh;
    });
    if (fresh === null) return;
    setNote('');
    const outcome: RequestResponseOutcome = {
      fresh,
      done: `Response requested from ${plan.askedPerson.name}.`,
    };
    await frame.close(outcome);
  };

  if (!permission.allowed && !busy) {
    return (
      <>
        {problem && <ProblemMessage problem={problem} />}
        <Why why={permission.why} question="Why not?" about="Request response">
          <p>No response can be requested now: {said(permission.why.text)}</p>
        </Why>
        <footer className="dialog-foot">
          <div className="dialog-buttons">
            <Button onClick={() => void frame.close()}>Close</Button>
          </div>
        </footer>
      </>
    );
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
          event.currentTarget.requestSubmit();
      }}
    >
      <section aria-labelledby="what-for">
        <h2 id="what-for">1. What for?</h2>
        <ChooseEntry
          view={view}
          entryId={entryId}
          onEntry={setEntryId}
          priorityId={priorityId}
          onPriority={setPriorityId}
        />
      </section>
      <section aria-labelledby="note">
        <h2 id="note">2. The note</h2>
        <NoteField
          note={note}
          onNote={(next) => {
            setNote(next);
            setMissing(false);
          }}
          person={
            plan?.askedPerson ??
            (view.account.kind === 'known' ? view.account.accountManager : null)
          }
          dueAt={plan?.dueAt ?? null}
          error={
            missing
              ? 'Say what you need. It is the first thing they read.'
              : problem?.field === 'note'
                ? problem.message
                : null
          }
        />
      </section>
      <section aria-labelledby="what-will-happen" aria-busy={planned.reading}>
        <h2 id="what-will-happen">3. What will happen</h2>
        {planned.problem && (
          <ProblemMessage problem={planned.problem} onTryAgain={planned.tryAgain} />
        )}
        {entryId === null && (
          <p className="subtle">Choose what it is for, and the steps appear here.</p>
        )}
        {entryId !== null && plan === null && planned.problem === null && (
          <Skeleton lines={[70, 60, 50, 60, 40]} label="Reading what will happen" />
        )}
        {plan && (
          <div className={planned.reading ? 'stack reading' : 'stack'}>
            <PlanSteps plan={plan} />
            <Warnings warnings={plan.warnings} />
            <NextUp steps={plan.next} whole />
          </div>
        )}
      </section>
      {/* The buttons stay in sight, and so does what is wrong when they are pressed. */}
      <footer className="dialog-foot">
        {problem && problem.field !== 'note' && <ProblemMessage problem={problem} />}
        <div className="dialog-buttons">
          <Button appearance="subtle" onClick={() => void frame.close()}>
            Cancel
          </Button>
          <Button type="submit" appearance="primary" isLoading={busy} isDisabled={plan === null}>
            Request response
          </Button>
        </div>
      </footer>
    </form>
  );
}
