import Button, { IconButton } from '@atlaskit/button/new';
import ArrowDownIcon from '@atlaskit/icon/core/arrow-down';
import ArrowUpIcon from '@atlaskit/icon/core/arrow-up';
import CloseIcon from '@atlaskit/icon/core/close';
import { useRef, useState } from 'react';
import type { DraftView, SettingsEdit } from '../../../src/contract/versions';
import type { PersonView } from '../../../src/contract/why';
import { Field } from '../../shared/Field';
import { Person } from '../../shared/Person';
import { announce } from '../../shared/tell';
import { PersonPicker } from '../accounts/Picker';
import { moved } from '../draft/moved';
import { SaveRow } from '../draft/SaveRow';
import { useUnsaved } from '../draft/unsaved';
import type { SettingsDraftPage } from '../draft/use-settings-draft';

interface Props {
  readonly slot: string;
  readonly title: string;
  readonly help: string | null;
  /** Account ids. */
  readonly saved: readonly string[];
  readonly edit: (value: readonly string[]) => SettingsEdit;
  readonly error: string | undefined;
  readonly draft: DraftView;
  readonly page: SettingsDraftPage;
}

/** People of a role, in the order in which they are asked. */
export function PeopleInOrder({ slot, title, help, saved, edit, error, draft, page }: Props) {
  const editing = useUnsaved(slot, `“${title}”`, saved);
  const { value: people, set, isChanged } = editing;
  const [found, setFound] = useState<readonly PersonView[]>([]);
  const [adding, setAdding] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const personOf = (accountId: string): PersonView =>
    [...found, ...draft.people].find((one) => one.accountId === accountId) ?? {
      accountId,
      name: 'Somebody who was not found',
      active: true,
    };
  const move = (place: number, by: -1 | 1): void => {
    set(moved(people, place, by));
    announce(`${personOf(people[place] ?? '').name} is number ${place + by + 1} now.`);
    // The button moves with its person; where it is the last way to go there, the other one takes the focus.
    setTimeout(() => {
      const row = list.current?.children[place + by];
      const wanted = row?.querySelectorAll<HTMLButtonElement>('button')[by === -1 ? 0 : 1];
      (wanted?.disabled === true
        ? row?.querySelector<HTMLButtonElement>('button:not([disabled])')
        : wanted
      )?.focus();
    });
  };
  const save = async (): Promise<void> => {
    if (await page.save(edit(people), `${title}: saved to the draft.`)) editing.reset();
  };
  return (
    <section className="settings-form people-form" aria-label={title}>
      <div className="settings-head">
        <h3>
          {title}
          {people.length === 0 && <span className="subtle people-none"> nobody</span>}
        </h3>
        {!adding && (
          <Button
            spacing="compact"
            onClick={() => setAdding(true)}
            aria-label={`Add somebody: ${title}`}
          >
            Add
          </Button>
        )}
      </div>
      {help !== null && <p className="subtle small">{help}</p>}
      {people.length > 0 && (
        <ol className="people-in-order" ref={list}>
          {people.map((accountId, place) => {
            const person = personOf(accountId);
            return (
              <li key={accountId}>
                <span className="people-place" aria-hidden="true">
                  {place + 1}
                </span>
                <Person person={person} />
                <span className="people-buttons">
                  <IconButton
                    spacing="compact"
                    appearance="subtle"
                    icon={ArrowUpIcon}
                    label={`Move ${person.name} up`}
                    isDisabled={place === 0}
                    onClick={() => move(place, -1)}
                  />
                  <IconButton
                    spacing="compact"
                    appearance="subtle"
                    icon={ArrowDownIcon}
                    label={`Move ${person.name} down`}
                    isDisabled={place === people.length - 1}
                    onClick={() => move(place, 1)}
                  />
                  <IconButton
                    spacing="compact"
                    appearance="subtle"
                    icon={CloseIcon}
                    label={`Remove ${person.name}`}
                    onClick={() => set(people.filter((one) => one !== accountId))}
                  />
                </span>
              </li>
            );
          })}
        </ol>
      )}
      {adding && (
        <Field label={`Add to “${title}”`}>
          {(field) => (
            <PersonPicker
              field={field}
              value={null}
              onChange={(choice) => {
                if (choice === null) return;
                setFound((before) => [
                  ...before,
                  { accountId: choice.id, name: choice.name, active: true },
                ]);
                if (!people.includes(choice.id)) set([...people, choice.id]);
                setAdding(false);
              }}
            />
          )}
        </Field>
      )}
      {error !== undefined && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      {isChanged && <SaveRow editing={editing} busy={page.busy} onSave={() => void save()} />}
    </section>
  );
}
