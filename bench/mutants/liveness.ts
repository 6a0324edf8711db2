import type { Defect } from './defect';

const walks = 'test/liveness/liveness.test.ts';
const decide = 'src/core/decide.ts';

/** Something is open and waits for nobody, or the past is judged by the present (X10, X11). */
export const liveness: readonly Defect[] = [
  {
    name: 'owe nothing while nobody knows the account (A12)',
    file: 'src/procedures/account-manager/waits.ts',
    test: walks,
    find: 'waiting === null || ask !== null ?',
    replace: 'waiting === null || waiting.at !== null ?',
  },
  {
    name: 'owe no classification of what came in as a change request (CR-02)',
    file: 'src/procedures/change-request/waits.ts',
    test: walks,
    find: 'if (change === undefined) return toClassify(c, policy);',
    replace: 'if (change === undefined) return toClassify(c, policy).slice(1);',
  },
  {
    name: 'owe nothing about an escalation (KA-13)',
    file: 'src/procedures/key-account/waits.ts',
    test: walks,
    find: '...escalationWaits(c, settings)',
    replace: '...escalationWaits(c, settings).slice(1)',
  },
  {
    name: 'owe no account of a new engineer (EA-21)',
    file: 'src/procedures/access-request/waits.ts',
    test: walks,
    find: '...owed.setUp(),',
    replace: '...owed.setUp().slice(1),',
  },
  {
    name: 'owe no acknowledgement of news (HY-18)',
    file: 'src/procedures/hybrid-account/waits.ts',
    test: walks,
    find: '...ofNews(c, policy, knowledge),',
    replace: '...ofNews(c, policy, knowledge).slice(1),',
  },
  {
    name: 'ask somebody who has left (A14)',
    file: 'src/core/holder.ts',
    test: 'test/core/holder.test.ts',
    find: 'isThere(situation, person) && situation.people[person]?.cannotSee',
    replace: 'situation.people[person]?.cannotSee',
  },
  {
    name: 'count whoever comes in the place of somebody as told (A14)',
    file: 'src/core/hand-over.ts',
    test: 'test/core/who-joins.test.ts',
    find: 'if (gone.length === 0 && told.length > 0)',
    replace: 'if (told.length > 0)',
  },
  {
    name: 'take what a publication makes owed for what has just happened (X11)',
    file: decide,
    test: 'test/core/waits.test.ts',
    find: 'if (!met || clocksUnder === c.policy.version) return;',
    replace: 'if (!met || clocksUnder !== undefined) return;',
  },
  {
    name: 'keep the clocks once, after everything that happened (X10)',
    file: decide,
    test: 'test/core/heard-late.test.ts',
    find: 'keepClocks(c, { at: happening.at, by: authorOf(happening) });',
    replace: 'authorOf(happening);',
  },
  {
    name: 'report somebody silent who has only just come (X11)',
    file: 'src/core/climb.ts',
    test: 'test/core/who-joins.test.ts',
    find: 'until <= c.now ? [person] : []',
    replace: "until > '' ? [person] : []",
  },
  {
    name: 'say nothing of what stands still (X11)',
    file: 'src/core/pass-time.ts',
    test: walks,
    find: 'return standingStill(c, clock);',
    replace: 'return clock;',
  },
];
