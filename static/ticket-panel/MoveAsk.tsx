import Button from '@atlaskit/button/new';
import { Notice } from '../shared/Notice';
import { ProblemMessage } from '../shared/ProblemMessage';
import { refreshTicket, tellDone } from '../shared/tell';
import { useWrite } from '../shared/use-write';
import { callPanel } from './call';
import { focusOr } from './focus';
import { usePanel } from './panel-context';

/** Field or organization mean somebody else than is asked (A17): an agent moves the request, or leaves it. */
export function MoveAsk() {
  const { view, show } = usePanel();
  const { busy, problem, run } = useWrite(show);
  if (view.ask === null || !view.actions.move.allowed) return null;
  const { account, field } = view.ask.elsewhere;
  const move = async (to: 'account' | 'field' | 'stay', done: string): Promise<void> => {
    const send = () => callPanel('account-manager.move', { to, expectedRevision: view.revision });
    if (!(await run(send))) return;
    focusOr(null);
    tellDone(done);
    await refreshTicket();
  };
  return (
    <Notice appearance="warning" title="Somebody else is meant by now">
      <div className="stack">
        <p>{view.ask.holder.name} is asked. The clock is kept when the request moves.</p>
        <div className="buttons">
          {account && (
            <Button
              isLoading={busy}
              onClick={() => void move('account', `The request moved to ${account.name}.`)}
            >
              Move to {account.accountManager.name} ({account.name})
            </Button>
          )}
          {field && (
            <Button
              isLoading={busy}
              onClick={() => void move('field', `The request moved to ${field.name}.`)}
            >
              Move to {field.name}
            </Button>
          )}
          <Button
            appearance="subtle"
            isLoading={busy}
            onClick={() => void move('stay', 'The request stays where it is.')}
          >
            Leave it
          </Button>
        </div>
        {problem && <ProblemMessage problem={problem} />}
      </div>
    </Notice>
  );
}
