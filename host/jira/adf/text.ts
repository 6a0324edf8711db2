import { type AdfNode } from './document';

const blocks = new Set([
  'paragraph',
  'heading',
  'codeBlock',
  'listItem',
  'tableRow',
  'rule',
  'taskItem',
  'decisionItem',
]);

function inline(node: AdfNode): string {
  const attribute = (name: string): string => String(node.attrs?.[name] ?? '');
  switch (node.type) {
    case 'text':
      return node.text ?? '';
    case 'hardBreak':
      return '\n';
    case 'mention':
      return attribute('text') || `@${attribute('id')}`;
    case 'emoji':
      return attribute('text') || attribute('shortName');
    case 'date':
      return new Date(Number(attribute('timestamp'))).toISOString().slice(0, 10);
    case 'status':
      return attribute('text');
    case 'inlineCard':
    case 'blockCard':
      return attribute('url');
    default:
      return '';
  }
}

/** The words of a document: what search, mail and the portal's plain bodies see. */
export function textOf(node: AdfNode): string {
  const lines: string[] = [''];
  const read = (current: AdfNode): void => {
    const words = inline(current);
    if (words) lines[lines.length - 1] += words;
    for (const child of current.content ?? []) read(child);
    if (blocks.has(current.type)) lines.push('');
  };
  read(node);
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
