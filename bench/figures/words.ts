// How well comments are understood: precision and recall over the corpus, and over the third of it kept aside.
import { bounds } from '../words/bounds';
import { corpus, detectors, score } from '../words/corpus';
import type { Figure } from '../figure';

const percent = (share: number): number => Math.round(share * 1000) / 10;

/** Every detector, its precision and its recall, each beside the least it has to be. */
export const words = async (): Promise<readonly Figure[]> => {
  const samples = corpus();
  return Object.keys(detectors).flatMap((name) =>
    (['known', 'heldOut'] as const).flatMap((part): Figure[] => {
      const some = samples.filter(({ heldOut }) => heldOut === (part === 'heldOut'));
      const { precision, recall } = score(name, some);
      const which = part === 'known' ? '' : ', kept aside';
      const note = `${some.length} sentences`;
      const figure = (what: 'precision' | 'recall', value: number): Figure => ({
        name: `words: ${name}, ${what}${which}`,
        value: percent(value),
        bound: percent(bounds[part][what]),
        unit: '%',
        least: true,
        note,
      });
      return [figure('precision', precision), figure('recall', recall)];
    }),
  );
};
