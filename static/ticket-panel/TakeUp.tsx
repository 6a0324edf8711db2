import Button from '@atlaskit/button/new';
import { ProblemMessage } from '../shared/ProblemMessage';
import { refreshTicket, tellDone } from '../shared/tell';
import { useWrite } from '../shared/use-write';
import { callPanel } from './call';
import { focusOr } from './focus';
import { usePanel } from './panel-context';

/** A request ended with its ticket, which is open again (AM-13). */
export function TakeUp() {
  const { view, show } = usePanel();
  const { busy, problem, run } = useWrite(show);
  if (!view.actions['take-up'].allowed) return null;
  const takeUp = async (): Promise<void> => {
    const send = () => callPanel('account-manager.take-up', { expectedRevision: view.revision });
    if (!(await run(send))) return;
    focusOr(null);
    tellDone('The request is open again.');
    await refreshTicket();
  };
  return (
    <div className="stack">
      <p className="small">A request was open when this ticket was resolved.</p>
      <div>
        <Button isLoading={busy} onClick={() => void takeUp()}>
          {view.actions['take-up'].title}
        </Button>
      </div>
      {problem && <ProblemMessage problem={problem} />}
    </div>
  );
}
