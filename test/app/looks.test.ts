// A page that lies open looks at storage alone: what it then says is what reading it would have said.
import type { Reply } from '../../src/contract/problem';
import type { Edition } from '../../src/contract/ticket';
import { Desk } from '../simulation/desk';

const mail = (name: string): string => `${name}@relay.example`;

const pages = {
  'ticket-panel': 'ticket.get',
  'follow-ups': 'follow-ups.get',
  'hybrid-account': 'hybrid.get',
  'key-account': 'key.get',
  'change-request': 'change.get',
} as const;
type Module = keyof typeof pages;
const modules = Object.keys(pages) as Module[];

let desk: Desk;
beforeEach(async () => {
  desk = await (await Desk.open()).ticket();
});
afterEach(() => desk.host.stop());

const call = <T>(module: Module, name: string, payload: object, as = 'ben.ito') =>
  desk.host.invoke({ module, issue: desk.key, as: mail(as), call: name, payload }) as Promise<
    Reply<T>
  >;

async function read(module: Module): Promise<Edition> {
  const reply = await call<Edition>(module, pages[module], {});
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value;
}

const look = (module: Module, mark: unknown, as = 'ben.ito') =>
  call<Pick<Edition, 'revision'>>(module, 'look', { mark }, as);

const holds = async (module: Module, { mark }: Edition): Promise<boolean> =>
  (await look(module, mark)).ok;

const request = { entryId: 'other', note: 'Is the contract signed?' };

describe('A look', () => {
  it('asks storage once, and Jira for nothing', async () => {
    await desk.request();
    for (const module of modules) {
      const { mark, revision } = await read(module);
      const before = desk.host.calls().length;
      expect(await look(module, mark)).toEqual({ ok: true, value: { revision } });
      const asked = desk.host.calls().slice(before);
      expect({ module, asked: asked.map(({ path }) => path) }).toEqual({
        module,
        asked: [expect.not.stringMatching(/^\/rest\//u)],
      });
    }
  });

  it('tells whoever has not read the page nothing but that it has to be read', async () => {
    await desk.request();
    for (const mark of ['', '0'.repeat(16), 'x'.repeat(17), 7, undefined]) {
      const reply = await look('ticket-panel', mark, 'tom.reyes');
      expect(reply.ok).toBe(false);
      expect(JSON.stringify(reply)).not.toMatch(/"fresh"|"revision"/u);
    }
  });

  it('says what acts in one page have to expect after an act in another', async () => {
    const { mark, revision } = await read('hybrid-account');
    await desk.click('ben.ito', 'account-manager.request', request);
    const looked = await look('hybrid-account', mark);
    const expectedRevision = looked.ok ? looked.value.revision : NaN;
    expect(expectedRevision).toBeGreaterThan(revision);
    const share = (revisionOfPage: number) =>
      call(
        'hybrid-account',
        'hybrid-account.ask-question',
        { text: 'Who enters the providers?', expectedRevision: revisionOfPage },
        'dana.fox',
      );
    expect(await share(revision)).toMatchObject({ problem: { code: 'changed-meanwhile' } });
    expect(await share(expectedRevision)).not.toMatchObject({
      problem: { code: 'changed-meanwhile' },
    });
  });

  it('finds what has happened, whoever did it', async () => {
    const happenings: Readonly<Record<string, () => Promise<unknown>>> = {
      'an act': () => desk.click('ben.ito', 'account-manager.request', request),
      'a reply of the customer': () => desk.as('nora.quist').reply(desk.key, 'Any news?'),
      'an answer in a comment': () => desk.as('maya.ortiz').comment(desk.key, 'It is signed.'),
      'another act': () => desk.click('ben.ito', 'account-manager.request', request),
      silence: () => desk.host.advance('PT6H'),
    };
    for (const [what, happening] of Object.entries(happenings)) {
      const seen = await read('ticket-panel');
      expect({ what, before: await holds('ticket-panel', seen) }).toEqual({ what, before: true });
      await happening();
      await desk.host.settled();
      expect({ what, after: await holds('ticket-panel', seen) }).toEqual({ what, after: false });
    }
  });

  it('holds only where reading again would show the same', async () => {
    const steps: readonly (() => Promise<unknown>)[] = [
      () => desk.as('ben.ito').comment(desk.key, 'We are looking into it.', { public: true }),
      () => desk.click('ben.ito', 'account-manager.request', request),
      () => desk.as('nora.quist').reply(desk.key, 'Any news?'),
      () => desk.as('ben.ito').comment(desk.key, 'Internal words.'),
      () => desk.host.advance('PT6H'),
      () => desk.as('maya.ortiz').comment(desk.key, 'It is signed.'),
      () => desk.as('ben.ito').transition(desk.key, 'In Progress'),
      () => desk.host.advance('PT2H'),
    ];
    const seen = new Map<Module, Edition>();
    for (const module of modules) seen.set(module, await read(module));
    let held = 0;
    for (const step of steps) {
      await step();
      await desk.host.settled();
      for (const module of modules) {
        const before = seen.get(module);
        const stands = before !== undefined && (await holds(module, before));
        const now = await read(module);
        seen.set(module, now);
        if (!stands) continue;
        held += 1;
        expect(said(now)).toEqual(said(before));
      }
    }
    expect(held).toBeGreaterThan(10);
  });
});

/**
 * What a page says, but for the time and what would be due if something were begun now, and for what it takes from the ticket:
 * for that it reads when Jira tells of a change.
 */
function said(view: object): object {
  const notTheApps = ['now', 'entries', 'revision', 'issue', 'held', 'whyNot'];
  return Object.fromEntries(Object.entries(view).filter(([name]) => !notTheApps.includes(name)));
}
