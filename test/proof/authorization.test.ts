// Who may call what. The platform keeps most people off most pages; here it lets everybody in, and the app's own
// functions have to refuse: with a reason, and without a trace in Jira or in storage.
import { Desk, mondayMorning } from '../simulation/desk';
import { everyMethod, type Method, plausible } from './resolvers';

interface Answer {
  readonly ok: boolean;
  readonly problem?: { readonly code: string };
}

const mail = (name: string): string => `${name}@relay.example`;

/** A desk with one open ask of Maya's; Lin may browse no project. */
async function desk(): Promise<Desk> {
  const opened = await Desk.open({ start: mondayMorning });
  await opened.ticket();
  await opened.request();
  opened.host.faults.set({ cannotBrowse: [mail('lin.chen')] });
  return opened;
}

/** Caches of names and of the app's own account are nobody's secret. */
const kept = ({ host }: Desk): string =>
  JSON.stringify(host.storage().filter(({ key }) => !/^(name:|self$)/u.test(key)));

async function asked({ host, key }: Desk, method: Method, as: string): Promise<Answer> {
  const { module, call } = method;
  const place = /gadget|settings/u.test(module) ? {} : { issue: key };
  return (await host.invoke({
    module,
    ...place,
    as: mail(as),
    call,
    payload: plausible(method),
    letIn: true,
  })) as Answer;
}

const strangers = [
  ['a customer, even of this very ticket', 'nora.quist'],
  ['a customer of somebody else', 'paul.weber'],
  ['a colleague who may not browse the project', 'lin.chen'],
] as const;

/** The settings page is for administrators only. */
const employees = [
  ['an agent', 'ben.ito'],
  ['an account manager', 'maya.ortiz'],
  ['a regional manager', 'tom.reyes'],
] as const;

const methods = everyMethod();
const settings = methods.filter(({ module }) => module === 'relay-settings');
/** On the portal customers act on their own requests: that is what it is for. */
const inTickets = methods.filter(
  ({ module }) => module !== 'relay-settings' && !/gadget|portal/u.test(module),
);
/** The gadget shows everybody what waits for themselves: nothing, for most. */
const own = ['asks.mine', 'waiting.mine', 'absence.get', 'absence.set'];
const inGadget = methods.filter(
  ({ module, call }) => /gadget/u.test(module) && !own.includes(call),
);

async function refuses(opened: Desk, chosen: readonly Method[], as: string): Promise<void> {
  const before = kept(opened);
  opened.host.clearCalls();
  const answers: Record<string, string> = {};
  for (const method of chosen) {
    // Jira takes only so many requests a second.
    await opened.host.advance(100);
    const { ok, problem } = await asked(opened, method, as);
    answers[`${method.module} ${method.call}`] = ok ? 'let through' : (problem?.code ?? '');
  }
  // A method that was added since may want more than the sample has: that is no proof, and no leak either.
  const unproven = Object.values(answers).filter((code) => code === 'input').length;
  expect(unproven).toBeLessThanOrEqual(chosen.length / 5);
  const wrong = Object.entries(answers).filter(
    ([, code]) => !['permission', 'missing', 'input'].includes(code),
  );
  await opened.host.settled();
  const writes = opened.host
    .calls()
    .filter(
      ({ method, path }) =>
        path.startsWith('/rest/') &&
        method !== 'GET' &&
        !/\/(search\/jql|bulkfetch|comment\/list|permissions\/check)/u.test(path),
    );
  expect({ wrong, writes, storage: kept(opened) === before }).toEqual({
    wrong: [],
    writes: [],
    storage: true,
  });
  await opened.host.stop();
}

describe('every method of every page', () => {
  it('is found', () => {
    expect(methods.length).toBeGreaterThan(170);
    expect(new Set(methods.map(({ module }) => module)).size).toBe(9);
  });

  it.each(strangers)('in a ticket refuses %s', async (_who, as) =>
    refuses(await desk(), [...inTickets, ...inGadget], as),
  );

  it.each([...strangers, ...employees])('of the settings refuses %s', async (_who, as) =>
    refuses(await desk(), settings, as),
  );

  it('of the settings lets administrators in', async () => {
    const opened = await desk();
    for (const method of settings) {
      const { problem } = await asked(opened, method, 'alex.kim');
      expect([method.call, problem?.code]).not.toEqual([method.call, 'permission']);
    }
    await opened.host.stop();
  });

  it('names nobody and nothing to somebody who may not see the ticket', async () => {
    const opened = await desk();
    const said = await Promise.all(
      [...inTickets].map((method) => asked(opened, method, 'lin.chen')),
    );
    expect(JSON.stringify(said)).not.toMatch(/Maya|Ortiz|Northwind|contract/u);
    await opened.host.stop();
  });

  it('shows the gadget’s own to everybody, and to strangers nothing of anybody else', async () => {
    const opened = await desk();
    for (const [, as] of strangers) {
      const answer = await asked(opened, { module: 'my-asks-gadget', call: 'asks.mine' }, as);
      expect(JSON.stringify(answer)).not.toMatch(
        /Northwind|Is the contract signed|A ticket of the story/u,
      );
    }
    await opened.host.stop();
  });
});
