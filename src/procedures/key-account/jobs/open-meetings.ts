// KA-06: every week one ticket for the meeting about key accounts, whatever fails on the way.
import { meetingDay } from '../meeting-day';
import { type OpenActions, openActionsList } from '../meeting';
import { beginMeeting } from '../meeting-steps';
import { mondayOf } from '../summary';
import { spellDay } from '../../../core/calendar/spell-time';
import { localDateAt } from '../../../core/calendar/local-time';
import { msOf } from '../../../core/instant';
import type { Policy, QueuePolicy } from '../../../core/policy';
import type { Ports } from '../../../app/ports';
import { keyAccountSettingsOf } from '../settings/policy';
import { inEveryQueue, openOnce } from './open-once';

/** Earlier meetings that one comment names. */
const mostNamed = 10;

/**
 * Opens the meeting of this week in every queue that keeps one; run again, it does nothing more.
 * @throws the first failure, after every other queue had its turn
 */
export const openMeetings = (ports: Ports): Promise<void> =>
  inEveryQueue(ports, 'meeting-not-opened', (policy, queue) => open(ports, policy, queue));

async function open(ports: Ports, policy: Policy, queue: QueuePolicy): Promise<void> {
  const settings = keyAccountSettingsOf(queue)?.meeting ?? null;
  const calendar = policy.calendars[queue.calendar];
  if (settings === null || calendar === undefined) return;
  const { projectId } = queue;
  const week = mondayOf(localDateAt(calendar.timeZone, msOf(ports.now())));
  const day = meetingDay(calendar, week, settings.weekday);
  // A meeting of before these settings was nobody's (X11); in a week of holidays there is none.
  if (day === null || localDateAt(calendar.timeZone, msOf(policy.effectiveFrom)) > day) return;
  await openOnce(ports, policy, {
    key: `meeting-${projectId}-${week}`,
    projectId,
    requestType: settings.requestType,
    summary: `Key accounts: weekly meeting, ${spellDay(day)}`,
    description:
      'The weekly interdepartmental meeting about key accounts. The panel "Key account" of this ticket shows the trends and the actions that are still open. Note changes and actions there, and record who attended.',
    knows: (part) => part?.meeting != null,
    begin: async () => {
      const earlier = await earlierMeetings(ports, projectId, week);
      return (c, own) => beginMeeting(c, own, { week, day, settings, earlier });
    },
  });
}

/** The tickets of earlier meetings of which something is open, the latest first. */
const earlierMeetings = async (
  ports: Ports,
  projectId: string,
  week: string,
): Promise<readonly string[]> =>
  (await ports.tickets.listed<OpenActions>(openActionsList, projectId, mostNamed, 'latest-first'))
    .filter((meeting) => meeting.week < week)
    .map(({ key }) => key);
