// npm run docs:acts: writes docs/acts.md anew.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actsDocument } from './documents/acts';

void actsDocument().then((text) => writeFileSync(join(__dirname, '..', 'docs', 'acts.md'), text));
