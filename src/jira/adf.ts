// Atlassian Document Format, as far as comments need it:
// https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
import type { Paragraph, Piece } from '../core/command';

interface AdfNode {
  readonly type?: string;
  readonly text?: string;
  readonly attrs?: { readonly id?: string; readonly text?: string };
  readonly marks?: readonly { readonly type?: string }[];
  readonly content?: readonly AdfNode[];
}

const inlineNode = (piece: Piece): object => {
  switch (piece.kind) {
    case 'text':
      return { type: 'text', text: piece.text };
    case 'strong':
      return { type: 'text', text: piece.text, marks: [{ type: 'strong' }] };
    case 'mention':
      return { type: 'mention', attrs: { id: piece.accountId, text: `@${piece.name}` } };
  }
};

/** A document of paragraphs; ADF allows no empty text, so empty pieces are left out. */
export const documentOf = (paragraphs: readonly Paragraph[]): object => ({
  type: 'doc',
  version: 1,
  content: paragraphs.map((paragraph) => ({
    type: 'paragraph',
    content: paragraph
      .filter((piece) => piece.kind === 'mention' || piece.text !== '')
      .map(inlineNode),
  })),
});

/** Who is tagged in a document, each once. Older Jira sends plain text with `[~accountid:…]`. */
export function mentionsIn(body: unknown): string[] {
  if (typeof body === 'string')
    return [...new Set([...body.matchAll(/\[~accountid:([^\]]+)\]/gu)].map(([, id]) => id ?? ''))];
  const found = new Set<string>();
  const walk = (node: AdfNode): void => {
    if (node.type === 'mention' && node.attrs?.id !== undefined) found.add(node.attrs.id);
    node.content?.forEach(walk);
  };
  if (typeof body === 'object' && body !== null) walk(body);
  return [...found];
}

/** Nodes whose words are somebody else's, or nobody's. */
const notTheirs: ReadonlySet<string> = new Set([
  'blockquote',
  'codeBlock',
  'mention',
  'inlineCard',
  'blockCard',
  'embedCard',
]);

/** What its author says in a document, without what they quote, code, links and whom they tag. */
export function saidIn(body: unknown): string {
  const own = (node: AdfNode): AdfNode => {
    const isCode = node.marks?.some(({ type }) => type === 'code') === true;
    if (notTheirs.has(node.type ?? '') || isCode) return { type: 'text', text: ' ' };
    return node.content === undefined ? node : { ...node, content: node.content.map(own) };
  };
  return textOf(typeof body === 'object' && body !== null ? own(body) : body);
}

/** What a document says, without formatting; blocks on lines of their own. */
export function textOf(body: unknown): string {
  if (typeof body === 'string') return body;
  const blocks = new Set(['paragraph', 'heading', 'listItem', 'codeBlock', 'blockquote']);
  const say = (node: AdfNode): string => {
    const own = node.text ?? node.attrs?.text ?? (node.type === 'hardBreak' ? '\n' : '');
    const inner = (node.content ?? []).map(say).join('');
    return blocks.has(node.type ?? '') ? `${own}${inner}\n` : own + inner;
  };
  return typeof body === 'object' && body !== null ? say(body).trim() : '';
}
