// Which events concern hybrid accounts.
import type { Ears, Heard } from '../../core/procedure';
import { workOpen } from './open-work';
import { knowledgeOf } from './state';

export const ears: Ears = { isOpen: workOpen, hears };

/** HY-21: once departments share a ticket, a comment and a status are news, whether or not anything is open. */
function hears({ kind, fields, ledger }: Heard): boolean {
  if (knowledgeOf(ledger) === undefined) return false;
  return kind === 'commented' || fields.includes('status');
}
