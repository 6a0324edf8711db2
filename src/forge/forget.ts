import { letGo } from '../app/let-go';
import type { TicketRecord } from '../app/outbox';
import { portsFor } from './ports';

/** A ticket was deleted: it is let go. */
export const forget = (record: TicketRecord): Promise<void> =>
  letGo(portsFor(null), record, 'deleted');
