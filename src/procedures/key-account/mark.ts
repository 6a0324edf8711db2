// KA-03, K1: the mark after the CID, such as "GCBK $$ (**) - Gate City Bank". Internal: a customer never sees it (K2).

import { markTemplate } from './contract/said';

/** The mark itself. @throws RangeError when the template is none */
export function markIn(template: string): string {
  const [, mark] = markTemplate.exec(template) ?? [];
  if (mark === undefined)
    throw new RangeError(
      `"${template}" is no template for the mark; write it as "{cid} $$ - {name}".`,
    );
  return mark;
}

interface Title {
  /** What stands between the CID and the dash: marks of ours and of others. */
  readonly marks: readonly string[];
  /** From the dash on, with it; empty where there is none. */
  readonly rest: string;
}

/** A title that begins with the CID, taken apart; null where it does not. */
function titleOf(title: string, cid: string): Title | null {
  if (title !== cid && !title.startsWith(`${cid} `)) return null;
  const after = title.slice(cid.length);
  const dash = after.indexOf(' - ');
  const [between, rest] = dash < 0 ? [after, ''] : [after.slice(0, dash), after.slice(dash)];
  return { marks: between.split(' ').filter((one) => one !== ''), rest };
}

const joined = (cid: string, { marks, rest }: Title): string =>
  `${[cid, ...marks].join(' ')}${rest}`;

/** The title with the mark, once, right after the CID; other marks stay. A bare name gets the whole template. */
export function withMark(template: string, title: string, cid: string): string {
  const mark = markIn(template);
  const parts = titleOf(title, cid);
  if (parts === null) return template.replace('{cid}', () => cid).replace('{name}', () => title);
  return parts.marks.includes(mark)
    ? title
    : joined(cid, { ...parts, marks: [mark, ...parts.marks] });
}

/** The title without the mark; nothing else is taken away. */
export function withoutMark(template: string, title: string, cid: string): string {
  const mark = markIn(template);
  const parts = titleOf(title, cid);
  return parts === null || !parts.marks.includes(mark)
    ? title
    : joined(cid, { ...parts, marks: parts.marks.filter((one) => one !== mark) });
}
