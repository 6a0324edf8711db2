// Documents of Jira as a person reads them.

/** A node of the Atlassian Document Format. */
export interface Node {
  readonly type?: string;
  readonly text?: string;
  readonly attrs?: {
    readonly text?: string;
    readonly url?: string;
    readonly shortName?: string;
    readonly timestamp?: string;
  };
  readonly marks?: readonly {
    readonly type: string;
    readonly attrs?: { readonly href?: string };
  }[];
  readonly content?: readonly Node[];
}

const inline = new Set(['text', 'mention', 'emoji', 'date', 'inlineCard', 'status', 'hardBreak']);

/** The words of a document, or of a text: paragraphs and list items in lines of their own, people as `@Name`, links with where they lead. */
export function plainText(value: Node | string): string {
  if (typeof value === 'string') return value;
  const { type = '', text, attrs, marks = [], content = [] } = value;
  if (type === 'hardBreak') return '\n';
  if (inline.has(type)) {
    const said = text ?? attrs?.text ?? attrs?.url ?? attrs?.shortName ?? attrs?.timestamp ?? '';
    const link = marks.find((mark) => mark.type === 'link')?.attrs?.href;
    return link === undefined ? said : `${said} <${link}>`;
  }
  const isLine = content.every((child) => inline.has(child.type ?? ''));
  return content.map(plainText).join(isLine ? '' : '\n');
}
