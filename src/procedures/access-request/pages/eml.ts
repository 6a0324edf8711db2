// A letter as a file that mail programs open as a draft. The app itself sends no mail (E3).
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Letter } from '../letter';
import type { Instant } from '../../../core/instant';

/** The message file. Addresses and subject were checked when the letter was written; the composer encodes the rest. */
export async function emlOf(letter: Letter, at: Instant): Promise<string> {
  const message = new MailComposer({
    to: [...letter.to],
    cc: [...letter.cc],
    subject: letter.subject,
    text: letter.body,
    date: new Date(at),
    // Outlook opens the file as a message to be sent instead of one that was received.
    headers: { 'X-Unsent': '1' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return (await message.compile().build()).toString('utf8');
}

/** Mail programs and systems cut longer links. */
const longestLink = 1900;

/** The same letter as a link (RFC 6068); null where it would be too long. */
export function mailtoOf({ to, cc, subject, body }: Letter): string | null {
  const query = [
    ...(cc.length === 0 ? [] : [`cc=${encodeURIComponent(cc.join(','))}`]),
    `subject=${encodeURIComponent(subject)}`,
    `body=${encodeURIComponent(body.replace(/\n/gu, '\r\n'))}`,
  ];
  const link = `mailto:${to.map((one) => encodeURIComponent(one).replace(/%40/gu, '@')).join(',')}?${query.join('&')}`;
  return link.length > longestLink ? null : link;
}
