import { useState } from 'react';
import { ListingFields, type ListingDraft, newListing, whatIsMissing } from '../ListingFields';
import { callKeyAccounts } from './call';
import { FormFrame } from '../../../shared/FormFrame';
import { ProblemMessage } from '../../../shared/ProblemMessage';
import { Skeleton } from '../../../shared/Skeleton';
import { tellDone } from '../../../shared/tell';
import { useAnswer } from './use-answer';
import { useWrite } from '../../../shared/use-write';
import { usePage } from './page-context';

/** Opens the ticket by which an account comes onto the list, or leaves it. */
export function ListingRequest({ onClose }: { onClose: () => void }) {
  const { view, read } = usePage();
  const [draft, setDraft] = useState<ListingDraft>(() => newListing(view.today));
  const [asked, setAsked] = useState(false);
  const choices = useAnswer(() => callKeyAccounts('listing.choices', {}), 'choices');
  const { busy, problem, run } = useWrite<{ readonly key: string; readonly decided: boolean }>(
    (opened) => {
      tellDone(
        opened.decided
          ? `${opened.key}: the list is changed.`
          : `${opened.key} is opened, and the keeper of the list is told.`,
      );
    },
  );
  const missing = whatIsMissing(draft);
  const submit = async (): Promise<void> => {
    setAsked(true);
    if (Object.keys(missing).length > 0) return;
    const { cid, change, reason, note, effective, rhythm } = draft;
    if (
      !(await run(() =>
        callKeyAccounts('key-account.request-listing', {
          cid,
          change,
          reason,
          note: note.trim(),
          effective: effective === '' ? null : effective,
          ...(change === 'add' && rhythm !== null ? { rhythm } : {}),
        }),
      ))
    )
      return;
    read();
    onClose();
  };
  if (choices.problem !== null) return <ProblemMessage problem={choices.problem} />;
  if (choices.value === null) return <Skeleton lines={[40, 80]} label="Reading the accounts" />;
  const known =
    problem?.field !== undefined && ['cid', 'note', 'effective'].includes(problem.field);
  return (
    <FormFrame
      label="Ask for a change of the list"
      submit="Ask"
      permission={{ allowed: true }}
      busy={busy}
      problem={known ? null : problem}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <ListingFields
        draft={draft}
        onChange={setDraft}
        choices={choices.value}
        errors={asked ? missing : {}}
        problem={problem}
      />
    </FormFrame>
  );
}
