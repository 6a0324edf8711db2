import { because } from '../../../core/because';
import { deletePersonal as effect } from '../effects';
import type { OutboxItem } from '../../../app/outbox';
import type { OwnCommand } from '../../../core/command';
import { type Done, done, type Performing } from '../../../app/performing';
import { sealOf } from './certificate';

/** EA-24: the data goes, and the journal keeps the seal of its certificate. */
export async function deletePersonal(
  { ports, issueId }: Performing,
  _item: OutboxItem,
  own: OwnCommand,
): Promise<Done> {
  const { certificate } = effect.inputOf(own);
  await ports.personal.forget(issueId);
  const seal = sealOf(issueId, certificate);
  return done({
    notes: [
      {
        kind: 'done',
        text: `Deleted for good; certificate ${seal.slice(0, 12)}`,
        because: because(
          'EA-24',
          'The certificate holds counts and dates, and its hash shows whether somebody changed it.',
          { sha256: seal },
        ),
      },
    ],
  });
}
