import Button from '@atlaskit/button/new';
import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import { callPanel } from './call';
import { Field } from '../shared/Field';
import { ProblemMessage } from '../shared/ProblemMessage';
import { tellDone } from '../shared/tell';
import { useWrite } from '../shared/use-write';
import { Why } from '../shared/Why';
import { type AccountChoice, matchingAccounts, shownAtOnce } from './account-choices';
import { usePanel } from './panel-context';

/** The agent says which account it is (A12); the app never guesses. */
export function ChooseAccount({ choices }: { choices: readonly AccountChoice[] }) {
  const { view, show } = usePanel();
  const { busy, problem, run } = useWrite(show);
  const [cid, setCid] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const many = choices.length > shownAtOnce;
  const matching = matchingAccounts(choices, typed);
  const permission = view.actions['choose-account'];
  const chosen = choices.find((one) => one.cid === cid);
  const choose = async (): Promise<void> => {
    if (!chosen) return;
    const done = await run(() =>
      callPanel('account-manager.choose-account', {
        cid: chosen.cid,
        expectedRevision: view.revision,
      }),
    );
    if (done) tellDone(`This ticket belongs to ${chosen.name}.`);
  };
  if (!permission.allowed) {
    return (
      <Why why={permission.why} question="Why not?" about="can I not choose">
        <span className="small subtle">
          {many ? 'An agent chooses the account.' : choices.map(({ name }) => name).join(' or ')}
        </span>
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
      {many && (
        <Field label="Find the account by name or CID">
          {(field) => (
            <TextField
              {...field}
              isCompact
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      <fieldset className="choices">
        <legend className="for-screen-readers">Which account?</legend>
        {matching.slice(0, shownAtOnce).map((one) => (
          <label key={one.cid} className="choice">
            <input
              type="radio"
              name="account"
              value={one.cid}
              checked={cid === one.cid}
              onChange={() => setCid(one.cid)}
            />
            <span>
              {one.name} <span className="subtle">({one.cid})</span>
            </span>
          </label>
        ))}
      </fieldset>
      {matching.length > shownAtOnce && (
        <p className="subtle small">
          {matching.length - shownAtOnce} more. Write more of the name.
        </p>
      )}
      {matching.length === 0 && (
        <p className="subtle small">
          No account matches. An administrator can add it under Account Relay settings.
        </p>
      )}
      <div>
        <Button type="submit" isDisabled={!chosen} isLoading={busy}>
          Choose account
        </Button>
      </div>
      {problem && <ProblemMessage problem={problem} />}
    </form>
  );
}
