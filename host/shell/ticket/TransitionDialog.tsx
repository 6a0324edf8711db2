import Button from '@atlaskit/button/new';
import ModalDialog, {
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
} from '@atlaskit/modal-dialog';
import Select from '@atlaskit/select';
import { useState } from 'react';
import { type Ticket, type Transition } from '../data/wire';

interface Props {
  readonly ticket: Ticket;
  readonly transition: Transition;
  readonly onMove: (fields: Readonly<Record<string, unknown>>) => void;
  readonly onCancel: () => void;
}

/** The screen of a transition: its fields with a fixed choice, such as the resolution. */
export function TransitionDialog({ ticket, transition, onMove, onCancel }: Props) {
  const choices = Object.entries(transition.fields ?? {}).filter(
    ([, meta]) => (meta.allowedValues ?? []).length > 0,
  );
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(choices.map(([id, meta]) => [id, meta.allowedValues?.[0]?.id ?? ''])),
  );
  const fields = Object.fromEntries(
    Object.entries(chosen).map(([id, value]) => [id, { id: value }]),
  );
  return (
    <ModalDialog width="small" onClose={onCancel}>
      <ModalHeader hasCloseButton>
        <ModalTitle>{transition.name}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <p className="subtle">
          {ticket.key} moves to {transition.to.name}.
        </p>
        {choices.map(([id, meta]) => {
          const options = (meta.allowedValues ?? []).map((value) => ({
            value: value.id,
            label: value.name,
          }));
          return (
            <div key={id} className="form-field">
              <label htmlFor={`transition-${id}`}>{meta.name}</label>
              <Select
                inputId={`transition-${id}`}
                options={options}
                value={options.find(({ value }) => value === chosen[id]) ?? null}
                onChange={(option) => option && setChosen({ ...chosen, [id]: option.value })}
                menuPosition="fixed"
              />
            </div>
          );
        })}
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onCancel}>
          Cancel
        </Button>
        <Button appearance="primary" onClick={() => onMove(fields)}>
          {transition.name}
        </Button>
      </ModalFooter>
    </ModalDialog>
  );
}
