import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { useState } from 'react';
import { type Ticket, type Transition } from '../data/wire';
import { useFlags } from '../parts/flags';
import { StatusLozenge } from '../parts/StatusLozenge';
import { moveTicket } from './read-ticket';
import { TransitionDialog } from './TransitionDialog';

/** The ticket's status, and where it can go from here. Without a way out it is only shown. */
export function StatusMenu({
  ticket,
  onMoved,
}: {
  readonly ticket: Ticket;
  readonly onMoved: () => void;
}) {
  const flags = useFlags();
  const [asking, setAsking] = useState<Transition | null>(null);
  const [busy, setBusy] = useState(false);
  const transitions = ticket.transitions ?? [];
  const { status } = ticket.fields;

  const move = async (
    transition: Transition,
    fields: Readonly<Record<string, unknown>> = {},
  ): Promise<void> => {
    setBusy(true);
    try {
      await moveTicket(ticket.key, transition.id, fields);
      onMoved();
    } catch (error) {
      flags.show({
        id: 'move',
        type: 'error',
        title: `${ticket.key} was not moved to ${transition.to.name}`,
        description: (error as Error).message,
      });
    } finally {
      setBusy(false);
    }
  };
  const start = (transition: Transition): void => {
    if (Object.keys(transition.fields ?? {}).length > 0) setAsking(transition);
    else void move(transition);
  };

  if (transitions.length === 0) {
    return (
      <p className="status-alone">
        <StatusLozenge status={status} />
        <span className="subtle small">You cannot move this ticket.</span>
      </p>
    );
  }
  return (
    <>
      <DropdownMenu<HTMLButtonElement>
        shouldRenderToParent
        trigger={({ triggerRef, ...props }) => (
          <button
            {...props}
            ref={triggerRef}
            type="button"
            className={`status-button status-${status.statusCategory.key}`}
            aria-label={`Status: ${status.name}. Move the ticket`}
            disabled={busy}
          >
            {status.name}
            <ChevronDownIcon label="" size="small" />
          </button>
        )}
      >
        <DropdownItemGroup>
          {transitions.map((transition) => (
            <DropdownItem
              key={transition.id}
              onClick={() => start(transition)}
              elemAfter={<StatusLozenge status={transition.to} />}
            >
              {transition.name}
            </DropdownItem>
          ))}
        </DropdownItemGroup>
      </DropdownMenu>
      <ModalTransition>
        {asking && (
          <TransitionDialog
            ticket={ticket}
            transition={asking}
            onCancel={() => setAsking(null)}
            onMove={(fields) => {
              setAsking(null);
              void move(asking, fields);
            }}
          />
        )}
      </ModalTransition>
    </>
  );
}
