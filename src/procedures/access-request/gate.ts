// EA-20, EA-21: nothing leaves before the engineer has started and Internal IT is ready.
import { type Because, because } from '../../core/because';
import { type LocalDate, utcOfLocal } from '../../core/calendar/local-time';
import { type Instant, instantOf, later } from '../../core/instant';
import { calendarOf, type Situation } from '../../core/situation';
import type { AccessRequest } from './access-request';

/** Why nothing may leave today; null when it may. @param today in the queue's own time zone */
export function gate(request: AccessRequest, today: LocalDate): Because | null {
  if (request.override !== null) return null;
  const waits = [
    ...(today < request.employmentStart
      ? [`the engineer starts on ${request.employmentStart}`]
      : []),
    ...(request.itReady === null
      ? ['Internal IT has not reported account and e-mail as ready']
      : []),
  ];
  if (waits.length === 0) return null;
  return because(
    today < request.employmentStart ? 'EA-20' : 'EA-21',
    `Nothing is sent to customers yet: ${waits.join(', and ')}.`,
    {
      today,
      'employment start': request.employmentStart,
      'Internal IT': request.itReady === null ? 'not ready' : `ready since ${request.itReady.at}`,
    },
  );
}

/** Since when it is open, where it is: by a team lead's word, or by the day and Internal IT. */
export function gateOpens(
  situation: Situation,
  { override, itReady, employmentStart }: AccessRequest,
): Instant {
  const day = utcOfLocal(calendarOf(situation, null).timeZone, employmentStart, 0);
  return override?.at ?? later(itReady?.at ?? '', instantOf(day));
}

/** The first day on which something may leave, as far as it is known: IT is taken to be ready in time. */
export const earliestDay = (request: AccessRequest, today: LocalDate): LocalDate =>
  request.override !== null || today > request.employmentStart ? today : request.employmentStart;
