// Sentences as people in service desks write them, in ten languages, each with its verdict. Those with a star were kept
// aside: no rule was made with them in mind.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAutomaticReply, isShortPromise } from '../../src/core/words/reply-words';
import { requestIn } from '../../src/core/words/request-words';

export type Label = 'asks' | 'quiet' | 'unclear' | 'auto' | 'promise';

export interface Sample {
  readonly language: string;
  readonly label: Label;
  readonly heldOut: boolean;
  readonly text: string;
}

const folder = join(__dirname, 'corpus');

/** Every sentence of the corpus. */
export const corpus = (): Sample[] =>
  readdirSync(folder).flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): Sample => {
        const [label = '', text = ''] = line.split('\t');
        return {
          language: file.replace('.txt', ''),
          label: label.replace('*', '') as Label,
          heldOut: label.startsWith('*'),
          text: text.replaceAll('\\n', '\n'),
        };
      }),
  );

/** The longest promise that is still one, as the settings have it. */
const longest = 120;

/** What is told apart: by what is found and by what should have been. */
export const detectors: Readonly<
  Record<string, { readonly finds: (text: string) => boolean; readonly should: Label }>
> = {
  'a request': { finds: (text) => requestIn(text) === 'asks', should: 'asks' },
  'no request': { finds: (text) => requestIn(text) === 'does-not-ask', should: 'quiet' },
  'an automatic reply': { finds: isAutomaticReply, should: 'auto' },
  'a short promise': { finds: (text) => isShortPromise(text, longest), should: 'promise' },
};

export interface Score {
  /** Of what was found, the share that is right. */
  readonly precision: number;
  /** Of what should be found, the share that was. */
  readonly recall: number;
  readonly wrong: readonly Sample[];
  readonly missed: readonly Sample[];
}

/** How well a detector does on those samples. Whether an automatic reply or a promise informs is nobody's question. */
export function score(name: string, samples: readonly Sample[]): Score {
  const { finds, should } = detectors[name] ?? { finds: () => false, should: 'asks' };
  const asked = samples.filter(
    ({ label }) => name !== 'no request' || (label !== 'auto' && label !== 'promise'),
  );
  const found = asked.filter(({ text }) => finds(text));
  const right = found.filter(({ label }) => label === should);
  const all = asked.filter(({ label }) => label === should);
  return {
    precision: right.length / Math.max(1, found.length),
    recall: right.length / Math.max(1, all.length),
    wrong: found.filter(({ label }) => label !== should),
    missed: all.filter((sample) => !found.includes(sample)),
  };
}
