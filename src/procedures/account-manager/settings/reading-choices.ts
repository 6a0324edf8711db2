// Each ambiguity of the SOP as an administrator sees it: the question, the answers to choose from, and the sentence that
// each of them writes into the SOP.
import {
  type Described,
  type Option,
  usualSettings,
  valueAt,
} from '../../../contract/settings-description';
import type { QueuePolicy } from '../../../core/policy';
import type { Readings } from '../../../core/readings';
import { readingValues } from '../contract/settings';

/** A sentence of the SOP that can be read in more than one way; the first choice is the default. */
export interface ReadingChoice {
  /** The path in {@link Readings}. */
  readonly path: string;
  readonly clause: string;
  readonly question: string;
  readonly of: (readings: Readings) => string;
  readonly choices: readonly Option[];
}

export const readingChoices: readonly ReadingChoice[] = readingValues
  .filter((value): value is Described & { readonly kind: 'choice' } => value.kind === 'choice')
  .map(({ path, clause = '', label, options }) => ({
    path: path.replace(/^readings\./u, ''),
    clause,
    question: label,
    of: (readings) => String(valueAt({ readings }, path)),
    choices: options,
  }));

/** The first answer to each question. */
export const { readings: defaultReadings } = usualSettings({
  values: readingValues,
}) as unknown as { readonly readings: Readings };

/** The choice that those readings make. */
export const chosenIn = (reading: ReadingChoice, readings: Readings): Option =>
  (reading.choices.find(({ value }) => value === reading.of(readings)) ??
    reading.choices[0]) as Option;

/** What the SOP says then, with the names of that queue. */
export const sentenceOf = (
  { sentence = '' }: Option,
  { fields, statuses }: Pick<QueuePolicy, 'fields' | 'statuses'>,
): string => {
  const names: Readonly<Record<string, string>> = {
    'waiting-for-support': statuses['waiting-for-support'].name,
    'waiting-for-management': statuses['waiting-for-management'].name,
    'account-manager-field': fields.accountManager.name,
  };
  return sentence.replace(/\{([a-z-]+)\}/gu, (_, name: string) => names[name] ?? '');
};
