import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { callKeyAccount } from './call';
import { ListingFields, type ListingDraft, newListing, whatIsMissing } from './ListingFields';
import { useKeyAccount } from './panel-context';
import { useStep } from './use-step';
import { FormFrame } from '../../shared/FormFrame';

/** Asks to put an account on the list of key accounts, or to take it off. */
export function ListingForm() {
  const { view } = useKeyAccount();
  const { busy, problem, step } = useStep();
  const [draft, setDraft] = useState<ListingDraft>(() => newListing(view.today));
  const [asked, setAsked] = useState(false);
  const [open, setOpen] = useState(false);
  const missing = whatIsMissing(draft);
  if (!open) {
    return (
      <section className="stack">
        <h2 className="headline">The list of key accounts</h2>
        <p className="subtle">
          An account comes onto the list, or leaves it, by a request with its reason. The role that
          keeps the list accepts or declines.
        </p>
        <div className="buttons">
          <Button appearance="primary" onClick={() => setOpen(true)}>
            Ask for a change
          </Button>
        </div>
      </section>
    );
  }
  const submit = (): void => {
    setAsked(true);
    if (Object.keys(missing).length > 0) return;
    const { cid, change, reason, note, effective, rhythm } = draft;
    void step(
      (expectedRevision) =>
        callKeyAccount('key-account.propose-listing', {
          cid,
          change,
          reason,
          note: note.trim(),
          effective: effective === '' ? null : effective,
          ...(change === 'add' && rhythm !== null ? { rhythm } : {}),
          expectedRevision,
        }),
      'Asked.',
    );
  };
  const known =
    problem?.field !== undefined && ['cid', 'note', 'effective'].includes(problem.field);
  return (
    <FormFrame
      label="Ask for a change of the list"
      submit="Ask"
      permission={{ allowed: true }}
      busy={busy}
      problem={known ? null : problem}
      onSubmit={submit}
      onClose={() => setOpen(false)}
    >
      <ListingFields
        draft={draft}
        onChange={setDraft}
        choices={view.choices}
        errors={asked ? missing : {}}
        problem={problem}
      />
    </FormFrame>
  );
}
