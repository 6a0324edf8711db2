// What a page says of a file is checked against the ticket; of a comment, the rules look themselves.
import type * as v from 'valibot';
import { because } from '../../../core/because';
import type { IssueId } from '../../../core/ids';
import type { Instant } from '../../../core/instant';
import { Refused } from '../../../app/errors';
import type { Ports } from '../../../app/ports';
import { viewerOf } from '../../../app/viewer';
import type { Evidence } from '../change-request';
import type { evidence } from './inputs';

/** The evidence that was named, with the name of its file. @throws Refused when there is no such file on the ticket */
export async function foundEvidence(
  ports: Ports,
  issueId: IssueId,
  named: v.InferOutput<typeof evidence>,
): Promise<Evidence> {
  switch (named.kind) {
    case 'attachment':
      return { ...named, ...(await fileOf(ports, issueId, named.id)) };
    case 'mail':
      return named;
    case 'comment':
      return { ...named, author: '', at: '' };
  }
}

async function fileOf(
  ports: Ports,
  issueId: IssueId,
  attachment: string,
): Promise<{ readonly name: string; readonly at: Instant }> {
  const files = (await viewerOf(ports).door.attachments(issueId)) ?? [];
  const file = files.find(({ id }) => id === attachment);
  if (file === undefined)
    throw new Refused({
      ...because(
        'C6',
        'This file is not attached to the ticket. Attach the mail first, then choose it.',
      ),
      field: 'evidence.id',
    });
  return { name: file.name, at: file.at };
}
