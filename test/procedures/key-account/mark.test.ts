import { sha256 } from '../../../src/core/canonical';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { withMark, withoutMark } from '../../../src/procedures/key-account/mark';

const template = '{cid} $$ - {name}';

it.each([
  [
    'K1: the mark comes after the CID, before other marks',
    'GCBK (**) - Gate City Bank',
    'GCBK $$ (**) - Gate City Bank',
  ],
  ['K1: a title without marks gets it', 'GCBK - Gate City Bank', 'GCBK $$ - Gate City Bank'],
  ['K1: once is enough', 'GCBK $$ (**) - Gate City Bank', 'GCBK $$ (**) - Gate City Bank'],
  [
    'K1: wherever it stands among the marks',
    'GCBK (**) $$ - Gate City Bank',
    'GCBK (**) $$ - Gate City Bank',
  ],
  ['K1: a bare name gets the template', 'Gate City Bank', 'GCBK $$ - Gate City Bank'],
  ['K1: the CID alone', 'GCBK', 'GCBK $$'],
  ['K1: a name that only begins like the CID is a name', 'GCBKX Ltd', 'GCBK $$ - GCBKX Ltd'],
])('%s', (_what, before, after) => {
  expect(withMark(template, before, 'GCBK')).toBe(after);
});

it.each([
  ['GCBK $$ (**) - Gate City Bank', 'GCBK (**) - Gate City Bank'],
  ['GCBK (**) - Gate City Bank', 'GCBK (**) - Gate City Bank'],
  ['GCBK $$ - Two $$ in a name', 'GCBK - Two $$ in a name'],
  ['Gate City Bank $$', 'Gate City Bank $$'],
])('28: removal takes only the mark: %s', (before, after) => {
  expect(withoutMark(template, before, 'GCBK')).toBe(after);
});

it('marking twice is marking once, and taking it away restores what was there', () => {
  const word = fc.stringMatching(/^[A-Za-z*()]{1,8}$/u);
  fc.assert(
    fc.property(fc.array(word, { maxLength: 3 }), word, (marks, name) => {
      const title = `${['GCBK', ...marks].join(' ')} - ${name}`;
      const marked = withMark(template, title, 'GCBK');
      expect(withMark(template, marked, 'GCBK')).toBe(marked);
      expect(withoutMark(template, marked, 'GCBK')).toBe(title);
    }),
  );
});

it('another mark works the same, and a template that is none is refused', () => {
  expect(withMark('{cid} [KEY] - {name}', 'Gate', 'GCBK')).toBe('GCBK [KEY] - Gate');
  expect(() => withMark('{name}', 'Gate', 'GCBK')).toThrow('no template');
});

it('the hash is SHA-256', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }),
  );
});
