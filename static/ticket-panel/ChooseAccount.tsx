import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { callPanel } from '../shared/call';
import { ProblemMessage } from '../shared/ProblemMessage';
import { tellDone } from '../shared/tell';
import { useWrite } from '../shared/use-write';
import { Why } from '../shared/Why';
import { usePanel } from './panel-context';

/** The agent says which account it is (A12); the app never guesses. */
export function ChooseAccount({ choices }: { choices: readonly { readonly cid: string; readonly name: string }[] }) {
  const { view, show } = usePanel();
  const { busy, problem, run } = useWrite(show);
  const [cid, setCid] = useState<string | null>(null);
  const permission = view.actions['choose-account'];
  const chosen = choices.find((one) => one.cid === cid);
  const choose = async (): Promise<void> => {
    if (!chosen) return;
    const done = await run(() => callPanel('account.choose', { cid: chosen.cid, expectedRevision: view.revision }));
    if (done) tellDone(`This ticket belongs to ${chosen.name}.`);
  };
  if (!permission.allowed) {
    return (
      <Why why={permission.why} question="Why not?" about="can I not choose">
        <span className="small subtle">{choices.map(({ name }) => name).join(' or ')}</span>
      </Why>
    );
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void choose();
      }}
    >
      <fieldset className="choices">
        <legend className="for-screen-readers">Which account?</legend>
        {choices.map((one) => (
          <label key={one.cid} className="choice">
            <input type="radio" name="account" value={one.cid} checked={cid === one.cid} onChange={() => setCid(one.cid)} />
            <span>
              {one.name} <span className="subtle">({one.cid})</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div>
        <Button type="submit" isDisabled={!chosen} isLoading={busy}>
          Choose account
        </Button>
      </div>
      {problem && <ProblemMessage problem={problem} />}
    </form>
  );
}
