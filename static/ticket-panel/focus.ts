/** Where the first question is answered; the focus goes there when what had it is gone. */
export const whoHasTheBall = 'who-has-the-ball';

/** Focuses the element if it is still on the page, else the answer to the first question. */
export function focusOr(element: HTMLElement | null): void {
  (element?.isConnected ? element : document.getElementById(whoHasTheBall))?.focus();
}
