import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';
import type { FollowUpsView } from '../../../src/procedures/access-request/contract/panel';
import type { HistoryEntry } from '../../../src/contract/ticket';
import { callFollowUps } from './call';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { refreshTicket, tellDone } from '../../shared/tell';
import { useWrite } from '../../shared/use-write';
import { useFollowUps } from './panel-context';

/** Raises the request that is shown above it, and no other. */
export function Raise({
  cid,
  customer,
  seal,
  onRaised,
}: {
  cid: string;
  customer: string;
  seal: string;
  onRaised: (fresh: FollowUpsView) => void;
}) {
  const { view, show } = useFollowUps();
  const isRaised = useRef(false);
  const [refused, setRefused] = useState<HistoryEntry | null>(null);
  const { busy, problem, run } = useWrite<FollowUpsView>((fresh, stale) => {
    const raised = fresh.rows.some(
      (one) => one.cid === cid && one.state !== 'not-sent' && one.state !== 'not-functional',
    );
    // Jira would not have it: the row is back where it was, and the journal's latest entry says why.
    setRefused(
      raised || stale !== null
        ? null
        : (fresh.history.find(({ kind }) => kind === 'failed') ?? null),
    );
    if (raised) onRaised(fresh);
    else show(fresh);
    isRaised.current = raised;
  });
  const raise = async (): Promise<void> => {
    if (
      !(await run(() =>
        callFollowUps('access-request.raise', { cid, seal, expectedRevision: view.revision }),
      )) ||
      !isRaised.current
    )
      return;
    tellDone(`${customer}: the request is on its way.`);
    await refreshTicket();
  };
  return (
    <div className="stack">
      <div>
        <Button spacing="compact" isLoading={busy} onClick={() => void raise()}>
          Raise request
          <span className="for-screen-readers"> for {customer}</span>
        </Button>
      </div>
      {problem && <ProblemMessage problem={problem} />}
      {refused && (
        <ProblemMessage
          problem={{
            code: 'misconfigured',
            message: refused.text,
            ...(refused.why === null ? {} : { why: refused.why }),
          }}
        />
      )}
    </div>
  );
}
