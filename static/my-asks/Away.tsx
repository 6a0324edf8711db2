import Button from '@atlaskit/button/new';
import { useEffect, useState } from 'react';
import type { AbsenceInput, OwnAbsenceView } from '../../src/contract/absences';
import { AbsenceFields, type AbsenceDraft, absenceOf, draftOf } from '../shared/AbsenceFields';
import { callMyAsks } from './call';
import { FormFrame } from '../shared/FormFrame';
import { Moment } from '../shared/Moment';
import { type PageProblem, problemOf } from '../shared/problem';
import { ProblemMessage } from '../shared/ProblemMessage';
import { Skeleton } from '../shared/Skeleton';
import { tellDone } from '../shared/tell';
import { useWrite } from '../shared/use-write';
import { useViewer } from '../shared/viewer';

/** @param onClose whether something was changed */
export default function Away({ onClose }: { onClose: (changed: boolean) => void }) {
  const [view, setView] = useState<OwnAbsenceView | null>(null);
  const [problem, setProblem] = useState<PageProblem | null>(null);
  useEffect(() => {
    callMyAsks('absence.get', {}).then(setView, (error: unknown) => setProblem(problemOf(error)));
  }, []);
  if (problem) return <ProblemMessage problem={problem} />;
  return view === null ? (
    <Skeleton lines={[40, 60, 60]} label="Reading your absence" />
  ) : (
    <AwayForm view={view} onClose={onClose} />
  );
}

/** The account manager's own absence: who stands in, and when (A14). */
function AwayForm({
  view,
  onClose,
}: {
  view: OwnAbsenceView;
  onClose: (changed: boolean) => void;
}) {
  const { timeZone } = useViewer();
  const current = view.absence === null || view.absence.state === 'over' ? null : view.absence;
  const [draft, setDraft] = useState<AbsenceDraft>(() => draftOf(current, view.now, timeZone));
  const [missing, setMissing] = useState(false);
  const { busy, problem, run } = useWrite<OwnAbsenceView>(() => undefined);
  const save = async (absence: AbsenceInput | null, said: string): Promise<void> => {
    if (!(await run(() => callMyAsks('absence.set', { absence })))) return;
    tellDone(said);
    onClose(true);
  };
  const submit = async (): Promise<void> => {
    const absence = absenceOf(draft, timeZone);
    setMissing(absence === null);
    if (absence !== null) await save(absence, `${draft.delegate?.name ?? ''} stands in for you.`);
  };
  return (
    <FormFrame
      label="Away"
      submit="Save"
      permission={{ allowed: true }}
      busy={busy}
      problem={problem?.field?.startsWith('absence') === true ? null : problem}
      onSubmit={() => void submit()}
      onClose={() => onClose(false)}
    >
      <p>
        While you are away, whoever stands in is asked in your place, and the ticket says so. What
        waits for you when you leave goes to them too, with the same due time, and stays with them.
      </p>
      {current?.conflicts.map((conflict) => (
        <p key={conflict} className="strong">
          {conflict}
        </p>
      ))}
      <AbsenceFields draft={draft} onChange={setDraft} missing={missing} problem={problem}>
        {({ isInvalid, ...field }) => (
          <select
            {...field}
            className="native-select"
            aria-invalid={isInvalid}
            value={draft.delegate?.accountId ?? ''}
            onChange={(event) =>
              setDraft({
                ...draft,
                delegate:
                  view.delegates.find(({ accountId }) => accountId === event.currentTarget.value) ??
                  null,
              })
            }
          >
            <option value="">Choose somebody</option>
            {view.delegates.map(({ accountId, name }) => (
              <option key={accountId} value={accountId}>
                {name}
              </option>
            ))}
          </select>
        )}
      </AbsenceFields>
      {current !== null && (
        <p>
          <Button
            appearance="subtle"
            isDisabled={busy}
            onClick={() => void save(null, 'You are here again.')}
          >
            {current.state === 'now' ? 'I am back' : 'I stay here'}
          </Button>{' '}
          <span className="subtle small">
            {current.state === 'now' ? 'Away until ' : 'Away from '}
            <Moment at={current.state === 'now' ? current.until : current.from} />.
          </span>
        </p>
      )}
    </FormFrame>
  );
}
