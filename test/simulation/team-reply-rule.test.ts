// S9: a site with JSM's preset rule whole: what the team comments on moves to those who wait for the customer, also what somebody
// is asked about, before or after the app has put it back.
import { demo } from '../../host/seeds/demo/site';
import type { Site } from '../../host/jira/site';
import type { DoctorView } from '../../src/contract/doctor';
import type { Reply } from '../../src/contract/problem';
import { Desk } from './desk';
import { story } from './stories';

function siteWith(afterSeconds: number): Site {
  const site = demo();
  return {
    ...site,
    projects: site.projects.map((project) => ({
      ...project,
      teamReply: { to: 'Waiting for Customer', afterSeconds },
    })),
  };
}

const is = (desk: Desk, status: string): Promise<void> =>
  desk.until(async () => expect((await desk.seen()).status).toBe(status));

async function findingsIn(desk: Desk): Promise<readonly string[]> {
  const call = async (name: string, payload: object): Promise<DoctorView> => {
    const reply = (await desk.host.invoke({
      module: 'relay-settings',
      as: 'alex.kim@relay.example',
      call: name,
      payload,
    })) as Reply<DoctorView>;
    if (!reply.ok) throw new Error(reply.problem.message);
    return reply.value;
  };
  const { sections } = await call('doctor.get', {});
  const section = sections.find(({ title }) => title.endsWith('(EBH)'))?.id ?? '';
  const view = await call('doctor.examine', { section, continued: false });
  return (
    view.sections
      .find(({ id }) => id === section)
      ?.examined?.findings.filter(({ code }) => code === 'team-reply-rule')
      .map(({ what }) => what) ?? []
  );
}

describe.each([
  ['at once', 0],
  ['half a minute later', 30],
])('the rule that follows the team comes %s', (_when, afterSeconds) => {
  story(
    'AM-27, AM-28: the ticket is with whoever is asked in the end',
    async (desk) => {
      await desk.ticket();
      await desk.request();
      await is(desk, 'Waiting for Account Manager');
      await desk.as('nora.quist').reply(desk.key, 'Any news?');
      await is(desk, 'Waiting for Support');
      await desk.host.advance('PT1M');
      await desk.as('ben.ito').comment(desk.key, 'We are asking, one moment.', { public: true });
      await desk.host.advance('PT2M');
      await is(desk, 'Waiting for Account Manager');
      expect((await desk.panel()).ask).not.toBeNull();
      await desk.as('maya.ortiz').comment(desk.key, 'They have signed.');
      await is(desk, 'Waiting for Support');
    },
    { open: (options) => Desk.open({ site: siteWith(afterSeconds), ...options }) },
  );

  it('the doctor names the rule once it has taken a ticket from whoever is asked', async () => {
    const desk = await Desk.open({ site: siteWith(afterSeconds) });
    await desk.ticket();
    expect(await findingsIn(desk)).toEqual([]);
    await desk.request();
    await desk.as('ben.ito').comment(desk.key, 'We are asking, one moment.', { public: true });
    await desk.host.advance('PT2M');
    await is(desk, 'Waiting for Account Manager');
    expect(await findingsIn(desk)).toEqual([expect.stringContaining(desk.key)]);
    await desk.invariants();
  });
});
