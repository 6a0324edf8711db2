// The SOP that the settings write. Each SOP brings its part; another one is a line in this table.
import { accountManagerProse } from '../procedures/account-manager/settings/prose';
import { keyAccountProse } from '../procedures/key-account/settings/prose';
import type { QueuePolicy, Settings } from './policy';
import type { Names, ProsePart, Sentence } from './prose';

const parts: readonly ProsePart[] = [accountManagerProse, keyAccountProse];

/** The SOP in order of reading: for all queues first, then queue by queue, then entry by entry. */
export const proseOf = (settings: Settings, names: Names): readonly Sentence[] => [
  ...parts.flatMap(({ forAll }) => forAll(settings, names)),
  ...Object.values(settings.queues).flatMap((queue) => proseOfQueue(settings, queue, names)),
];

/** The part of the SOP that one queue's settings write. */
export const proseOfQueue = (
  settings: Settings,
  queue: QueuePolicy,
  names: Names,
): readonly Sentence[] => parts.flatMap(({ forQueue }) => forQueue(settings, queue, names));
