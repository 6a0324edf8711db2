import { type AdfNode } from './document';

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => escapes[sign] as string);

const tags: Record<string, string> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  codeBlock: 'pre',
  table: 'table',
  tableRow: 'tr',
  tableHeader: 'th',
  tableCell: 'td',
  panel: 'div',
};
const markTags: Record<string, string> = {
  strong: 'b',
  em: 'em',
  code: 'tt',
  underline: 'ins',
  strike: 'del',
};

/** Only addresses a reader may follow safely become links. */
const isSafe = (url: unknown): url is string =>
  typeof url === 'string' && /^(https?:|mailto:)/i.test(url);

function marked(node: AdfNode): string {
  return (node.marks ?? []).reduce(
    (html, mark) => {
      const href = mark.attrs?.['href'];
      if (mark.type === 'link' && isSafe(href))
        return `<a href="${escape(href)}" rel="nofollow noreferrer">${html}</a>`;
      const tag = markTags[mark.type];
      return tag ? `<${tag}>${html}</${tag}>` : html;
    },
    escape(node.text ?? ''),
  );
}

/** The document as Jira renders it for `renderedFields` and `renderedBody`. */
export function htmlOf(node: AdfNode): string {
  const inner = (): string => (node.content ?? []).map(htmlOf).join('');
  const attribute = (name: string): string => escape(String(node.attrs?.[name] ?? ''));
  switch (node.type) {
    case 'text':
      return marked(node);
    case 'hardBreak':
      return '<br/>';
    case 'rule':
      return '<hr/>';
    case 'mention':
      return `<a href="#" class="user-hover" accountid="${attribute('id')}" rel="${attribute('id')}">${attribute('text')}</a>`;
    case 'emoji':
    case 'status':
      return attribute('text') || attribute('shortName');
    case 'inlineCard':
      return isSafe(node.attrs?.['url'])
        ? `<a href="${attribute('url')}">${attribute('url')}</a>`
        : attribute('url');
    case 'heading':
      return `<h${attribute('level')}>${inner()}</h${attribute('level')}>`;
    default: {
      const tag = tags[node.type];
      return tag ? `<${tag}>${inner()}</${tag}>` : inner();
    }
  }
}
