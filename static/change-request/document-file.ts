import type { DocumentView } from '../../src/contract/change-request';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/gu, (one) => entities[one] ?? one);

const style = `body{font:11pt/1.5 system-ui,sans-serif;max-width:46em;margin:2em auto;padding:0 1em;color:#172b4d}h1{font-size:18pt}h2{font-size:13pt;margin-top:1.5em}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #c1c7d0;padding:.3em .6em;text-align:start}td+td,th+th{text-align:end}@media print{body{margin:0}h2{break-after:avoid}}`;

const rowOf = (cells: readonly string[], tag: 'td' | 'th'): string => `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;

/** The CR document as one file that every browser and word processor opens, laid out for paper. It runs nothing. */
export function fileOf({ title, sections }: DocumentView): Blob {
  const body = sections.map(({ title: heading, paragraphs, table }) => {
    const [head, ...rows] = table ?? [];
    const shown = head === undefined ? '' : `<table><thead>${rowOf(head, 'th')}</thead><tbody>${rows.map((row) => rowOf(row, 'td')).join('')}</tbody></table>`;
    return `<h2>${escaped(heading)}</h2>${paragraphs.map((one) => `<p>${escaped(one)}</p>`).join('')}${shown}`;
  });
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head><body><h1>${escaped(title)}</h1>${body.join('')}</body></html>`;
  return new Blob([page], { type: 'text/html;charset=utf-8' });
}
