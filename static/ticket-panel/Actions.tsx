import Button from '@atlaskit/button/new';
import { useId, useRef, useState } from 'react';
import type { ActionView } from '../../src/contract/action';
import { useSaid } from '../shared/use-said';
import { Why } from '../shared/Why';
import { ActionForm } from './ActionForm';
import { actionsFor, type FormAction, primaryOf } from './action-words';
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
  const press = (action: FormAction | 'request', button: HTMLButtonElement): void => {
    opener.current = button;
    if (action === 'request') void requestResponse.open();
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
              {...(action === 'request'
                ? { 'aria-haspopup': 'dialog' as const }
                : { 'aria-expanded': open === action, 'aria-controls': formId })}
              onClick={(event) => press(action, event.currentTarget)}
            >
              {view.actions[action].title}
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
            <DeclinedAction key={action} action={view.actions[action]} />
          ))}
        </div>
      )}
    </section>
  );
}

function DeclinedAction({ action }: { action: ActionView }) {
  const id = useId();
  const said = useSaid();
  if (action.allowed) return null;
  return (
    <Why why={action.why} question="Why not?" about={action.title}>
      <Button isDisabled spacing="compact" aria-describedby={id}>
        {action.title}
      </Button>
      <span id={id} className="for-screen-readers">
        {said(action.why.text)}
      </span>
    </Why>
  );
}
