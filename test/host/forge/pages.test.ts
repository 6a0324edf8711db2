// Each name in brackets is the belief the test leans on: host/forge/beliefs.ts.
import { createHost } from '../../../host';
import { admin, agent, customer, Workshop, workshopDir } from './support/workshop';

let workshop: Workshop;

beforeEach(async () => {
  workshop = await Workshop.open();
});

describe('A page', () => {
  const gadget = { module: 'workshop-gadget', call: 'echo' };

  it('gets a context made by the platform, whatever it sends (context-from-platform)', async () => {
    const { payload, context } = (await workshop.host.invoke({
      module: 'workshop-panel',
      issue: workshop.ticket,
      as: agent,
      call: 'echo',
      payload: { accountId: 'forged', context: { accountId: 'forged' } },
      extension: { modal: { step: 2 } },
    })) as { payload: unknown; context: Record<string, unknown> };
    expect(payload).toEqual({ accountId: 'forged', context: { accountId: 'forged' } });
    expect(context).toMatchObject({
      accountId: workshop.host.as(agent).accountId,
      moduleKey: 'workshop-panel',
      extension: {
        type: 'jira:issueContext',
        issue: { key: workshop.ticket },
        project: { key: 'HELP', type: 'service_desk' },
        modal: { step: 2 },
      },
    });
  });

  it('gets JSON back (answers-are-json)', async () => {
    expect(await workshop.ask('echo', { list: [1, null] })).toMatchObject({
      payload: { list: [1, null] },
    });
  });

  it('stays closed to customers without unlicensedAccess, to strangers, and to the deactivated (unlicensed-access)', async () => {
    await expect(workshop.host.invoke({ ...gadget, as: customer })).rejects.toThrow(
      'Customers do not see',
    );
    await expect(workshop.host.invoke({ ...gadget, as: 'nobody@relay.example' })).rejects.toThrow(
      'Nobody here is',
    );
    workshop.host.faults.set({ deactivated: [agent] });
    await expect(workshop.host.invoke({ ...gadget, as: agent })).rejects.toThrow('deactivated');
  });

  it('in an issue stays closed to who may not see the issue (page-needs-browse)', async () => {
    const panel = { module: 'workshop-panel', call: 'echo', as: agent };
    await expect(workshop.host.invoke({ ...panel, issue: 'HELP-999' })).rejects.toThrow(
      'does not exist',
    );
    await expect(workshop.host.invoke(panel)).rejects.toThrow('stands in an issue');
    workshop.host.faults.set({ cannotBrowse: [agent] });
    const before = workshop.host.invocations().length;
    await expect(workshop.host.invoke({ ...panel, issue: workshop.ticket })).rejects.toThrow(
      'may not see it',
    );
    expect(workshop.host.invocations()).toHaveLength(before);
    expect(
      await workshop.host.context({ module: 'workshop-panel', as: agent, issue: workshop.ticket }),
    ).toBeNull();
  });

  it('for administrators stays closed to others (admin-page-admins)', async () => {
    const page = { module: 'workshop-settings', call: 'echo' };
    await expect(workshop.host.invoke({ ...page, as: agent })).rejects.toThrow(
      'Only administrators',
    );
    expect(await workshop.host.invoke({ ...page, as: admin })).toMatchObject({
      context: { extension: { type: 'jira:adminPage' } },
    });
  });

  it('in the portal opens for the customer whose request it is (portal-context)', async () => {
    const portal = { module: 'workshop-portal', call: 'echo', issue: workshop.ticket };
    expect(await workshop.host.invoke({ ...portal, as: customer })).toMatchObject({
      context: {
        accountType: 'customer',
        extension: {
          type: 'jiraServiceManagement:portalRequestDetailPanel',
          request: { key: workshop.ticket, typeId: expect.any(Number) as number },
          portal: { id: expect.any(Number) as number },
        },
      },
    });
    await expect(
      workshop.host.invoke({ ...portal, as: customer, issue: 'HELP-999' }),
    ).rejects.toThrow('does not exist');
  });

  it('sends at most 500 KB and gets at most 5 MB (page-sizes)', async () => {
    const before = workshop.host.invocations().length;
    await expect(workshop.ask('echo', { text: 'x'.repeat(500_000) })).rejects.toThrow(
      'at most 500000 bytes',
    );
    expect(workshop.host.invocations()).toHaveLength(before);
    const keys = Array.from({ length: 24 }, (_one, place) => `big-${place}`);
    for (const key of keys) await workshop.store({ do: 'set', key, value: 'x'.repeat(230_000) });
    await expect(
      workshop.store({ do: 'batch-get', items: keys.map((key) => ({ key })) }),
    ).rejects.toThrow('at most 5000000 bytes');
    expect(
      await workshop.store({ do: 'batch-get', items: keys.slice(0, 20).map((key) => ({ key })) }),
    ).toHaveLength(1);
  });

  it('that no module has is refused by name', async () => {
    await expect(
      workshop.host.invoke({ module: 'nothing', as: agent, call: 'echo' }),
    ).rejects.toThrow('no module nothing; it has workshop-panel');
  });

  it('has a status from the function of its module (status-without-person)', async () => {
    expect(await workshop.host.moduleStatus('workshop-panel', workshop.ticket)).toEqual({
      status: { type: 'lozenge', value: { label: workshop.ticket, type: 'default' } },
    });
    expect(await workshop.host.moduleStatus('workshop-gadget', workshop.ticket)).toBeNull();
  });
});

describe('A host', () => {
  it('says what is wrong when it cannot be made', async () => {
    await expect(createHost({ appDir: workshopDir, seed: 'nowhere' })).rejects.toThrow(
      'There is no seed nowhere; there are',
    );
    await expect(createHost({ appDir: __dirname, seed: 'empty' })).rejects.toThrow();
    const setup = [{ as: agent, module: 'nothing', call: 'echo' }];
    await expect(createHost({ appDir: workshopDir, seed: 'empty', setup })).rejects.toThrow(
      'no module nothing',
    );
  });

  it('runs its set-up calls before it is given out', async () => {
    const host = await createHost({
      appDir: workshopDir,
      seed: 'empty',
      setup: [
        {
          as: agent,
          module: 'workshop-gadget',
          call: 'store',
          payload: { steps: [{ do: 'set', key: 'ready', value: 1 }] },
        },
      ],
    });
    expect(host.storage()).toContainEqual({ key: 'ready', entity: null, value: 1 });
    await host.stop();
  });

  it('is quick to make once its app is bundled', async () => {
    const started = performance.now();
    for (let count = 0; count < 5; count += 1) await Workshop.open();
    expect((performance.now() - started) / 5).toBeLessThan(500);
  });

  it('stops its schedules when it is stopped', async () => {
    await workshop.host.stop();
    await workshop.host.advance('P1D');
    expect(workshop.noted('runs')).toEqual([]);
  });
});
