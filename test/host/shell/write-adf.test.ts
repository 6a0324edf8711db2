import { writeAdf } from '../../../host/shell/adf/write-adf';

const ann = { accountId: '1', name: 'Ann' };
const annLee = { accountId: '2', name: 'Ann Lee' };

describe('a comment as a document', () => {
  it('parts paragraphs at empty lines and breaks lines within them', () => {
    expect(writeAdf('One\ntwo\n\n\nthree\n', [])).toEqual({
      type: 'doc',
      version: 1,
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'One' },
            { type: 'hardBreak' },
            { type: 'text', text: 'two' },
          ],
        },
        { type: 'paragraph', content: [{ type: 'text', text: 'three' }] },
      ],
    });
  });

  it('makes mentions of people that were picked, the longest name first', () => {
    expect(writeAdf('Dear @Ann Lee, please ask @Ann', [ann, annLee]).content?.[0]?.content).toEqual(
      [
        { type: 'text', text: 'Dear ' },
        { type: 'mention', attrs: { id: '2', text: '@Ann Lee', accessLevel: '' } },
        { type: 'text', text: ', please ask ' },
        { type: 'mention', attrs: { id: '1', text: '@Ann', accessLevel: '' } },
      ],
    );
  });

  it('leaves names that nobody picked as text, and an address in peace', () => {
    const text = '@Bob has the address bob@Ann.example';
    expect(writeAdf(text, [ann]).content?.[0]?.content).toEqual([{ type: 'text', text }]);
  });
});
