// What the panel shows of what the departments tell and ask each other.
import type { AccountId } from '../../../core/ids';
import type { Situation } from '../../../core/situation';
import { personView } from '../../../app/views/why';
import { type AskedIn, isAsked } from '../../../core/asked';
import { id as hybrid } from '../state';
import type { KnowledgeView } from '../contract/panel';
import { type Knowledge, lackedBy, newsOf, type Update } from '../knowledge';
import { questionKey } from '../questions';
import { departmentOf } from '../sides';
import { knowersOf, seatsHeldBy } from '../who-knows';
import { nameOfAccount } from './onboarding-view';

/** So many of those who have to acknowledge are named. */
const mostNamed = 5;
/** Seats looked at for them: many may be one person's. */
const mostLooked = 30;

/** What somebody has to acknowledge. */
export function newsFor(
  situation: Situation,
  knowledge: Knowledge,
  viewer: AccountId,
  clocks: AskedIn = {},
): readonly Update[] {
  const held = seatsHeldBy(situation, knowledge, viewer, clocks);
  return [...new Set(held.flatMap((seat) => newsOf(knowledge, seat)))];
}

export function knowledgeView(
  situation: Situation,
  knowledge: Knowledge,
  viewer: AccountId,
  clocks: AskedIn = {},
): KnowledgeView {
  const { people, now } = situation;
  const side = departmentOf(situation, viewer, knowledge.accounts);
  const news = newsFor(situation, knowledge, viewer, clocks).map(({ id }) => id);
  return {
    class: knowledge.class,
    accounts: knowledge.accounts.map((cid) => ({ cid, name: nameOfAccount(situation, cid) })),
    forAdmins: knowledge.forAdmins,
    older: knowledge.older ?? { updates: 0, questions: 0 },
    updates: [...knowledge.updates].reverse().map((update) => {
      const { id, from, by, at, text, happened = null, times = 1 } = update;
      const lacking = lackedBy(knowledge, update);
      const waitsFor = [
        ...new Set(
          lacking.slice(0, mostLooked).flatMap((seat) => knowersOf(situation, seat).slice(0, 1)),
        ),
      ];
      return {
        id,
        from,
        by: by === null ? null : personView(people, by),
        at,
        text,
        happened,
        times,
        news: news.includes(id),
        seen: lacking.length === 0,
        waitsFor: waitsFor.slice(0, mostNamed).map((person) => personView(people, person)),
      };
    }),
    questions: [...knowledge.questions]
      .reverse()
      .map(({ id, from, by, at, text, dueAt, answered }) => ({
        id,
        from,
        by: personView(people, by),
        at,
        text,
        dueAt,
        overdue: answered === null && now >= dueAt,
        mayAnswer:
          answered === null &&
          ((side !== null && side !== from) ||
            isAsked(clocks, { procedure: hybrid, wait: questionKey({ id }) }, viewer)),
        answered:
          answered === null
            ? null
            : { by: personView(people, answered.by), at: answered.at, text: answered.text },
      })),
  };
}
