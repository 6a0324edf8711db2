// K5, X6: what a running procedure needs is held by somebody who can do it before anything comes into force.
import { checkForm } from '../../../src/app/settings/check-form';
import type { Role } from '../../../src/core/roles';
import { defaultAccessPolicy } from '../../../src/procedures/access-request/settings/policy';
import { defaultHybridPolicy } from '../../../src/procedures/hybrid-account/settings/policy';
import { defaultKeyAccountPolicy } from '../../../src/procedures/key-account/settings/usual';
import { changePolicy } from '../../support/change-request';
import { aForm, memoryCatalogue } from '../../support/memory-catalogue';
import { memoryWorld } from '../../support/memory-ports';
import { aPerson, aPolicy, aQueue } from '../../support/sop';

type Roles = Partial<Record<Role, readonly string[]>>;

/** Settings that run these procedures in their queue, with these roles. */
const running = (procedures: Readonly<Record<string, unknown>>, roles: Roles = {}) =>
  aPolicy(aQueue({ procedures }), { roles });

const access = { 'access-request': defaultAccessPolicy };

/** What is said of roles when these settings are looked at. */
async function said(
  settings: ReturnType<typeof aPolicy>,
  inForce: ReturnType<typeof aPolicy> | null = null,
) {
  const world = memoryWorld();
  world.policy = inForce;
  const ports = world.ports('admin');
  const kinds: Record<string, Parameters<typeof aPerson>[1]> = {
    nora: { kind: 'customer' },
    robot: { kind: 'app' },
    gone: { active: false },
  };
  const people = async (ids: readonly string[]) => ids.map((id) => aPerson(id, kinds[id]));
  const app = { ...ports.jira.app, people };
  const jira = { ...ports.jira, app };
  const form = aForm(settings);
  const { problems, warnings } = await checkForm({ ...ports, jira }, memoryCatalogue(), form);
  const ofRoles = (all: typeof problems) => all.filter(({ path }) => /^(?:roles|fall)/u.test(path));
  return { problems: ofRoles(problems), warnings: ofRoles(warnings) };
}

const paths = (all: readonly { readonly path: string }[]): string[] => all.map(({ path }) => path);

it.each([
  [
    'access requests',
    running(access),
    ['roles.team-lead', 'roles.internal-it', 'roles.csm'],
    'to set up account and e-mail of an engineer',
  ],
  [
    'hybrid accounts',
    { ...running({}), procedures: { 'hybrid-account': defaultHybridPolicy } },
    ['roles.csm', 'roles.fmc-team-lead', 'roles.cs-ops', 'roles.operations'],
    'to speak for Fully-Managed Credentialing',
  ],
  [
    'change requests',
    running({ 'change-request': changePolicy() }),
    ['roles.csm', 'roles.qa', 'roles.cr-approver', 'roles.dev-ops'],
    'Nobody has the role QA',
  ],
  [
    'key accounts',
    running({
      'key-account': {
        ...defaultKeyAccountPolicy,
        release: { ...defaultKeyAccountPolicy.release, requestTypes: ['rt'] },
      },
    }),
    ['roles.senior-engineer'],
    'to witness releases',
  ],
])('%s name every role that they need and nobody holds', async (_what, settings, roles, words) => {
  const { problems } = await said(settings);
  expect(paths(problems)).toEqual(expect.arrayContaining(roles));
  expect(problems.map(({ message }) => message).join(' ')).toContain(words);
  expect(problems.every(({ remedy }) => remedy === 'Name at least one person.')).toBe(true);
});

it('nothing is missing where each is held, nor of procedures that do not run', async () => {
  const roles: Roles = { 'team-lead': ['Paige'], 'internal-it': ['Ana'], csm: ['Joe'] };
  expect(await said(running(access, roles))).toEqual({ problems: [], warnings: [] });
  expect(await said(running({}))).toEqual({ problems: [], warnings: [] });
});

it.each([
  ['nora', '"nora" is a portal customer, who sees no internal comment'],
  ['robot', '"robot" is an app, which answers nothing.'],
  ['gone', 'The account of "gone" is deactivated.'],
])('%s is refused in every place, also when named before', async (person, words) => {
  const roles: Roles = { 'cr-approver': ['Ana', person], qa: [person] };
  const { problems } = await said({ ...running({}, roles), fallback: [person] });
  expect(paths(problems)).toEqual(['fallback[0]', 'roles.qa[0]', 'roles.cr-approver[1]']);
  for (const { message } of problems) expect(message).toContain(words);
});

it('what is no better in the settings in force is a warning, and what is new is not', async () => {
  const before = running(access, { 'team-lead': ['Paige'], qa: ['nora'] });
  const { problems, warnings } = await said(
    running(access, { qa: ['nora'], 'dev-ops': ['nora'] }),
    before,
  );
  expect(paths(warnings)).toEqual(['roles.qa[0]', 'roles.internal-it', 'roles.csm']);
  expect(paths(problems)).toEqual(['roles.dev-ops[0]', 'roles.team-lead']);
});

it('what was vacant while the procedure did not run is a problem once it does', async () => {
  const { problems } = await said(running(access), running({}));
  expect(paths(problems)).toContain('roles.internal-it');
});
