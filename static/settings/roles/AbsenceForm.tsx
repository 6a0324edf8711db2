import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import { useState } from 'react';
import type { AbsencesView, AbsenceView } from '../../../src/contract/absences';
import type { PersonView } from '../../../src/contract/why';
import { AbsenceFields, type AbsenceDraft, absenceOf, draftOf } from '../../shared/AbsenceFields';
import { callSettings } from '../call';
import { Field } from '../../shared/Field';
import { FormFrame } from '../../shared/FormFrame';
import { tellDone } from '../../shared/tell';
import { useWrite } from '../../shared/use-write';
import { useViewer } from '../../shared/viewer';
import { PersonPicker } from '../accounts/Picker';

interface Props {
  readonly view: AbsencesView;
  readonly person: PersonView;
  readonly calendar: string | null;
  readonly absence: AbsenceView | null;
  readonly show: (view: AbsencesView) => void;
  readonly onClose: () => void;
}

/** Absence and calendar of one person, in force at once. */
export function AbsenceForm({ view, person, calendar, absence, show, onClose }: Props) {
  const { timeZone } = useViewer();
  const current = absence === null || absence.state === 'over' ? null : absence;
  const [isAway, setAway] = useState(current !== null);
  const [draft, setDraft] = useState<AbsenceDraft>(() => draftOf(current, view.now, timeZone));
  const [chosen, setChosen] = useState(calendar);
  const [missing, setMissing] = useState(false);
  const { busy, problem, run } = useWrite(show);
  const calendars = [
    { value: '', label: 'Calendar of the queue' },
    ...view.calendars.map(({ key, name }) => ({ value: key, label: name })),
  ];
  const save = async (away: boolean): Promise<void> => {
    const wanted = away ? absenceOf(draft, timeZone) : null;
    setMissing(away && wanted === null);
    if (away && wanted === null) return;
    if (
      !(await run(() =>
        callSettings('absences.set', {
          person: person.accountId,
          absence: wanted,
          calendar: chosen,
        }),
      ))
    )
      return;
    onClose();
    tellDone(
      wanted === null
        ? `${person.name}: saved.`
        : `${person.name}: ${draft.delegate?.name ?? ''} stands in.`,
    );
  };
  return (
    <FormFrame
      label={`Absence and calendar of ${person.name}`}
      submit="Save"
      permission={{ allowed: true }}
      busy={busy}
      problem={problem?.field?.startsWith('absence') === true ? null : problem}
      onSubmit={() => void save(isAway)}
      onClose={onClose}
    >
      <Field label="Works by" help="In whose hours this person’s response times run.">
        {({ id, isInvalid: _, ...field }) => (
          <Select
            {...field}
            inputId={id}
            menuPosition="fixed"
            options={calendars}
            value={calendars.find(({ value }) => value === (chosen ?? '')) ?? null}
            onChange={(option) =>
              setChosen(option === null || option.value === '' ? null : option.value)
            }
          />
        )}
      </Field>
      <label className="choice">
        <input
          type="checkbox"
          checked={isAway}
          onChange={(event) => setAway(event.currentTarget.checked)}
        />
        <span>{person.name} is away</span>
      </label>
      {isAway && (
        <AbsenceFields draft={draft} onChange={setDraft} missing={missing} problem={problem}>
          {(field) => (
            <PersonPicker
              field={field}
              value={
                draft.delegate === null
                  ? null
                  : { id: draft.delegate.accountId, name: draft.delegate.name }
              }
              onChange={(choice) =>
                setDraft({
                  ...draft,
                  delegate:
                    choice === null
                      ? null
                      : { accountId: choice.id, name: choice.name, active: true },
                })
              }
            />
          )}
        </AbsenceFields>
      )}
      {current !== null && (
        <div>
          <Button appearance="subtle" isDisabled={busy} onClick={() => void save(false)}>
            End this absence
          </Button>
        </div>
      )}
    </FormFrame>
  );
}
