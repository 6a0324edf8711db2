// The SOP that the settings write: each procedure brings its part.
import type { QueuePolicy, Settings } from './policy';
import type { Names, ProsePart, Sentence } from './prose';

/** The SOP in order of reading: for all queues first, then queue by queue, then entry by entry. */
export const proseOf = (
  settings: Settings,
  names: Names,
  parts: readonly ProsePart[],
): readonly Sentence[] => [
  ...parts.flatMap(({ forAll }) => forAll(settings, names)),
  ...Object.values(settings.queues).flatMap((queue) => proseOfQueue(settings, queue, names, parts)),
];

/** The part of the SOP that one queue's settings write. */
export const proseOfQueue = (
  settings: Settings,
  queue: QueuePolicy,
  names: Names,
  parts: readonly ProsePart[],
): readonly Sentence[] => parts.flatMap(({ forQueue }) => forQueue(settings, queue, names));
