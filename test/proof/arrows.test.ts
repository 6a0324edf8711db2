// The arrows between folders hold because a planted import against each of them is found.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, root } from '../support/cruise';

/** A small tree, by file: what each imports. */
const planted: Readonly<Record<string, readonly string[]>> = {
  'src/core/case.ts': [],
  'src/core/looks-out.ts': ['../app/turn'],
  'src/app/turn.ts': ['../core/case'],
  'src/app/knows-one.ts': ['../procedures/one/procedure'],
  'src/contract/knows-one.ts': ['../procedures/one/state'],
  'src/procedures/index.ts': ['./one/procedure', './two/procedure'],
  'src/procedures/one/procedure.ts': ['../../app/turn', './rules'],
  'src/procedures/one/rules.ts': ['../../core/case', './state'],
  'src/procedures/one/state.ts': ['../../core/case'],
  'src/procedures/one/impure.ts': ['../../app/turn'],
  'src/procedures/one/pages/acts.ts': ['../../../app/turn', '../rules'],
  'src/procedures/one/effects/reaches-jira.ts': ['../../../jira/door'],
  'src/procedures/two/procedure.ts': [],
  'src/procedures/two/knows-one.ts': ['../one/state'],
  'src/jira/door.ts': [],
  'src/forge/ports.ts': ['../procedures/index', '../jira/door'],
  'src/forge/reaches-in.ts': ['../procedures/one/pages/acts'],
};

describe('the arrows of procedures and core', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'arrows-'));
    cpSync(join(root, 'tsconfig.json'), join(dir, 'tsconfig.json'));
    for (const [file, imports] of Object.entries(planted)) {
      mkdirSync(dirname(join(dir, file)), { recursive: true });
      // A type is enough to know somebody.
      const lines = imports.map((path, place) => `import type * as known${place} from '${path}';`);
      writeFileSync(join(dir, file), [...lines, 'export const value = 1;', ''].join('\n'));
    }
  });
  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  it('each planted import against them is found, and no other', async () => {
    expect((await cruise(dir)).sort()).toEqual([
      'a-procedure-has-one-export: src/forge/reaches-in.ts -> src/procedures/one/pages/acts.ts',
      'core-is-alone: src/core/looks-out.ts -> src/app/turn.ts',
      'procedures-are-strangers: src/procedures/two/knows-one.ts -> src/procedures/one/state.ts',
      'procedures-know-ports-not-platforms: src/procedures/one/effects/reaches-jira.ts -> src/jira/door.ts',
      'rules-are-pure: src/procedures/one/impure.ts -> src/app/turn.ts',
      'shared-code-names-no-procedure: src/app/knows-one.ts -> src/procedures/one/procedure.ts',
      'shared-code-names-no-procedure: src/contract/knows-one.ts -> src/procedures/one/state.ts',
    ]);
  });
});
