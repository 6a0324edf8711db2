// Defects of one line each. A rule that nobody would miss is not tested.
import type { Defect } from './defect';
import { liveness } from './liveness';
import { otherProcedures } from './other-procedures';
import { waits } from './waits';

const answer = 'src/procedures/account-manager/answer.ts';
const reply = 'src/procedures/account-manager/customer-reply.ts';

const accountManager: readonly Defect[] = [
  {
    name: 'after a crash, post without looking whether the note is there',
    file: 'src/app/post-comment.ts',
    test: 'test/simulation/request.test.ts',
    find: 'if (posted !== null) return done({ comments: [posted.id] });',
    replace: '',
  },
  {
    name: 'ignore Retry-After',
    file: 'src/jira/http.ts',
    test: 'test/jira/door.test.ts',
    find: 'seconds > 0 ? seconds : defaultRetrySeconds',
    replace: '1',
  },
  {
    name: 'skip the rule for one person in both roles (AM-09)',
    file: 'src/procedures/account-manager/managers.ts',
    test: 'test/procedures/account-manager/managers.test.ts',
    find: 'if (accountManager !== regionalManager) {',
    replace: 'if (accountManager !== null) {',
  },
  {
    name: 'let the clock run at night (A8)',
    file: 'src/core/due.ts',
    test: 'test/simulation/random-desks.test.ts',
    find: 'allowance.minutes === 0 ? from : addBusinessMinutes(calendar, from, allowance.minutes);',
    replace: 'new Date(Date.parse(from) + allowance.minutes * 60_000).toISOString();',
  },
  {
    name: 'believe the ticket that the page names',
    file: 'src/forge/resolvers/answering.ts',
    test: 'test/simulation/who-sees-what.test.ts',
    find: 'const context = request.context as PlatformContext;',
    replace:
      'const context = { ...request.context, extension: { issue: { id: (request.payload as { issueId?: string } | undefined)?.issueId ?? (request.context as PlatformContext).extension?.issue?.id } } } as PlatformContext;',
  },
  {
    name: 'post for everybody to read (X7)',
    file: 'src/jira/marks.ts',
    test: 'test/jira/door.test.ts',
    find: 'internal: true',
    replace: 'internal: false',
  },
  {
    name: 'leave a note that came out public (X7)',
    file: 'src/jira/door.ts',
    test: 'test/jira/door.test.ts',
    find: 'if (posted.jsdPublic',
    replace: 'if (false && posted.jsdPublic',
  },
  {
    name: 'take a bot for the person asked (A3)',
    file: answer,
    test: 'test/procedures/account-manager/answer.test.ts',
    find: "if (author.kind === 'app')",
    replace: "if (author.kind === ('nobody' as string))",
  },
  {
    name: 'take an older comment for the answer (A3)',
    file: answer,
    test: 'test/procedures/account-manager/answer.test.ts',
    find: 'if (comment.at < ask.askedAt)',
    replace: "if (comment.at < '')",
  },
  {
    name: 'take the asker’s own words for the answer (A3)',
    file: answer,
    test: 'test/procedures/account-manager/answer.test.ts',
    find: 'if (author.accountId === ask.askedBy && author.accountId !== ask.holder) {',
    replace: "if (author.accountId === '') {",
  },
  {
    name: 'escalate before looking at what happened',
    file: 'src/core/decide.ts',
    test: 'test/procedures/account-manager/silence.test.ts',
    find: '  for (const happening of happenings(ledger, situation)) {',
    replace:
      '  for (const procedure of situation.procedures) run(c, procedure, () => procedure.onTime(c));\n  for (const happening of happenings(ledger, situation)) {',
  },
  {
    name: 'tell people before everything that happened was considered (X10)',
    file: 'src/core/decide.ts',
    test: 'test/core/waits.test.ts',
    find: 'keepClocks(c, { at: happening.at, by: authorOf(happening) });',
    replace: 'passTime(c, keepClocks(c, { at: happening.at, by: authorOf(happening) }));',
  },
  {
    name: 'tag everybody for what a publication makes owed (X11)',
    file: 'src/core/decide.ts',
    test: 'test/core/waits.test.ts',
    find: 'keepClocks(c, { at: c.now, by: null, adopted: until });',
    replace: 'keepClocks(c, { at: c.now, by: null });',
  },
  {
    name: 'take the times of the settings in force for what was asked before (X11)',
    file: 'src/core/clockwork.ts',
    test: 'test/core/waits.test.ts',
    find: 'above: peopleOfNow(clock.above, above) };',
    replace: 'above, within: wait.within };',
  },
  {
    name: 'close the clock of what cannot be told (X10)',
    file: 'src/core/clockwork.ts',
    test: 'test/core/waits.test.ts',
    find: 'const waits = owed?.(c) ?? null;',
    replace: 'const waits = owed?.(c) ?? [];',
  },
  {
    name: 'name somebody late who was never told (X11)',
    file: 'src/core/pass-time.ts',
    test: 'test/core/waits.test.ts',
    find: 'later(clock.dueAt, after(c, left, later(clock.since, now), holder))',
    replace: 'clock.dueAt',
  },
  {
    name: 'escalate to somebody who was asked below (W7)',
    file: 'src/core/climb.ts',
    test: 'test/core/waits.test.ts',
    find: 'const not = [...excluded(clock), ...asked];',
    replace: 'const not = [...excluded(clock)];',
  },
  {
    name: 'ask somebody who must not do it',
    file: 'src/core/holder.ts',
    test: 'test/core/waits.test.ts',
    find: 'sees(situation, person) && !not.includes(person) &&',
    replace: 'sees(situation, person) && !(not.length < 0) &&',
  },
  {
    name: 'escalate a minute early (AM-20)',
    file: 'src/core/pass-time.ts',
    test: 'test/procedures/account-manager/silence.test.ts',
    find: 'const comes = clock.nextAt !== null && c.now >= clock.nextAt;',
    replace:
      'const comes = clock.nextAt !== null && Date.parse(c.now) + 60_000 >= Date.parse(clock.nextAt);',
  },
  {
    name: 'escalate to whoever was asked already (A15)',
    file: 'src/core/climb.ts',
    test: 'test/procedures/account-manager/silence.test.ts',
    find: 'const not = [...excluded(clock), ...asked];',
    replace: 'const not = excluded(clock);',
  },
  {
    name: 'start the clock anew when the customer replies (AM-30)',
    file: reply,
    test: 'test/procedures/account-manager/customer-reply.test.ts',
    find: "stays: reading !== 'at-once', answered: false } });",
    replace:
      "stays: reading !== 'at-once', answered: false }, dueAt: addBusinessMinutes(calendarOf(c, null), comment.at, 480) });",
  },
  {
    name: 'always put back to Waiting for Account Manager (AM-27)',
    file: 'src/procedures/account-manager/ask.ts',
    test: 'test/procedures/account-manager/customer-reply.test.ts',
    find: "ask.rung === 0 ? 'waiting-for-account-manager' : 'waiting-for-management'",
    replace: "ask.rung >= 0 ? 'waiting-for-account-manager' : 'waiting-for-management'",
  },
  {
    name: 'put back over the customer’s head (AM-29)',
    file: 'src/procedures/account-manager/escalate.ts',
    test: 'test/procedures/account-manager/customer-reply.test.ts',
    find: 'if (supportHasIt(c, ask)) return;',
    replace: '',
  },
  {
    name: 'keep silent about a manager’s name in public (X7)',
    file: 'src/procedures/account-manager/leak.ts',
    test: 'test/procedures/account-manager/request.test.ts',
    find: 'if (names === null) return;',
    replace: 'if (names !== undefined) return;',
  },
  {
    name: 'fill in again what was empty before anybody was asked (AM-32)',
    file: 'src/procedures/account-manager/repair.ts',
    test: 'test/procedures/account-manager/radar.test.ts',
    find: 'change.to !== null || change.at < ask.askedAt) return;',
    replace: 'change.to !== null) return;',
  },
  {
    name: 'leave a mended ticket on the radar (AM-32)',
    file: 'src/core/radar.ts',
    test: 'test/app/radar/radar.test.ts',
    find: 'one.length === other.length && ',
    replace: '',
  },
  {
    name: 'guess the account of two organizations (A12)',
    file: 'src/core/account.ts',
    test: 'test/core/account.test.ts',
    find: 'return distinct.length === 1 ?',
    replace: 'return distinct.length > 0 ?',
  },
  {
    name: 'act on a state that has passed',
    file: 'src/app/take-turn.ts',
    test: 'test/app/take-turn.test.ts',
    find: 'doing.expectedRevision !== (record?.edition ?? 0)',
    replace: 'doing.expectedRevision < 0',
  },
  {
    name: 'store over what somebody else stored',
    file: 'src/kvs/save-tickets.ts',
    test: 'test/kvs/ticket-store.test.ts',
    find: "conditions: new Filter<TicketRow>().and('revision', expected)",
    replace: 'conditions: undefined as never',
  },
  {
    name: 'look no further back than the last sweep',
    file: 'src/app/reconcile-tickets.ts',
    test: 'test/simulation/request.test.ts',
    find: 'const minutes = Math.ceil((msOf(now) - from) / 60_000);',
    replace: 'const minutes = from > 0 ? 1 : 0;',
  },
  {
    name: 'let everybody change the settings',
    file: 'src/app/administrators.ts',
    test: 'test/app/administrators.test.ts',
    find: 'if (await asViewer.mayAdminister()) return accountId;',
    replace: 'if ((await asViewer.mayAdminister()) || accountId) return accountId;',
  },
];

export const defects: readonly Defect[] = [
  ...accountManager,
  ...otherProcedures,
  ...liveness,
  ...waits,
];
