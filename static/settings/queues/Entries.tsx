import Button, { IconButton } from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import ArrowDownIcon from '@atlaskit/icon/core/arrow-down';
import ArrowUpIcon from '@atlaskit/icon/core/arrow-up';
import { useState } from 'react';
import type { QueueChoices } from '../../../src/contract/settings-choices';
import type { EntryForm as Form, QueueForm } from '../../../src/contract/settings-form';
import { announce } from '../../shared/tell';
import { keyFor } from '../draft/key-for';
import { moved } from '../draft/moved';
import type { ProblemAt } from '../draft/problems-at';
import { EntryForm } from './EntryForm';

interface Props {
  readonly queue: QueueForm;
  readonly set: (queue: QueueForm) => void;
  readonly choices: QueueChoices;
  readonly at: ProblemAt;
}

const usual = { respondWithin: { default: 240 }, remindBefore: [] };

/** The individual SOPs of a queue, in the order in which they are looked through. */
export function Entries({ queue, set, choices, at }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  const { entries } = queue;
  const put = (place: number, entry: Form): void =>
    set({ ...queue, entries: entries.with(place, entry) });
  const add = (): void => {
    const id = keyFor(
      'new entry',
      entries.map((entry) => entry.id),
    );
    const entry: Form = {
      id,
      name: 'New entry',
      mode: 'tag',
      whoMayAsk: 'agents',
      requestTypes: [],
      general: false,
      priority: null,
      ladder: [
        { to: 'account-manager', ...usual },
        { to: 'regional-manager', ...usual },
        { to: 'fallback', ...usual },
      ],
    };
    // The last entry is for any request: what comes after it would never decide.
    set({ ...queue, entries: [entry, ...entries] });
    setOpen(id);
  };
  const move = (place: number, by: -1 | 1): void => {
    set({ ...queue, entries: moved(entries, place, by) });
    announce(`${entries[place]?.name ?? ''} is number ${place + by + 1} now.`);
  };
  return (
    <section className="entries-form" aria-labelledby="entries">
      <div className="settings-head">
        <h3 id="entries">SOP entries</h3>
        <Button spacing="compact" onClick={add}>
          Add an entry
        </Button>
      </div>
      <p className="subtle small">
        When nobody chose an entry, the first that applies to the request decides.
      </p>
      {at('entries') !== undefined && (
        <p className="field-error" role="alert">
          {at('entries')}
        </p>
      )}
      <ol className="settings-list">
        {entries.map((entry, place) => (
          <li key={entry.id} className="sop-entry">
            <div className="sop-entry-line">
              <Button
                spacing="compact"
                appearance="subtle"
                aria-expanded={open === entry.id}
                onClick={() => setOpen(open === entry.id ? null : entry.id)}
              >
                {entry.name || 'Without a name'}
              </Button>
              {entry.mode === 'tag' ? (
                <Lozenge appearance="inprogress">Asked</Lozenge>
              ) : (
                <Lozenge>Watcher only</Lozenge>
              )}
              {at(`entries[${place}]`, true) !== undefined && (
                <Lozenge appearance="removed">To correct</Lozenge>
              )}
              <span className="people-buttons">
                <IconButton
                  spacing="compact"
                  appearance="subtle"
                  icon={ArrowUpIcon}
                  label={`Move ${entry.name} up`}
                  isDisabled={place === 0}
                  onClick={() => move(place, -1)}
                />
                <IconButton
                  spacing="compact"
                  appearance="subtle"
                  icon={ArrowDownIcon}
                  label={`Move ${entry.name} down`}
                  isDisabled={place === entries.length - 1}
                  onClick={() => move(place, 1)}
                />
              </span>
            </div>
            {open === entry.id && (
              <EntryForm
                entry={entry}
                set={(changed) => put(place, changed)}
                choices={choices}
                at={(path, deep) => at(`entries[${place}].${path}`, deep)}
                onRemove={() =>
                  set({ ...queue, entries: entries.filter((_, one) => one !== place) })
                }
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
