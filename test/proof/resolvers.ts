// Every method that a page may call, with the module whose page it is: as the resolvers say themselves, so that none is forgotten.
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..', '..');

export interface Method {
  readonly module: string;
  /** Such as `account-manager.answer`. */
  readonly call: string;
}

let listed: readonly Method[] | undefined;

/** Every method that a page may call; listed once by a program of its own. */
export function everyMethod(): readonly Method[] {
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  listed ??= JSON.parse(
    execFileSync(process.execPath, [tsx, join(__dirname, 'list-methods.ts')], { encoding: 'utf8' }),
  ) as Method[];
  return listed;
}

const person = { name: 'Erin Vale', email: '', phone: '' };
const week = {
  from: '2026-03-03T14:00:00.000Z',
  until: '2026-03-06T14:00:00.000Z',
  delegate: '712020:nobody',
};

/** What all methods together take: each finds in it what it needs, in order. */
const everything: Readonly<Record<string, unknown>> = {
  expectedRevision: 1,
  expectedVersion: 1,
  issueId: '10002',
  entryId: 'other',
  note: 'Is the contract signed?',
  text: 'It is signed, as of today.',
  by: '2026-03-04T15:00:00Z',
  reason: 'The customer is waiting.',
  cid: 'NWCU',
  channel: 'phone',
  section: 'accounts',
  continued: false,
  projectId: '10000',
  place: 'accountManager',
  fieldId: 'customfield_10003',
  configuration: {},
  dryRun: false,
  comment: 'A try',
  version: 1,
  from: 1,
  to: 1,
  of: 'in-force',
  queue: {},
  calendar: {},
  project: 'EBH',
  person: '712020:nobody',
  absence: week,
  search: '',
  cursor: undefined,
  kind: 'person',
  fileName: 'accounts.csv',
  rows: 1,
  chunks: 1,
  id: 'import-1',
  account: {
    cid: 'NWCU',
    externalId: '',
    name: 'Northwind',
    organizations: [],
    accountManager: '712020:nobody',
    regionalManager: '712020:nobody',
    customerSuccessManager: '',
    contacts: [],
    parts: {
      'hybrid-account': { products: [] },
      'key-account': { dates: null },
      'change-request': { rateCard: null },
    },
  },
  engineer: null,
  employmentStart: '2026-03-16',
  workStart: null,
  profile: person,
  customers: ['NWCU'],
  ready: true,
  step: 'done',
  cells: [['a']],
  via: 'eml',
  seal: 'f'.repeat(64),
  opportunity: 'OPP-1',
  type: 'net-new',
  task: 'kick-off',
  what: 'object',
  url: 'https://example.com/',
  at: '2026-03-04T15:00:00Z',
  class: 'bug',
  change: 'add',
  accept: true,
  aspect: 'timing',
  how: 'We talked about it.',
  authors: [],
  value: true,
  item: 'notes',
  done: true,
  passed: true,
  date: '2026-03-04',
  month: '2026-02',
  intake: 'csm',
  gate: 'qa',
  evidence: {
    kind: 'mail',
    messageId: '<1@relay.example>',
    date: '2026-03-02',
    address: 'a@relay.example',
  },
  facts: {},
  approved: true,
  edit: { part: 'due-date', key: '', value: [], dueDate: '2026-03-20' },
  accounts: ['NWCU'],
  forAdmins: '',
  upTo: 1,
  question: 1,
  symptom: 'sync',
  clause: 'AM-20',
  summary: 'A summary',
  procedure: 'change-request',
  wait: 'classify',
  description: '',
};

/** Where one name means another thing. */
const instead: Readonly<Record<string, object>> = {
  'wait.delegate': { to: '712020:nobody' },
  'draft.edit': { edit: { part: 'fallback', key: '', value: [] } },
  'key-account.review': { as: 'peer' },
  'access-request.report': { step: 'done' },
  'key-account.witness': { step: 'commit' },
  'key-account.add-note': { until: null },
  'change-request.hold': { until: null },
  'change-request.allow-untested': { environment: 'Integration', build: '1.0' },
  'account-manager.record-contact': { reason: 'management-asks' },
  'absences.set': { calendar: null },
  'import.stage': { chunk: 0, rows: [] },
  'import.check': { columns: {}, dates: 'iso', complete: true, leaveOutBad: true },
  'import.apply': { leaveOutBad: true },
};

/** A payload that the method could take. */
export const plausible = ({ call }: Method): object => ({ ...everything, ...instead[call] });
