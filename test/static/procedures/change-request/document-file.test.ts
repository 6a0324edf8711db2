// The CR document as a file, read back as a word processor would: the parts of the archive, and the text in them.
import { strFromU8, unzipSync } from 'fflate';
import { documentView } from '../../../../src/procedures/change-request/pages/document-view';
import type { DocumentView } from '../../../../src/procedures/change-request/contract/panel';
import { fileOf } from '../../../../static/procedures/change-request/document-file';
import { ChangeStory } from '../../../support/change-request';

const partsOf = async (document: DocumentView): Promise<Record<string, string>> => {
  const parts = unzipSync(new Uint8Array(await (await fileOf(document)).arrayBuffer()));
  return Object.fromEntries(
    Object.entries(parts).map(([name, content]) => [name, strFromU8(content)]),
  );
};
const unescaped = (xml: string): string =>
  xml
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&apos;/gu, "'")
    .replace(/&amp;/gu, '&');
const wordsOf = (xml: string): string =>
  unescaped([...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, words]) => words).join(' '));
const cellsOf = (xml: string): string[][] =>
  [...xml.matchAll(/<w:tr\b.*?<\/w:tr>/gsu)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gsu)].map(([cell]) => wordsOf(cell)),
  );

describe('the CR document as a file', () => {
  const change = new ChangeStory().upTo('development').change;

  it('has Word’s own headings, and every text as it was written', async () => {
    const view: DocumentView = {
      name: 'x',
      title: 'Export <b> & "more"',
      sections: [
        {
          title: 'Requirement',
          paragraphs: ['=1+1', 'Zürich → 日本 & <script>alert(1)</script>'],
          table: null,
        },
      ],
    };
    const { 'word/document.xml': body = '', '[Content_Types].xml': types = '' } =
      await partsOf(view);
    expect(types).toContain(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    );
    expect(body).toMatch(/<w:pStyle w:val="Title"\/>.*<w:pStyle w:val="Heading1"\/>/su);
    expect(wordsOf(body)).toBe(
      'Export <b> & "more" Requirement =1+1 Zürich → 日本 & <script>alert(1)</script>',
    );
    expect(body).not.toContain('<script');
  });

  it('has the cost for those who see money', async () => {
    const { 'word/document.xml': body = '' } = await partsOf(
      documentView('CHG-1', 'Nightly export', change, true),
    );
    expect(cellsOf(body)).toEqual([
      ['Role', 'Effort', 'Day rate', 'Amount'],
      ['Engineer', '12 days', '800.00 USD', '9,600.00 USD'],
      ['Total', '12 days', '', '9,600.00 USD'],
    ]);
    expect(wordsOf(body)).toContain('Planned interfaces');
  });

  it('has no money for anybody else, in no part of the file, and no name of anybody', async () => {
    const parts = await partsOf(documentView('CHG-1', 'Nightly export', change, false));
    expect(cellsOf(parts['word/document.xml'] ?? '')).toEqual([
      ['Role', 'Effort'],
      ['Engineer', '12 days'],
      ['Total', '12 days'],
    ]);
    for (const [name, content] of Object.entries(parts))
      expect([name, /USD|9,600|800\.00/u.test(content)]).toEqual([name, false]);
    expect(parts['docProps/core.xml']).toMatch(/<dc:title>Nightly export<\/dc:title>/u);
    expect(parts['docProps/core.xml']).not.toMatch(/Un-named|csm|engineer/u);
  });

  it('runs nothing and fetches nothing', async () => {
    const parts = await partsOf(documentView('CHG-1', 'Nightly export', change, true));
    expect(
      Object.keys(parts).filter((name) => /vba|\.bin$|embeddings|\.html?$/iu.test(name)),
    ).toEqual([]);
    for (const content of Object.values(parts))
      expect(content).not.toMatch(/TargetMode="External"|<w:instrText|<w:object/u);
  });
});
