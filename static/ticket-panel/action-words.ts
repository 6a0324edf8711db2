import type { PanelAction, TicketView } from '../../src/procedures/account-manager/contract/panel';

/** The actions that open a form below the buttons. */
export type FormAction = Exclude<
  PanelAction,
  | 'request'
  | 'put-back'
  | 'choose-account'
  | 'request-now'
  | 'set-aside'
  | 'add-note'
  | 'count-as-answer'
  | 'move'
  | 'take-up'
>;

/** The actions that make sense as the ticket stands; whether the viewer may is another question. */
export function actionsFor({ ask }: Pick<TicketView, 'ask'>): readonly (FormAction | 'request')[] {
  return ask === null
    ? ['request', 'add-watcher', 'record-contact']
    : [
        'answer',
        'promise',
        'escalate',
        'withdraw',
        'add-question',
        'add-watcher',
        'record-contact',
      ];
}

/** The one button to press first: the first that the viewer may, except leaving the matter. */
export function primaryOf(view: Pick<TicketView, 'ask' | 'actions'>): PanelAction | null {
  const first = actionsFor(view).find((action) => view.actions[action].allowed);
  return first === 'answer' || first === 'request' ? first : null;
}
