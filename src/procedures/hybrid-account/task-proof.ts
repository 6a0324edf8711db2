// K9: what is said to be done has to be there: a channel and an Onboarding Object have their link, a meeting took place.
import { type Because, because } from '../../core/because';
import { spellTime } from '../../core/calendar/spell-time';
import type { Case } from '../../core/case';
import type { Instant } from '../../core/instant';
import { calendarOf } from '../../core/situation';
import type { Onboarding, OnboardingTask } from './onboarding';

/** What somebody gives with a task that they mark as done. */
export interface Given {
  /** Where it is. */
  readonly url?: string | null;
  /** When it was done; now where it is absent. */
  readonly at?: Instant | null;
}

/** What a task still asks for before it can be marked as done: a link, or the time at which it took place. */
export const lacks = (onboarding: Onboarding, { kind }: OnboardingTask): 'url' | 'at' | null => {
  if (kind === 'object') return onboarding.object === null ? 'url' : null;
  if (kind === 'channel') return onboarding.channel === null ? 'url' : null;
  return kind === 'meeting' && onboarding.meetingAt === null ? 'at' : null;
};

export const isLink = (url: string): boolean => /^https:\/\/\S+$/u.test(url);
export const noLink = (clause: string, url: string): Because => ({
  ...because(clause, 'A link begins with https://.', { link: url }),
  field: 'url',
});

/** What the onboarding keeps of it, or why the task cannot be marked as done yet. */
export function proofOf(
  c: Case,
  onboarding: Onboarding,
  task: OnboardingTask,
  { url = null, at = null }: Given,
): Partial<Onboarding> | Because {
  const given = url === null || url.trim() === '' ? null : url.trim();
  if (given !== null && !isLink(given)) return noLink('H7', given);
  if (at !== null && at > c.now)
    return { ...because(task.clause, 'This time is still to come.', { at }), field: 'at' };
  switch (task.kind) {
    case 'object': {
      const link = given ?? onboarding.object?.url;
      return link === undefined
        ? {
            ...because('HY-10', 'Add the link to the Onboarding Object first.', {}),
            field: 'url',
          }
        : {
            object: {
              url: link,
              at: link === onboarding.object?.url ? onboarding.object.at : c.now,
              updatedAt: at ?? c.now,
            },
          };
    }
    case 'channel': {
      const link = given ?? onboarding.channel;
      return link === null
        ? { ...because('HY-11', 'Add the link to the channel first.', {}), field: 'url' }
        : { channel: link };
    }
    case 'meeting':
      return heldMeeting(c, onboarding, at);
    case 'call':
    case 'inform':
    case 'slot':
    case 'task':
      return {};
  }
}

/** HY-05: a meeting has its time, and nobody can say that it was held before it took place. */
function heldMeeting(
  c: Case,
  { meetingAt, joinedAt }: Onboarding,
  said: Instant | null,
): Partial<Onboarding> | Because {
  const at = said ?? meetingAt;
  if (at === null)
    return {
      ...because('HY-05', 'Say when the sync meeting was, or set its time first.', {}),
      field: 'at',
    };
  if (at > c.now)
    return because(
      'HY-05',
      `The sync meeting is ${spellTime(at, calendarOf(c, null).timeZone)}. Mark it as held when it has taken place.`,
      { at },
      { kind: 'wait-until', at },
    );
  return joinedAt !== null && at < joinedAt
    ? {
        ...because('HY-20', 'The sync meeting follows both onboarding calls.', {
          'both called': joinedAt,
        }),
        field: 'at',
      }
    : { meetingAt: at };
}
