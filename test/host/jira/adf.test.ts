import { documentOf, mentionedIn, type AdfDocument } from '../../../host/jira/adf/document';
import { htmlOf } from '../../../host/jira/adf/html';
import { isDocument } from '../../../host/jira/adf/schema';
import { textOf } from '../../../host/jira/adf/text';

const rich: AdfDocument = {
  type: 'doc',
  version: 1,
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Plan' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'mention', attrs: { id: 'a1', text: '@Maya Ortiz' } },
        { type: 'text', text: ' please ' },
        { type: 'text', text: 'answer', marks: [{ type: 'strong' }] },
        { type: 'hardBreak' },
        {
          type: 'text',
          text: 'a < b',
          marks: [{ type: 'link', attrs: { href: 'https://relay.example/?a=1&b=2' } }],
        },
      ],
    },
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'first' }] }],
        },
      ],
    },
    {
      type: 'paragraph',
      content: [
        { type: 'mention', attrs: { id: 'a1', text: '@Maya Ortiz' } },
        { type: 'date', attrs: { timestamp: '1772409600000' } },
      ],
    },
  ],
};

describe('documents', () => {
  it("are known by Atlassian's own schema", () => {
    expect(isDocument(rich)).toBe(true);
    expect(isDocument(documentOf('plain\n\ntext'))).toBe(true);
    expect(isDocument({ ...rich, version: 2 })).toBe(false);
    expect(
      isDocument({ type: 'doc', version: 1, content: [{ type: 'text', text: 'loose' }] }),
    ).toBe(false);
    expect(isDocument('text')).toBe(false);
  });

  it('name whom they mention once', () => {
    expect(mentionedIn(rich)).toEqual(['a1']);
  });

  it('read as plain text', () => {
    expect(textOf(rich)).toBe(
      'Plan\n@Maya Ortiz please answer\na < b\nfirst\n\n@Maya Ortiz2026-03-02',
    );
    expect(textOf(documentOf('one\ntwo'))).toBe('one\ntwo');
  });

  it('render as HTML in which nothing of theirs is markup', () => {
    const html = htmlOf(rich);
    expect(html).toContain('<h2>Plan</h2>');
    expect(html).toContain(
      '<b>answer</b><br/><a href="https://relay.example/?a=1&amp;b=2" rel="nofollow noreferrer">a &lt; b</a>',
    );
    const trap = {
      type: 'text',
      text: 'click',
      marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
    };
    expect(htmlOf(trap)).toBe('click');
    expect(htmlOf(documentOf('<script>'))).toBe('<p>&lt;script&gt;</p>');
  });
});
