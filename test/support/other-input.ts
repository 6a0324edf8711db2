// Valid input for what somebody may do about a line of their list instead of the usual thing.
import type { ContentEdit } from '../../src/procedures/change-request/content';
import type { GateKey } from '../../src/procedures/change-request/lifecycle';
import type { AccessRow } from '../../src/procedures/access-request/access-request';
import { accessOf } from '../../src/procedures/access-request/state';
import { accessAct, askAct, changeAct, hybridAct, keyAct } from './acts';
import type { Course } from './course';
import type { Line, ValidInput } from './list-robot';

/** The second part of a key, such as the gate of `gate:uat:chase`. */
const gateOf = (wait: string): GateKey => wait.split(':')[1] as GateKey;
const dueDate: ContentEdit = { part: 'due-date', dueDate: '2026-04-30' };
const reason = 'It is not wanted any more.';

export const otherInputs: Readonly<Record<string, ValidInput>> = {
  'change-request.not-a-change': () => changeAct({ kind: 'not-a-change', reason }),
  'change-request.save': ({ wait }) =>
    wait === 'firm-date' ? changeAct({ kind: 'save', edit: dueDate }) : null,
  'change-request.decline': ({ wait }) =>
    changeAct({ kind: 'decline', gate: gateOf(wait), version: null, reason, backTo: null }),
  'change-request.follow-up': ({ wait }) =>
    changeAct({ kind: 'follow-up', gate: gateOf(wait), note: null }),
  'change-request.record': ({ wait }, { now }) =>
    changeAct({
      kind: 'record',
      gate: gateOf(wait),
      approved: true,
      evidence: {
        kind: 'mail',
        messageId: '<1@customer.example>',
        date: now.slice(0, 10),
        address: 'jo@customer.example',
        person: 'customer',
      },
      reason: null,
      backTo: null,
    }),
  'change-request.note-progress': () =>
    changeAct({ kind: 'note-progress', text: 'Half of it is written.' }),
  'change-request.resume': () => changeAct({ kind: 'resume' }),
  'change-request.hold': () => changeAct({ kind: 'hold', reason, until: '2026-06-01' }),
  'change-request.withdraw': () => changeAct({ kind: 'withdraw', reason }),
  'key-account.no-release': () => keyAct({ kind: 'no-release', reason }),
  'access-request.escalate': (line, course) =>
    accessAct({ kind: 'escalate', cid: rowOf(line, course).cid, reason }),
  'access-request.send': (line, course) =>
    accessAct({ kind: 'send', customers: [rowOf(line, course).cid], via: 'eml' }),
  'access-request.report': (line, course) => {
    if (!/^(?:response|account)/u.test(line.wait)) return null;
    const { cid, progress } = rowOf(line, course);
    const step = progress === 'created' ? 'verified' : 'created';
    return accessAct({ kind: 'report', cid, step, remarks: null });
  },
  // It took place, and nobody has said before when it would.
  'hybrid-account.finish-task': (line, { now }) =>
    hybridAct({ kind: 'finish-task', task: gateOf(line.wait), note: null, at: now, url: null }),
  'account-manager.promise': (_line, { now }) =>
    askAct({ kind: 'promise', by: tomorrow(now), text: null }),
  'account-manager.withdraw': () => askAct({ kind: 'withdraw', reason }),
  'account-manager.set-aside': () => askAct({ kind: 'set-aside' }),
};

/** The customer whom the line names; where it only counts them, the first of them. */
function rowOf({ title }: Line, { ledger }: Course): AccessRow {
  const rows = accessOf(ledger)?.rows ?? [];
  const row =
    rows.find(({ cid }) => title.includes(cid)) ??
    rows.find(({ progress }) => progress === 'not-sent');
  if (row === undefined) throw new Error(`No customer is named: ${title}`);
  return row;
}

const tomorrow = (now: string): string =>
  new Date(Date.parse(now) + 26 * 60 * 60_000).toISOString();
