import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainText } from '../../bench/golden/plain-text';
import type { Golden } from '../../bench/golden/record';
import { sorted } from '../../bench/golden/same-text';
import { expectGolden } from './golden';

const golden: Golden = {
  jira: 'a comment',
  mail: 'a mail',
  panels: 'a panel',
  pages: 'a page',
  turns: 'an instant',
};
const drift: Golden = { ...golden, panels: 'another panel' };

describe('what a story shows, compared with what was accepted', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'golden-'));
    writeFileSync(join(folder, 'stories.json'), '{}\n');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const compare = (what: Golden, env: NodeJS.ProcessEnv = {}): void =>
    expectGolden('stories', 'a file/a story', what, { env, folder });

  it('is accepted only when that is said', () => {
    expect(() => compare(golden)).toThrow('"a file/a story" has no golden yet.');
    compare(golden, { GOLDEN_ACCEPT: '1' });
    expect(() => compare(golden)).not.toThrow();
    expect(readdirSync(folder)).toEqual(['stories.json']);
  });

  it('says which part is different, and what to do about it', () => {
    compare(golden, { GOLDEN_ACCEPT: '1' });
    expect(() => compare(drift)).toThrow(
      /something else than before, in: panels\. .*diff -r.*GOLDEN_ACCEPT=1/u,
    );
    expect(() => compare(drift, { GOLDEN: 'off' })).not.toThrow();
    compare(drift, { GOLDEN_ACCEPT: '1' });
    expect(() => compare(drift)).not.toThrow();
  });

  it('is written out in full where a folder is named, also when it is different', () => {
    expect(() => compare(drift, { GOLDEN_OUT: folder })).toThrow();
    const [file = ''] = readdirSync(join(folder, 'a-file'));
    expect(file).toMatch(/^a-story-[\da-f]{6}\.txt$/u);
    expect(readFileSync(join(folder, 'a-file', file), 'utf8')).toContain(
      '# panels\n\nanother panel',
    );
  });
});

describe('equal behaviour is equal text', () => {
  it('whatever the order of keys, and wherever things are served', () => {
    expect(sorted({ b: [1, { d: 2, c: 3 }], a: 1, self: 'http://somewhere' })).toBe(
      sorted({ a: 1, b: [1, { c: 3, d: 2 }] }),
    );
  });

  it('with paragraphs in lines, people by name and links with where they lead', () => {
    const text = (words: string, href?: string): object => ({
      type: 'text',
      text: words,
      ...(href === undefined ? {} : { marks: [{ type: 'link', attrs: { href } }] }),
    });
    const content = [
      {
        type: 'paragraph',
        content: [{ type: 'mention', attrs: { id: '1', text: '@Maya' } }, text(' look:')],
      },
      { type: 'paragraph', content: [text('the list', 'https://list.example')] },
    ];
    expect(plainText({ type: 'doc', content })).toBe(
      '@Maya look:\nthe list <https://list.example>',
    );
  });
});
