import { callPanel } from './call';
import { PromiseFields } from '../shared/PromiseFields';
import { refreshTicket, tellDone } from '../shared/tell';
import { usePromise } from '../shared/use-promise';
import { useWrite } from '../shared/use-write';
import { FormFrame } from '../shared/FormFrame';
import { usePanel } from './panel-context';

/** The person asked says by when; the request stays open. */
export function PromiseDate({ onClose }: { onClose: () => void }) {
  const { issueId, view, show } = usePanel();
  const promise = usePromise(`${issueId} promise`);
  const { busy, problem, run } = useWrite(show);

  const submit = async (): Promise<void> => {
    const said = promise.say();
    if (said === null) return;
    if (
      !(await run(() =>
        callPanel('account-manager.promise', { ...said, expectedRevision: view.revision }),
      ))
    )
      return;
    promise.forget();
    onClose();
    tellDone('Date promised. The request stays open until you answer.');
    await refreshTicket();
  };
  return (
    <FormFrame
      label="Promise a date"
      submit="Promise"
      permission={view.actions.promise}
      busy={busy}
      problem={problem?.field === 'by' ? null : problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <PromiseFields promise={promise} problem={problem} />
    </FormFrame>
  );
}
