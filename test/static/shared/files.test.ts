import { csvOf, readCells, readLines } from '../../../static/shared/files';
import { chunksOf } from '../../../static/settings/accounts/chunks';

const file = (content: string | Uint8Array<ArrayBuffer>, name = 'accounts.csv'): File =>
  new File([content], name);
const lines = (content: string | Uint8Array<ArrayBuffer>) => readLines(file(content), 1);

describe('reading a sheet', () => {
  it('takes quotes, commas and line ends inside of cells as RFC 4180 has them', async () => {
    expect(await readCells(file('CID,Name\r\nA,"Ann, ""Bank"""\r\nB,"two\nlines"\r\n'))).toEqual([
      ['CID', 'Name'],
      ['A', 'Ann, "Bank"'],
      ['B', 'two\nlines'],
    ]);
  });

  it('leaves empty lines out, and numbers the others as the spreadsheet does', async () => {
    expect(await lines('CID;Name\n\nA;Ann\n;\nB;Ben\n\n')).toEqual([
      { line: 1, cells: ['CID', 'Name'] },
      { line: 3, cells: ['A', 'Ann'] },
      { line: 5, cells: ['B', 'Ben'] },
    ]);
  });

  it('names the line of a quotation mark that is never closed, instead of losing the rest of the file', async () => {
    await expect(lines('CID,Name\nA,Ann\nB,"Ben\nC,Cid\n')).rejects.toThrow(
      'A quotation mark in line 3 of accounts.csv is never closed.',
    );
  });

  it('reads umlauts in UTF-8, with a mark and without, and in the old Western encoding', async () => {
    for (const encoded of [
      Buffer.from('\uFEFFM\u00fcller'),
      Buffer.from('M\u00fcller'),
      Buffer.from('M\u00fcller', 'latin1'),
    ]) {
      expect(await lines(new Uint8Array(encoded))).toEqual([{ line: 1, cells: ['M\u00fcller'] }]);
    }
  });

  it('refuses what is too large or no sheet by name', async () => {
    await expect(lines('x'.repeat(1_000_001))).rejects.toThrow('accounts.csv is larger than 1 MB.');
    await expect(readCells(file('x', 'accounts.pdf'))).rejects.toThrow(
      'accounts.pdf is neither .xlsx nor .csv.',
    );
  });

  it('gets back what it wrote, and a spreadsheet runs none of it', async () => {
    const cells = [['=1+1', '+49 30', '-5', '@x', 'plain', "it's"]];
    const written = await csvOf(cells);
    expect(await written.text()).toContain('"\'=1+1","\'+49 30","\'-5","\'@x",plain,it\'s');
    expect(await readCells(file(new Uint8Array(await written.arrayBuffer())))).toEqual(cells);
  });

  it('goes to the functions in parts that fit into a call', () => {
    const rows = Array.from({ length: 1000 }, (_, index) => ({
      line: index + 2,
      cells: ['x'.repeat(index < 500 ? 10 : 2000)],
    }));
    const chunks = chunksOf(rows);
    expect(chunks.flat()).toEqual(rows);
    expect(Math.max(...chunks.map((chunk) => JSON.stringify(chunk).length))).toBeLessThan(160_000);
    expect(Math.max(...chunks.map(({ length }) => length))).toBe(250);
  });
});
