import type { Defect } from './defect';

const changeGate = 'src/domain/change-request/may.ts';
const witness = 'src/domain/key-account/witness.ts';

/** Change requests, key accounts, access requests, hybrid accounts, and what comes in from outside. */
export const otherProcedures: readonly Defect[] = [
  {
    name: 'let one of ours sign for the customer (C7)', file: changeGate, test: 'test/domain/change-request/may.test.ts',
    find: "if (side === 'team') return because('C7'", replace: "if (side === ('nobody' as string)) return because('C7'",
  },
  {
    name: 'let any customer decide where some are named (C8)', file: changeGate, test: 'test/domain/change-request/may.test.ts',
    find: 'if (named.length > 0 && !named.includes(accountId))', replace: 'if (named.length > 99)',
  },
  {
    name: 'show money to everybody (CR-09)', file: changeGate, test: 'test/domain/change-request/may.test.ts',
    find: 'rolesOf(situation, person).some((role) => moneyRoles.includes(role));', replace: "rolesOf(situation, person).length >= 0 && person !== '';",
  },
  {
    name: 'round half a cent down (C10)', file: 'src/domain/change-request/money.ts', test: 'test/domain/change-request/money.test.ts',
    find: 'Math.floor((halfDays * dayRate + 1) / 2)', replace: 'Math.floor((halfDays * dayRate) / 2)',
  },
  {
    name: 'keep the approval of a cost that rose (C11)', file: 'src/domain/change-request/depends.ts', test: 'test/domain/change-request/depends.test.ts',
    find: "cost: { 'internal-approval': 'on-rise', 'customer-approval': 'on-rise' },", replace: "cost: { 'internal-approval': 'on-rise', 'customer-approval': 'said' },",
  },
  {
    name: 'show the customer a document before its time (CR-15)', file: 'src/app/change-request/portal-view.ts', test: 'test/simulation/change-request-customer.test.ts',
    find: "...(asked(change, 'customer-approval') ? [{", replace: "...(asked(change, 'customer-approval') || content.requirement !== '' ? [{",
  },
  {
    name: 'let the author witness (K5)', file: witness, test: 'test/domain/key-account/release.test.ts',
    find: 'if (authors.includes(person)) return', replace: 'if (authors.length > 99) return',
  },
  {
    name: 'take three attestations at once for three moments (M10)', file: witness, test: 'test/domain/key-account/release.test.ts',
    find: 'msOf(now) - msOf(last.at) < minutesApart * minuteMs', replace: 'msOf(now) - msOf(last.at) < 0',
  },
  {
    name: 'let one person review and double-check (K6)', file: 'src/domain/key-account/review.ts', test: 'test/domain/key-account/release.test.ts',
    find: "if (other?.by === by && policy.reviews === 'two-people')", replace: "if (other?.by === '' && policy.reviews === 'two-people')",
  },
  {
    name: 'believe a record that was changed (M10)', file: 'src/domain/key-account/chain.ts', test: 'test/domain/key-account/release.test.ts',
    find: 'if (hashOf(record) !== record.hash) return', replace: "if (record.hash === '') return",
  },
  {
    name: 'count on after a failed cycle (K10)', file: 'src/domain/key-account/cycles.ts', test: 'test/domain/key-account/cycles.test.ts',
    find: "(onFailure === 'go-on' || place > failed)", replace: "(onFailure === 'go-on' || place >= 0 || failed < 0)",
  },
  {
    name: 'lower a priority to the floor (KA-12)', file: 'src/domain/key-account/on-time.ts', test: 'test/domain/key-account/floor.test.ts',
    find: 'if (priorityRank(queue, wanted) <= priorityRank(queue, policy.floor)) return;', replace: 'if (wanted === policy.floor) return;',
  },
  {
    name: 'send before the engineer has started (EA-20)', file: 'src/domain/access/gate.ts', test: 'test/domain/access/gate.test.ts',
    find: '...(today < request.employmentStart ? [`the engineer starts', replace: "...(today < '' ? [`the engineer starts",
  },
  {
    name: 'write what the customer does not need (EA-24)', file: 'src/domain/access/letter.ts', test: 'test/domain/access/letter.test.ts',
    find: 'personalIn(line).every((field) => wanted.includes(field))', replace: 'personalIn(line).every((field) => field !== undefined || wanted.includes(field))',
  },
  {
    name: 'ask for a first response after the reply (EA-16)', file: 'src/domain/access/on-time.ts', test: 'test/domain/access/ladders.test.ts',
    find: "return row.progress === 'sent' && row.firstResponseDueAt !== null", replace: 'return row.firstResponseDueAt !== null',
  },
  {
    name: 'delete personal data while a row is open (EA-24)', file: 'src/domain/access/purge.ts', test: 'test/domain/access/ladders.test.ts',
    find: 'if (open.length > 0) {', replace: 'if (open.length > 99) {',
  },
  {
    name: 'take self-managed credentialing for the service (HY-01)', file: 'src/domain/hybrid/products.ts', test: 'test/domain/hybrid/products.test.ts',
    find: "owned.has('credentialing-service') && (", replace: "(owned.has('credentialing-service') || owned.has('credentialing-software')) && (",
  },
  {
    name: 'forget what the other department has seen (M15)', file: 'src/domain/hybrid/knowledge.ts', test: 'test/domain/hybrid/knowledge.test.ts',
    find: '&& update.id > knowledge.seen[department]', replace: '',
  },
  {
    name: 'open a second onboarding of one opportunity (H6)', file: 'src/app/hybrid/closed-won.ts', test: 'test/simulation/account-feed.test.ts',
    find: 'const opening = openingOf(opportunity);', replace: 'const opening = `${openingOf(opportunity)} ${ports.now()}`;',
  },
  {
    name: 'take an opportunity of two lines for two (H6)', file: 'src/app/accounts/import/won-deals.ts', test: 'test/simulation/accounts-won.test.ts',
    find: 'if (twice !== undefined) return `${won.opportunity} stands', replace: 'if (twice === 0) return `${won.opportunity} stands',
  },
  {
    name: 'open as many onboardings as a file names', file: 'src/app/accounts/import/won-deals.ts', test: 'test/simulation/accounts-won.test.ts',
    find: 'if (this.#opens.length > mostOpened)', replace: 'if (this.#opens.length < 0)',
  },
  {
    name: 'believe any signature', file: 'src/app/accounts/feed/receive.ts', test: 'test/simulation/account-feed.test.ts',
    find: 'if (secret === null || !same(sign(secret, `${call.timestamp}.${call.body}`), call.signature.toLowerCase()))', replace: "if (secret === null || !same(call.signature.toLowerCase(), call.signature.toLowerCase()))",
  },
  {
    name: 'believe an old signature', file: 'src/app/accounts/feed/receive.ts', test: 'test/simulation/account-feed.test.ts',
    find: '!(Math.abs(msOf(now) - signedAt) <= longestAgeMs) || ', replace: '',
  },
  {
    name: 'take 3/4/2026 for a day', file: 'src/app/date-shapes.ts', test: 'test/app/date-shapes.test.ts',
    find: 'v.string(`${what} must be text.`), v.isoDate(`${what} must be a day such as 2026-03-31.`), v.check(isInCalendar,', replace: 'v.string(`${what} must be text.`), v.check((text: string) => text !== `` || isInCalendar(text),',
  },
];
