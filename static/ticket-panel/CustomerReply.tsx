import Button from '@atlaskit/button/new';
import { Notice } from '../shared/Notice';
import { callPanel } from './call';
import { useNow } from '../shared/clock';
import { Moment } from '../shared/Moment';
import { ProblemMessage } from '../shared/ProblemMessage';
import { refreshTicket, tellDone } from '../shared/tell';
import { spellAgo } from '../shared/time';
import { useWrite } from '../shared/use-write';
import { Why } from '../shared/Why';
import { focusOr } from './focus';
import { usePanel } from './panel-context';

/** While the customer has replied and the answer is still awaited (AM-25): the agent decides what their words need. */
export function CustomerReply() {
  const { view, show } = usePanel();
  const { busy, problem, run } = useWrite(show);
  const now = useNow();
  const reply = view.ask?.customerReply;
  if (!view.ask || !reply) return null;
  const permission = view.actions['put-back'];
  const putBack = async (): Promise<void> => {
    if (
      await run(() => callPanel('account-manager.put-back', { expectedRevision: view.revision }))
    ) {
      focusOr(null);
      tellDone('Put back. The response is still awaited.');
      await refreshTicket();
    }
  };
  return (
    <Notice appearance="warning" title={`The customer replied ${spellAgo(reply.at, now)}`}>
      <div className="stack">
        <p>
          Answer them in a public comment, or put the ticket back.
          {reply.putBackAt !== null && (
            <>
              {' '}
              Untouched, it goes back by itself <Moment at={reply.putBackAt} />.
            </>
          )}
        </p>
        {permission.allowed ? (
          <div>
            <Button isLoading={busy} onClick={() => void putBack()}>
              No reply needed, put back
            </Button>
          </div>
        ) : (
          <Why why={permission.why} question="Why not?" about="can I not put it back">
            <span className="subtle">Only agents put it back.</span>
          </Why>
        )}
        {problem && <ProblemMessage problem={problem} />}
      </div>
    </Notice>
  );
}
