// Defects by which something that is owed would be forgotten, said to the wrong people, or not be possible to do.
import type { Defect } from './defect';

const month = 'test/long-month/long-month.test.ts';
const list = 'test/long-month/list-is-enough.test.ts';
const strip = 'test/long-month/strip.test.ts';
const office = 'test/simulation/random-offices.test.ts';

export const waits: readonly Defect[] = [
  {
    name: 'tell those above a day late',
    file: 'src/core/climb.ts',
    test: month,
    find: 'after(situation, step?.after ?? { days: 1 }, told, holder),',
    replace: 'after(situation, { days: 2 }, told, holder),',
  },
  {
    name: 'remind the last of them once',
    file: 'src/core/climb.ts',
    test: month,
    find: "c.queue.readings.afterLadder === 'daily' ? nextMorning(c, clock) : null",
    replace: 'clock.late === true ? null : nextMorning(c, clock)',
  },
  {
    name: 'let a wait without a first step above end with its due time',
    file: 'src/core/climb.ts',
    test: month,
    find: '(alone ? backDown(c, clock) : late(c, clock))',
    replace: 'nothing({ ...clock, nextAt: null })',
  },
  {
    name: 'tell whoever owes it a second time',
    file: 'src/core/clockwork.ts',
    test: month,
    find: "(person === by || saying || (wait.tell === 'said' && c.hasTagged(procedure, person))));",
    replace: 'saying);',
  },
  {
    name: 'tell the manager of those who stand above',
    file: 'src/core/climb.ts',
    test: month,
    find: 'const wanted = meant(situation, { of: step.to, cid: clock.cid }, { not, held: [] });',
    replace: "const wanted = meant(situation, { of: 'assignee', cid: clock.cid });",
  },
  {
    name: 'write another due time than the one that counts',
    file: 'src/core/wait-words.ts',
    test: month,
    find: 'const due = spellTime(clock.dueAt, timeZone);',
    replace: 'const due = spellTime(clock.since, timeZone);',
  },
  {
    name: 'call somebody silent who has something else',
    file: 'src/core/climb.ts',
    test: month,
    find: 'before: clock, silent };',
    replace: 'before: clock, silent: to };',
  },
  {
    name: 'forget that an account has to be tested',
    file: 'src/procedures/access-request/waits.ts',
    test: list,
    find: "progress }) => progress === 'created');",
    replace: "progress }) => progress === 'verified' && progress !== 'verified');",
  },
  {
    name: 'offer the tester of a change request the word of the CSM',
    file: 'src/procedures/change-request/waits.ts',
    test: list,
    find: "acts: ['approve', 'decline'],",
    replace: "acts: ['ask', 'decline'],",
  },
  {
    name: 'ask the author for the review',
    file: 'src/procedures/key-account/release-waits.ts',
    test: list,
    find: "key: releaseKeys.review(as), title, clause: 'KA-10', not, acts",
    replace: "key: releaseKeys.review(as), title, clause: 'KA-10', acts",
  },
  {
    name: 'forget the ticket of the integrations team',
    file: 'src/procedures/hybrid-account/waits.ts',
    test: list,
    find: '...ofIntegration(c, policy)',
    replace: '...ofIntegration(c, policy).slice(1)',
  },
  {
    name: 'answer no question from its own line',
    file: 'src/core/wait-acts.ts',
    test: list,
    find: '[questionKey(key), escalationKey(key)].includes(wait)',
    replace: 'key === wait',
  },
  {
    name: 'foresee everything for now',
    file: 'src/core/next-steps.ts',
    test: strip,
    find: 'steps.push({ at: now, text, because });',
    replace: 'steps.push({ at: situation.now, text, because });',
  },
  {
    name: 'remind whenever somebody looks',
    file: 'src/core/pass-time.ts',
    test: strip,
    find: 'if (!comes) return nothing(withMoreTime(c, clock));',
    replace: 'if (!comes && clock.late !== true) return nothing(withMoreTime(c, clock));',
  },
  {
    name: 'say what falls due a day late (AM-19)',
    file: 'src/core/due.ts',
    test: office,
    find: 'dueAfterDays(calendar, from, allowance.days);',
    replace: 'dueAfterDays(calendar, from, allowance.days + 1);',
  },
  {
    name: 'keep from somebody’s list what they have (X10)',
    file: 'src/core/wait-rows.ts',
    test: office,
    find: 'rung: theirs, until, over } of clock.asked)',
    replace: 'rung: theirs, until, over } of clock.asked.slice(0, 1))',
  },
  {
    name: 'ask somebody whose work it is not whether it is a change request (CR-02)',
    file: 'src/procedures/change-request/waits.ts',
    test: office,
    find: "of: 'integration-team',",
    replace: "of: 'dev-ops',",
  },
  {
    name: 'say in a reminder that what is still to come is over (X11)',
    file: 'src/core/wait-words.ts',
    test: 'test/core/wait-acts.test.ts',
    find: 'still open: ${ended(what)} It ${is} due by ${due}.`',
    replace: 'still open: ${ended(what)} It was due by ${due}.`',
  },
  {
    name: 'tell people of what is over or with somebody else by then (X10)',
    file: 'src/core/wait-event.ts',
    test: 'test/core/told-late.test.ts',
    find: ' || clock.opened !== told.opened || clock.rung !== told.rung',
    replace: '',
  },
  {
    name: 'count the time from words that nobody could read (X10)',
    file: 'src/app/take-turn.ts',
    test: 'test/app/telling.test.ts',
    find: 'return toldOnlyNow(ledger, situation, unsaid.flatMap(tellsOf));',
    replace: 'return ledger;',
  },
  {
    name: 'tell people twice after a crash (X10)',
    file: 'src/app/carry-out.ts',
    test: 'test/app/telling.test.ts',
    find: 'return posted === null ? null : done({ comments: [posted.id] });',
    replace: 'return null;',
  },
  {
    name: 'fight a rule of Jira for ever (S9)',
    file: 'src/procedures/account-manager/repair.ts',
    test: 'test/procedures/account-manager/moved-by-rule.test.ts',
    find: 'reply.id <= (ask.backAfter ?? 0) ||',
    replace: '',
  },
];
