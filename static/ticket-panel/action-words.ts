import type { PanelAction, TicketView } from '../../src/procedures/account-manager/contract/panel';

/** The actions that open a form below the buttons. */
export type FormAction =
  'answer' | 'promise' | 'escalate' | 'withdraw' | 'add-watcher' | 'record-contact';

export const labelOf: Readonly<Record<FormAction | 'request-response', string>> = {
  'request-response': 'Request response',
  'add-watcher': 'Add as watcher',
  answer: 'Record answer',
  promise: 'Promise a date',
  escalate: 'Escalate now',
  withdraw: 'Withdraw',
  'record-contact': 'Record contact',
};

/** The actions that make sense as the ticket stands; whether the viewer may is another question. */
export function actionsFor({
  ask,
}: Pick<TicketView, 'ask'>): readonly (FormAction | 'request-response')[] {
  return ask === null
    ? ['request-response', 'add-watcher', 'record-contact']
    : ['answer', 'promise', 'escalate', 'withdraw', 'add-watcher', 'record-contact'];
}

/** The one button to press first: the first that the viewer may, except leaving the matter. */
export function primaryOf(view: Pick<TicketView, 'ask' | 'actions'>): PanelAction | null {
  const first = actionsFor(view).find((action) => view.actions[action].allowed);
  return first === 'answer' || first === 'request-response' ? first : null;
}
