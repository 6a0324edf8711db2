// How the page and the workbook say what became of escalations, meetings and actions.
import type { Aspect, MonthTold } from '../../../../src/procedures/key-account/contract/overview';
import { spellDay } from '../../../shared/days';
import { aspects } from './words';

export const howHeld = {
  held: { title: 'Held', look: 'success' },
  'not-held': { title: 'Not held', look: 'default' },
  'not-recorded': { title: 'Not recorded', look: 'moved' },
} as const;

/** Such as `Code quality, timing`. */
export const affected = (some: readonly Aspect[]): string => {
  const text = aspects
    .filter(({ aspect }) => some.includes(aspect))
    .map(({ title }) => title.toLowerCase())
    .join(', ');
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
};

export const endOf = ({ answered, resolved }: MonthTold['quality'][number]): string =>
  resolved !== null
    ? `Resolved by ${resolved.by?.name ?? 'somebody'}, ${spellDay(resolved.on)}${resolved.how === null ? '' : `: ${resolved.how}`}`
    : answered !== null
      ? `Answered by ${answered.by?.name ?? 'somebody'}${answered.inTime ? '' : ', late'}; not resolved`
      : 'Not answered';

/** Who was there for ISD, and for whom else. */
export const whoAttended = ({ attended, others }: MonthTold['meetings'][number]): string =>
  [attended.map(({ name }) => name).join(', '), others].filter((one) => one).join('; ');

export const actionStateOf = ({ doneOn, inTime }: MonthTold['actions'][number]): string =>
  doneOn === null ? 'Open' : `Finished on ${spellDay(doneOn)}${inTime === false ? ', late' : ''}`;
