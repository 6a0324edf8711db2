import { mentionsIn, saidIn, textOf } from '../../src/jira/adf';

const words = (text: string, ...marks: string[]) => ({
  type: 'text',
  text,
  ...(marks.length === 0 ? {} : { marks: marks.map((type) => ({ type })) }),
});
const block = (type: string, ...content: object[]) => ({ type, content });
const doc = {
  type: 'doc',
  version: 1,
  content: [
    block(
      'paragraph',
      { type: 'mention', attrs: { id: 'm1', text: '@Maya Ortiz' } },
      words(' FYI'),
    ),
    block('blockquote', block('paragraph', words('Can you tell us?'))),
    block('codeBlock', words('a ? b : c')),
    block(
      'paragraph',
      words('It was '),
      words('x ? y', 'code'),
      words(' in the end, '),
      words('really', 'strong'),
    ),
    block('paragraph', { type: 'inlineCard', attrs: { url: 'https://relay.example/?q=1' } }),
  ],
};

describe('what somebody says in a comment', () => {
  it('leaves out quotes, code, links and whom they tag', () => {
    expect(saidIn(doc).replace(/\s+/gu, ' ').trim()).toBe('FYI It was in the end, really');
  });

  it('keeps all of it in the text, and everybody who is tagged', () => {
    expect(textOf(doc)).toContain('Can you tell us?');
    expect(textOf(doc)).toContain('@Maya Ortiz');
    expect(mentionsIn(doc)).toEqual(['m1']);
  });

  it('reads plain text as it is', () => {
    expect(saidIn('FYI [~accountid:m1]')).toBe('FYI [~accountid:m1]');
    expect(saidIn(null)).toBe('');
  });
});
