import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { Notice } from '../shared/Notice';
import { ProblemMessage } from '../shared/ProblemMessage';
import { refreshTicket, tellDone } from '../shared/tell';
import { useWrite } from '../shared/use-write';
import { callPanel } from './call';
import { focusOr } from './focus';
import { PromiseDate } from './PromiseDate';
import { usePanel } from './panel-context';

/** Somebody asked has written that they will look into it (A19), or has edited an earlier comment: was that the answer? */
export function PromiseSaid() {
  const { view, show } = usePanel();
  const { busy, problem, run } = useWrite(show);
  const [isDating, setDating] = useState(false);
  const said = view.ask?.promiseSaid;
  if (!said) return null;
  const count = async (): Promise<void> => {
    const done = await run(() =>
      callPanel('account-manager.count-as-answer', { expectedRevision: view.revision }),
    );
    if (!done) return;
    focusOr(null);
    tellDone('Counted as the answer.');
    await refreshTicket();
  };
  return (
    <Notice
      appearance="information"
      title={
        said.edited
          ? `${said.by.name} edited an earlier comment`
          : `${said.by.name} will look into it`
      }
    >
      <div className="stack">
        <blockquote className="note">{said.text}</blockquote>
        {isDating ? (
          <PromiseDate onClose={() => setDating(false)} />
        ) : (
          <div className="buttons">
            {view.actions.promise.allowed && said.edited === undefined && (
              <Button onClick={() => setDating(true)}>Set a date</Button>
            )}
            {view.actions['count-as-answer'].allowed && (
              <Button appearance="subtle" isLoading={busy} onClick={() => void count()}>
                Count it as the answer
              </Button>
            )}
          </div>
        )}
        {problem && <ProblemMessage problem={problem} />}
      </div>
    </Notice>
  );
}
