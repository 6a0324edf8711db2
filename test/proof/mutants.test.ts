import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { broken } from '../../bench/mutants';
import { defects } from '../../bench/mutants/defects';

const root = join(__dirname, '..', '..');

// `npm run mutants` puts each defect into a copy and runs its test; here only that the list still fits the code.
describe('the list of defects that tests have to notice', () => {
  it.each(defects.map((defect) => [defect.name, defect] as const))('%s', (_name, defect) => {
    expect(broken(readFileSync(join(root, defect.file), 'utf8'), defect)).toContain(defect.replace);
    expect(existsSync(join(root, defect.test))).toBe(true);
  });

  it('says which line is gone when the code has moved on', () => {
    const [defect] = defects;
    if (defect === undefined) throw new Error('There are no defects.');
    expect(() => broken('', defect)).toThrow(`${defect.file} does not have`);
  });
});
