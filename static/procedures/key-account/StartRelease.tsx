import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { callKeyAccount } from './call';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { WordsForm } from '../../shared/WordsForm';
import { People } from './People';
import { useKeyAccount } from './panel-context';
import { useStep } from './use-step';

/** Starts the documentation of a release: for which account, where the ticket does not say, and who wrote the code. */
export function StartRelease() {
  const { view } = useKeyAccount();
  const { busy, problem, step } = useStep();
  const [open, setOpen] = useState(false);
  const [cid, setCid] = useState('');
  const [authors, setAuthors] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState(false);
  const choosing = view.account === null;
  const missing =
    choosing && cid === '' ? 'Choose the key account that this release is for.' : undefined;
  const expected = view.expects === 'release';
  if (!open) {
    return (
      <section className="stack">
        <h2 className="section">Release</h2>
        <p className="subtle">
          {expected
            ? 'Every release for a key account is documented: reviewed, witnessed and monitored.'
            : 'If this ticket is a release, document it here: reviewed, witnessed and monitored.'}
        </p>
        {view.undocumented && <NoRelease />}
        <div className="buttons">
          <Button appearance={expected ? 'primary' : 'default'} onClick={() => setOpen(true)}>
            Start release documentation
          </Button>
        </div>
      </section>
    );
  }
  const submit = (): void => {
    setAsked(true);
    if (missing !== undefined) return;
    void step(
      (expectedRevision) =>
        callKeyAccount('key-account.start-release', {
          cid: choosing ? cid : null,
          authors,
          expectedRevision,
        }),
      'Started.',
    );
  };
  const atField = problem?.field === 'cid';
  return (
    <FormFrame
      label="Start release documentation"
      submit="Start"
      permission={{ allowed: true }}
      busy={busy}
      problem={atField ? null : problem}
      onSubmit={submit}
      onClose={() => setOpen(false)}
    >
      {choosing && (
        <Field
          label="Key account"
          required
          error={asked && missing !== undefined ? missing : atField ? problem.message : undefined}
        >
          {({ isInvalid: _, ...field }) => (
            <select
              {...field}
              className="plain-select"
              value={cid}
              onChange={(event) => setCid(event.currentTarget.value)}
            >
              <option value="">Choose an account</option>
              {view.choices
                .filter(({ key }) => key)
                .map((account) => (
                  <option key={account.cid} value={account.cid}>
                    {account.name} ({account.cid})
                  </option>
                ))}
            </select>
          )}
        </Field>
      )}
      <People
        label="Who wrote the code?"
        help="They neither review nor witness it, and nor does whoever enters it. It can be entered later."
        people={view.people}
        chosen={authors}
        onChange={setAuthors}
      />
    </FormFrame>
  );
}

/** KA-08: a ticket of a release that is none to a key account says so, and does not end in silence. */
function NoRelease() {
  const { issueId } = useKeyAccount();
  const { busy, problem, step } = useStep();
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <div className="buttons">
        <Button spacing="compact" appearance="subtle" onClick={() => setOpen(true)}>
          No release to a key account
        </Button>
      </div>
    );
  return (
    <WordsForm
      name="No release to a key account"
      draft={`${issueId} no release`}
      label="Why is nothing documented here?"
      help="Such as: the release is for another customer, or was given up."
      submit="Say so"
      missing="Say why."
      field="reason"
      rows={2}
      permission={{ allowed: true }}
      busy={busy}
      problem={problem}
      onSend={(reason) =>
        step(
          (expectedRevision) =>
            callKeyAccount('key-account.no-release', { reason, expectedRevision }),
          'Said.',
        )
      }
      onClose={() => setOpen(false)}
    />
  );
}
