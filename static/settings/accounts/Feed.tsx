import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import TextField from '@atlaskit/textfield';
import { useCallback, useState } from 'react';
import type { FeedEntry, FeedView } from '../../../src/contract/feed';
import { callSettings } from '../call';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { Moment } from '../../shared/Moment';
import { Notice } from '../../shared/Notice';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { Skeleton } from '../../shared/Skeleton';
import { announce } from '../../shared/tell';
import { useLive } from '../../shared/use-live';
import { useWrite } from '../../shared/use-write';

const load = (): Promise<FeedView> => callSettings('feed.get', {});
const liveliness = { every: () => 30_000, on: {} };
const appearance = {
  added: 'success',
  changed: 'inprogress',
  unchanged: 'default',
  refused: 'removed',
} as const;
const spoken: Readonly<Record<FeedEntry['outcome'], string>> = {
  added: 'Added',
  changed: 'Changed',
  unchanged: 'As it was',
  refused: 'Refused',
};

/** Where the system of record sends accounts, and what became of them. */
export function Feed({ onClose }: { onClose: () => void }) {
  const { received, problem, read } = useLive(load, liveliness);
  const view = received?.view ?? null;
  return (
    <section aria-labelledby="feed" className="stack">
      <h2 id="feed">Accounts from your system of record</h2>
      <p>
        Your CRM, or whatever moves data for you, sends accounts here when they change. Calls are
        signed with a secret; how is in the guide “Accounts from your system of record”.
      </p>
      {problem && <ProblemMessage problem={problem} onTryAgain={() => void read()} />}
      {view === null ? (
        problem === null && <Skeleton lines={[60, 40]} label="Reading the feed" />
      ) : (
        <Shown view={view} onChanged={() => void read()} />
      )}
      <div>
        <Button onClick={onClose}>Back to the accounts</Button>
      </div>
    </section>
  );
}

function Shown({ view, onChanged }: { view: FeedView; onChanged: () => void }) {
  const [secret, setSecret] = useState<string | null>(null);
  const [replacing, setReplacing] = useState(false);
  const { busy, problem, run } = useWrite<{ secret: string }>(({ secret: made }) =>
    setSecret(made),
  );
  const make = useCallback(async () => {
    if (await run(() => callSettings('feed.new-secret', {}))) {
      setReplacing(false);
      announce('A new secret is shown.');
      onChanged();
    }
  }, [run, onChanged]);
  return (
    <>
      <Field label="Address" help="POST, with X-Relay-Timestamp and X-Relay-Signature.">
        {({ isInvalid: _, ...field }) => <TextField {...field} isReadOnly value={view.url} />}
      </Field>
      {secret !== null && (
        <Notice appearance="success" title="The new secret">
          <p>Copy it now: it is not shown again.</p>
          <code className="secret">{secret}</code>
        </Notice>
      )}
      {problem && !replacing && <ProblemMessage problem={problem} />}
      {!view.hasSecret && (
        <div className="buttons">
          <Button isLoading={busy} appearance="primary" onClick={() => void make()}>
            Make a secret
          </Button>
          <span className="subtle">Until there is one, every call is refused.</span>
        </div>
      )}
      {view.hasSecret && !replacing && (
        <div>
          <Button onClick={() => setReplacing(true)}>New secret</Button>
        </div>
      )}
      {view.hasSecret && replacing && (
        <FormFrame
          label="New secret"
          submit="Make a new secret"
          permission={{ allowed: true }}
          busy={busy}
          problem={problem}
          onSubmit={() => void make()}
          onClose={() => setReplacing(false)}
        >
          <p>The secret of now is worth nothing from then on: calls signed with it are refused.</p>
        </FormFrame>
      )}
      <h3>What became of the records</h3>
      {view.entries.length === 0 ? (
        <p className="subtle">Nothing was sent yet.</p>
      ) : (
        <table className="feed">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Account</th>
              <th scope="col">Outcome</th>
            </tr>
          </thead>
          <tbody>
            {view.entries.map((entry, index) => (
              <tr key={index}>
                <td>
                  <Moment at={entry.at} />
                </td>
                <td>
                  {entry.cid} <span className="subtle">{entry.externalId}</span>
                </td>
                <td>
                  <Lozenge appearance={appearance[entry.outcome]}>{spoken[entry.outcome]}</Lozenge>{' '}
                  {entry.reason}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
