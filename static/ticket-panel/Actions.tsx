import Button from '@atlaskit/button/new';
import { useId, useRef, useState } from 'react';
import type { Permission } from '../../src/procedures/account-manager/contract/panel';
import { useSaid } from '../shared/use-said';
import { Why } from '../shared/Why';
import { ActionForm } from './ActionForm';
import { actionsFor, type FormAction, labelOf, primaryOf } from './action-words';
import { focusOr } from './focus';
import { usePanel } from './panel-context';
import { useRequestDialog } from './use-request-dialog';

/** What the viewer may do now, as buttons; what they may not, with the reason. */
export function Actions() {
  const { view } = usePanel();
  const [open, setOpen] = useState<FormAction | null>(null);
  const opener = useRef<HTMLButtonElement | null>(null);
  const requestResponse = useRequestDialog();
  const formId = useId();

  const actions = actionsFor(view);
  const allowed = actions.filter((action) => view.actions[action].allowed);
  const declined = actions.filter((action) => !view.actions[action].allowed);
  const primary = primaryOf(view);

  const close = (): void => {
    setOpen(null);
    focusOr(opener.current);
  };
  const press = (action: FormAction | 'request-response', button: HTMLButtonElement): void => {
    opener.current = button;
    if (action === 'request-response') void requestResponse.open();
    else setOpen(open === action ? null : action);
  };

  return (
    <section aria-label="Actions" className="stack">
      {allowed.length > 0 && (
        <div className="buttons">
          {allowed.map((action) => (
            <Button
              key={action}
              appearance={action === primary && open === null ? 'primary' : 'default'}
              {...(action === 'request-response'
                ? { 'aria-haspopup': 'dialog' as const }
                : { 'aria-expanded': open === action, 'aria-controls': formId })}
              onClick={(event) => press(action, event.currentTarget)}
            >
              {labelOf[action]}
            </Button>
          ))}
        </div>
      )}
      {/* A form stays open with its text when a refresh takes the permission away: the text is the viewer's. */}
      <div id={formId}>
        {open !== null && <ActionForm key={open} action={open} onClose={close} />}
      </div>
      {requestResponse.problem}
      {declined.length > 0 && (
        <div className="declined">
          {declined.map((action) => (
            <DeclinedAction
              key={action}
              label={labelOf[action]}
              permission={view.actions[action]}
            />
          ))}
        </div>
      )}
    </section>
  );
}

function DeclinedAction({ label, permission }: { label: string; permission: Permission }) {
  const id = useId();
  const said = useSaid();
  if (permission.allowed) return null;
  return (
    <Why why={permission.why} question="Why not?" about={label}>
      <Button isDisabled spacing="compact" aria-describedby={id}>
        {label}
      </Button>
      <span id={id} className="for-screen-readers">
        {said(permission.why.text)}
      </span>
    </Why>
  );
}
