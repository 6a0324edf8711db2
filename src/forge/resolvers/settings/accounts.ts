import { randomUUID } from 'node:crypto';
import type { Handlers } from '@forge/resolver';
import * as v from 'valibot';
import {
  choices,
  listAccounts,
  previewAccount,
  removeAccount,
  saveAccount,
} from '../../../app/accounts/accounts';
import { cidPattern, cidRule } from '../../../app/accounts/bounds';
import { columnKeys } from '../../../app/accounts/columns';
import { exportAccounts } from '../../../app/accounts/export-accounts';
import { given, list, text } from '../../../app/accounts/form-shapes';
import {
  beginImport,
  readImport,
  stageRows,
  startApply,
  startCheck,
} from '../../../app/accounts/import/import-steps';
import type { AccountsApi } from '../../../contract/accounts';
import type { AccountPart } from '../../../app/accounts/account-part';
import { accountPartsOf, loaded } from '../../../app/app-procedure';
import type { Ports } from '../../../app/ports';
import { accountPorts } from '../../account-ports';
import { answering } from '../answering';
import { parse } from '../../../app/input';

const whole = (what: string, most: number) =>
  v.pipe(
    v.number(`${what} must be a number.`),
    v.integer(`${what} must be a whole number.`),
    v.minValue(0, `${what} cannot be negative.`),
    v.maxValue(most, `${what} is at most ${most}.`),
  );
const id = given('The id', 100);
const cursor = v.optional(given('The cursor', 2000));
const expectedRevision = whole('expectedRevision', 2_000_000_000);

const accountShape = (parts: readonly AccountPart[]) =>
  v.object({
    cid: v.pipe(given('The CID', 100), v.regex(cidPattern, cidRule)),
    name: given('The name'),
    externalId: text('The external id'),
    organizations: list('organizations', given('An organization', 100), 100),
    accountManager: given('The account manager', 200),
    regionalManager: given('The regional manager', 200),
    customerSuccessManager: text('The customer success manager', 200),
    contacts: list(
      'contacts',
      v.object({
        name: given('The name of a contact'),
        email: v.nullable(
          v.pipe(text('The address'), v.email('The address looks like name@company.example.')),
        ),
        role: v.nullable(text('The role')),
      }),
      100,
    ),
    parts: v.object(
      Object.fromEntries(
        parts.flatMap(({ id: procedure, form }) =>
          form === undefined ? [] : [[procedure, v.optional(form.shape)]],
        ),
      ),
    ),
  });

const shapes = {
  list: v.object({
    search: text('The search'),
    manager: v.optional(given('The manager', 200)),
    cursor,
  }),
  preview: (parts: readonly AccountPart[]) => v.object({ account: accountShape(parts) }),
  save: (parts: readonly AccountPart[]) =>
    v.object({ account: accountShape(parts), expectedRevision }),
  remove: v.object({ cid: given('The CID', 100), expectedRevision }),
  choices: v.object({
    kind: v.picklist(['person', 'organization'], 'kind is person or organization.'),
    search: text('The search'),
  }),
  export: v.object({ cursor }),
  begin: v.object({
    fileName: given('The name of the file'),
    rows: whole('rows', 1_000_000),
    chunks: whole('chunks', 10_000),
  }),
  stage: v.object({
    id,
    chunk: whole('chunk', 10_000),
    rows: list(
      'rows',
      v.object({
        line: whole('line', 2_000_000),
        cells: list(
          'cells',
          v.pipe(
            v.string('A cell must be text.'),
            v.maxLength(5000, 'A cell is longer than 5000 characters.'),
          ),
          200,
        ),
      }),
      1000,
    ),
  }),
  check: (parts: readonly AccountPart[]) =>
    v.object({
      id,
      columns: v.record(
        v.picklist(columnKeys(parts), 'There is no such column.'),
        whole('A column', 200),
      ),
      dates: v.picklist(
        ['iso', 'month-first', 'day-first'],
        'dates is iso, month-first or day-first.',
      ),
      blanks: v.optional(
        v.record(
          v.picklist(columnKeys(parts), 'There is no such column.'),
          v.pipe(
            v.string('What an empty cell means must be text.'),
            v.maxLength(40, 'What an empty cell means has at most 40 characters.'),
          ),
        ),
        {},
      ),
      complete: v.boolean('complete must be true or false.'),
    }),
  get: v.object({ id }),
  apply: v.object({ id, leaveOutBad: v.boolean('leaveOutBad must be true or false.') }),
} as const;

const partsIn = async ({ procedures }: Ports): Promise<readonly AccountPart[]> =>
  accountPartsOf(await loaded(procedures, ['accounts']));

const seen = (ports: Ports) => accountPorts('viewer', ports);

export const accounts: Handlers<AccountsApi> = {
  'accounts.list': answering(async ({ payload, ports }) => {
    const { search, manager, cursor: from } = parse(shapes.list, payload);
    return listAccounts(ports, await seen(ports), search, manager ?? null, from ?? null);
  }),
  'accounts.preview': answering(async ({ payload, ports }) =>
    previewAccount(
      ports,
      await seen(ports),
      parse(shapes.preview(await partsIn(ports)), payload).account,
    ),
  ),
  'accounts.save': answering(async ({ payload, ports }) => {
    const { account: form, expectedRevision: revision } = parse(
      shapes.save(await partsIn(ports)),
      payload,
    );
    return saveAccount(ports, await seen(ports), form, revision);
  }),
  'accounts.remove': answering(async ({ payload, ports }) => {
    const { cid, expectedRevision: revision } = parse(shapes.remove, payload);
    return removeAccount(ports, await seen(ports), cid, revision);
  }),
  'accounts.choices': answering(async ({ payload, ports }) => {
    const { kind, search } = parse(shapes.choices, payload);
    return choices(ports, await seen(ports), kind, search);
  }),
  'accounts.export': answering(async ({ payload, ports }) =>
    exportAccounts(ports, await seen(ports), parse(shapes.export, payload).cursor ?? null),
  ),
  'import.begin': answering(async ({ payload, ports }) =>
    beginImport(ports, await seen(ports), randomUUID(), parse(shapes.begin, payload)),
  ),
  'import.stage': answering(async ({ payload, ports }) => {
    const { id: of, chunk, rows } = parse(shapes.stage, payload);
    return stageRows(ports, await seen(ports), of, chunk, rows);
  }),
  'import.check': answering(async ({ payload, ports }) => {
    const { id: of, ...how } = parse(shapes.check(await partsIn(ports)), payload);
    return startCheck(ports, await seen(ports), of, how);
  }),
  'import.get': answering(async ({ payload, ports }) =>
    readImport(ports, await seen(ports), parse(shapes.get, payload).id),
  ),
  'import.apply': answering(async ({ payload, ports }) => {
    const { id: of, leaveOutBad } = parse(shapes.apply, payload);
    return startApply(ports, await seen(ports), of, leaveOutBad);
  }),
};
