import Button from '@atlaskit/button/new';
import TextField from '@atlaskit/textfield';
import { useState } from 'react';
import { callPanel } from './call';
import { Field } from '../shared/Field';
import { ProblemMessage } from '../shared/ProblemMessage';
import { tellDone } from '../shared/tell';
import { useWrite } from '../shared/use-write';
import { usePanel } from './panel-context';

/** For a ticket whose organizations say nothing: the agent names the account (A12). */
export function NameAccount() {
  const { view, show } = usePanel();
  const { busy, problem, run } = useWrite(show);
  const [cid, setCid] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = async (): Promise<void> => {
    setMissing(cid.trim() === '');
    if (cid.trim() === '') return;
    if (
      await run(() =>
        callPanel('account-manager.choose-account', {
          cid: cid.trim(),
          expectedRevision: view.revision,
        }),
      )
    )
      tellDone('Account chosen.');
  };
  const atField = problem?.field === 'cid';
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field
        label="CID"
        error={missing ? 'Write the CID of the account.' : atField ? problem.message : undefined}
      >
        {(field) => (
          <TextField
            {...field}
            isCompact
            autoComplete="off"
            value={cid}
            onChange={(event) => {
              setCid(event.currentTarget.value);
              setMissing(false);
            }}
          />
        )}
      </Field>
      <div>
        <Button type="submit" isLoading={busy}>
          Choose account
        </Button>
      </div>
      {problem && !atField && <ProblemMessage problem={problem} />}
    </form>
  );
}
