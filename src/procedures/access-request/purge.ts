// EA-24: the engineer's personal data goes once nobody needs it, and a certificate without names stays.
import { factsOf } from './customer-facts';
import { deletePersonal } from './effects';
import { save } from './state';
import { type Because, because } from '../../core/because';
import type { Case } from '../../core/case';
import type { AccountId } from '../../core/ids';
import { type AccessRequest, isClosed, isReady, isToClose } from './access-request';
import { withoutFreeText, withoutFreeWords } from './free-text';

/** Deletes the personal data, or says which rows still need it. */
export function purge(c: Case, request: AccessRequest, by: AccountId | null): Because | null {
  const open = c.ticket.status.done
    ? []
    : request.rows.filter((row) => !isClosed(row) || isToClose(row));
  if (open.length > 0) {
    const names = open
      .slice(0, 5)
      .map(({ cid }) => factsOf(c, cid).name)
      .join(', ');
    return because(
      'EA-24',
      `${open.length === 1 ? 'A row is' : `${open.length} rows are`} still open: ${names}${open.length > 5 ? ' and more' : ''}. Finish them or mark them as not needed, then delete.`,
      { open: `${open.length}` },
    );
  }
  if (request.onFile.length === 0) return because('EA-24', 'No personal data is on file.', {});
  const certificate = {
    at: c.now,
    fields: request.onFile.length,
    customers: request.rows.length,
    requestsSent: request.rows.reduce((sum, { attempts }) => sum + attempts, 0),
    ready: request.rows.filter(isReady).length,
    notNeeded: request.rows.filter(({ progress }) => progress === 'not-needed').length,
  };
  save(c, { ...withoutFreeText(request), onFile: [], purgeAt: null, certificate });
  c.change({ journal: c.ledger.journal.map(withoutFreeWords) });
  c.want({
    command: deletePersonal.command({
      certificate,
      raised: request.rows.flatMap(({ cid, raised }) =>
        raised === null ? [] : [{ ...raised, cid }],
      ),
    }),
    actor: null,
    clause: 'EA-24',
  });
  c.done(
    c.now,
    by,
    'Personal data of the engineer deleted',
    because(
      'EA-24',
      'It is kept only while a customer needs it. What is left are counts and dates.',
      {
        fields: `${certificate.fields}`,
        customers: `${certificate.customers}`,
        'requests sent': `${certificate.requestsSent}`,
      },
    ),
  );
  return null;
}
