// Which events concern change requests.
import type { Ears } from '../../core/procedure';
import { changeOf } from './state';

export const ears: Ears = { isOpen: (ledger) => changeOf(ledger) !== undefined };
