import type { AccountId } from './ids';
import type { Instant } from './instant';

/** The smallest change that would turn a "no" into a "yes"; a test applies each and sees the decision turn. */
export type Flip =
  | { readonly kind: 'wait-until'; readonly at: Instant }
  | { readonly kind: 'request-first' }
  | { readonly kind: 'withdraw-first' }
  | { readonly kind: 'choose-account-first' }
  | { readonly kind: 'reopen-first' }
  | { readonly kind: 'be-an-agent' }
  | { readonly kind: 'be-one-of'; readonly people: readonly AccountId[] }
  | { readonly kind: 'customer-replies' }
  | { readonly kind: 'comment-internally' }
  | { readonly kind: 'write-longer'; readonly characters: number }
  | { readonly kind: 'use-the-button' };

/** The change in words, to follow "It would be different". */
export function spellFlip(flip: Flip, nameOf: (person: AccountId) => string): string {
  switch (flip.kind) {
    case 'wait-until':
      return `from ${flip.at} on.`;
    case 'request-first':
      return 'once a response was requested.';
    case 'withdraw-first':
      return 'once the open request is withdrawn or answered.';
    case 'choose-account-first':
      return 'once the account of this ticket is chosen.';
    case 'reopen-first':
      return 'once the ticket is open again.';
    case 'be-an-agent':
      return 'for somebody who may move this ticket in its workflow.';
    case 'be-one-of':
      return `for ${flip.people.map(nameOf).join(' or ')}.`;
    case 'customer-replies':
      return 'once the customer has replied.';
    case 'comment-internally':
      return 'if the comment were internal.';
    case 'write-longer':
      return `with ${flip.characters} characters or more.`;
    case 'use-the-button':
      return 'with the answer button.';
  }
}
