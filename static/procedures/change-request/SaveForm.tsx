import { type ReactNode } from 'react';
import type { Permission } from '../../../src/contract/action';
import { FormFrame } from '../../shared/FormFrame';
import { Notice } from '../../shared/Notice';
import type { PageProblem } from '../../shared/problem';
import type { Save } from './use-save';

interface Props {
  readonly label: string;
  readonly permission: Permission;
  readonly saving: Save;
  /** Null also when it is shown at its field. */
  readonly problem: PageProblem | null;
  readonly said: string;
  /** Of the button; "Save" unless told. */
  readonly submit?: string;
  readonly ready?: () => boolean;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** A form of one part of the documents: it says which approvals would end before it saves. */
export function SaveForm({
  label,
  permission,
  saving,
  problem,
  said,
  submit = 'Save',
  ready = () => true,
  onClose,
  children,
}: Props) {
  const { warning } = saving;
  const send = async (): Promise<void> => {
    if (ready() && (await saving.save(said))) onClose();
  };
  return (
    <FormFrame
      label={label}
      submit={warning === null ? submit : 'Save, and ask again'}
      permission={permission}
      busy={saving.busy}
      problem={problem}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      {children}
      {warning !== null && (
        <Notice appearance="warning" title="This has to be asked again">
          <ul className="plain-list">
            {warning.reopens.map(({ gate, number, title, changes }) => (
              <li key={gate}>
                <span className="strong">
                  {title} (gate {number})
                </span>{' '}
                has to be asked again:{' '}
                {changes
                  .filter(({ reopens }) => reopens)
                  .map(({ text }) => text)
                  .join(', ')}
                .
              </li>
            ))}
            {warning.withdraws.map(({ gate, title }) => (
              <li key={gate}>
                <span className="strong">{title}</span> is being decided now: the question is
                withdrawn.
              </li>
            ))}
          </ul>
          {warning.cost !== null && <p>The cost is {warning.cost.total} then.</p>}
        </Notice>
      )}
    </FormFrame>
  );
}
