// How a page in a ticket keeps fresh: it reads once, then looks at storage alone, and reads again where something has changed.
import { useMemo } from 'react';
import type { Edition } from '../../src/contract/ticket';
import { ownActs } from './own-acts';
import { problemOf } from './problem';
import { TicketEvents } from './ticket-events';
import type { Asks } from './back-off';
import type { Received } from './clock';
import { type Live, useLive } from './use-live';

/** Where something is being carried out the page looks often, and after so many looks it reads. */
const pendingMs = 3_000;
const patience = 20;
const usualMs = 60_000;

interface TicketPage<View> {
  readonly issueId: string;
  readonly load: () => Promise<View>;
  /** Rejected as `changed-meanwhile` where the page has to be read again. */
  readonly look: (mark: string) => Promise<Pick<Edition, 'revision'>>;
  /** What a change in Jira asks of it: to read again, where it shows much of the ticket itself. */
  readonly onChange: Asks;
  /** Milliseconds from the reading until something that it shows happens by itself, or null. */
  readonly nextMoment?: (view: View) => number | null;
}

interface Shown extends Edition {
  readonly pending: object | null;
}

/** @param page must not change between renders, but for the ticket */
export function useLiveTicket<View extends Shown>({
  issueId,
  load,
  look,
  onChange,
  nextMoment = never,
}: TicketPage<View>): Live<View> {
  const liveliness = useMemo(() => {
    const heard = new TicketEvents(issueId, onChange);
    let looks = 0;
    return {
      every: (view: View | null) => (view?.pending ? pendingMs : usualMs),
      nextMoment,
      stillHolds: async ({ view, at }: Received<View>) => {
        looks += 1;
        // Some of what it shows follows from the day.
        if (!isToday(at) || (view.pending && looks % patience === 0)) return null;
        try {
          const { revision } = await look(view.mark);
          return revision === view.revision ? view : { ...view, revision };
        } catch (error) {
          if (problemOf(error).code === 'changed-meanwhile') return null;
          throw error;
        }
      },
      on: {
        // Jira: https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-context/#events
        JIRA_ISSUE_CHANGED: (payload: unknown) => heard.changed(payload, Date.now()),
        [ownActs.begun]: () => heard.actBegun(Date.now()),
        [ownActs.ended]: () => heard.actEnded(Date.now()),
      },
    };
  }, [issueId, look, onChange, nextMoment]);
  return useLive(load, liveliness);
}

const never = (): null => null;

const isToday = (at: number): boolean => new Date(at).toDateString() === new Date().toDateString();
