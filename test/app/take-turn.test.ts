import { asksOf } from '../../src/procedures/account-manager/asks';
import { ChangedMeanwhile, JiraRefused } from '../../src/app/errors';
import { takeTurns } from '../../src/app/take-turns';
import { actInPanel } from '../support/acts';
import { busy, Crash } from '../support/memory-jira';
import { type MemoryWorld, memoryWorld } from '../support/memory-ports';

const request = (world: MemoryWorld, expectedRevision = 0) =>
  actInPanel(
    world.ports('agent'),
    '100',
    {
      kind: 'request',
      entryId: 'urgent',
      note: 'Is the contract signed?',
      priorityId: 'high',
    },
    expectedRevision,
  );

/** Lets the background do what is left, as queue and schedules would: until nothing stands in the outbox. */
async function settle(world: MemoryWorld): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    world.advance(61_000);
    await takeTurns(world.ports(), ['100']).catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
    });
    if ((world.records.get('100')?.outbox.length ?? 0) === 0) return;
  }
  throw new Error('The outbox was never empty.');
}

/** What a person looking at the ticket sees of a request. */
const seen = ({ jira }: MemoryWorld) => ({
  status: jira.ticket.status.id,
  am: jira.ticket.accountManager?.accountId,
  rm: jira.ticket.regionalManager?.accountId,
  priority: jira.ticket.priority?.id,
  tagged: jira.comments.map(({ tags }) => tags),
});

const requested = {
  status: 'wfam',
  am: 'Chad',
  rm: 'James Lee',
  priority: 'high',
  tagged: [['Chad']],
};

describe('a turn', () => {
  it('costs one read and three writes for a request', async () => {
    const world = memoryWorld();
    await request(world);
    expect(world.jira.requests).toEqual(['readTicket', 'comment', 'edit', 'transition']);
    expect(seen(world)).toEqual(requested);
  });

  it('costs one read and two writes for an escalation, one read and one write to put back', async () => {
    const world = memoryWorld();
    await request(world);
    world.now = '2026-03-02T14:00:00.000Z';
    world.jira.requests.length = 0;
    await takeTurns(world.ports(), ['100']);
    expect(world.jira.requests).toEqual(['readTicket', 'transition', 'comment']);
  });

  it('ends the same when the function dies before or after any of its requests, with nothing twice', async () => {
    for (const place of ['before', 'after'] as const) {
      for (let nth = 1; nth <= 6; nth += 1) {
        const world = memoryWorld();
        let left = nth;
        world.jira[place] = () => {
          left -= 1;
          if (left === 0) throw new Crash();
        };
        const first = await request(world).catch((error: unknown) => error);
        const died = first instanceof Crash;
        const decided = world.records.has('100');
        await settle(world);
        if (died && !decided) expect(seen(world)).toMatchObject({ status: 'wfs', tagged: [] });
        else expect(seen(world)).toEqual(requested);
      }
    }
  });

  it('ends the same when the function dies while storing', async () => {
    for (let nth = 1; nth <= 2; nth += 1) {
      const world = memoryWorld();
      let left = nth;
      world.beforeSave = () => {
        left -= 1;
        if (left === 0) throw new Crash();
      };
      await request(world).catch(() => undefined);
      const decided = world.records.has('100');
      await settle(world);
      expect(seen(world)).toEqual(
        decided
          ? requested
          : {
              ...requested,
              status: 'wfs',
              am: undefined,
              rm: undefined,
              priority: 'medium',
              tagged: [],
            },
      );
    }
  });

  it('a move that was done before the function died is not done again over somebody else’s', async () => {
    const world = memoryWorld();
    let saves = 0;
    world.beforeSave = () => {
      saves += 1;
      if (saves === 2) throw new Crash();
    };
    await request(world).catch(() => undefined);
    expect(world.jira.ticket.status.id).toBe('wfam');
    world.jira.ticket = {
      ...world.jira.ticket,
      status: { id: 'wfs', name: 'Waiting for Support', done: false },
    };
    await settle(world);
    expect(world.jira.ticket.status.id).toBe('wfs');
  });

  it('what Jira has no time for is shown as pending and done later, in order and once', async () => {
    const world = memoryWorld();
    world.jira.before = (what) => {
      if (what === 'edit') throw busy();
    };
    const view = await request(world);
    expect(view.pending?.reason).toContain('Jira is busy');
    expect(world.queued.at(-1)).toEqual({ issueIds: ['100'], delaySeconds: 30 });
    world.jira.before = () => undefined;
    await settle(world);
    expect(seen(world)).toEqual(requested);
  });

  it('waits for Jira as long as Jira said before it tries again', async () => {
    const world = memoryWorld();
    world.jira.before = (what) => {
      if (what === 'transition') throw busy('jira-quota-global-based');
    };
    await request(world);
    world.jira.before = () => undefined;
    expect(await takeTurns(world.ports(), ['100'])).toEqual({
      issueIds: ['100'],
      retryAfterSeconds: 30,
    });
  });

  it('X8: what the person may not do in Jira the app does for them, and says so', async () => {
    const world = memoryWorld();
    world.jira.before = (what, by) => {
      if (by === 'agent' && what === 'comment') throw new JiraRefused(403, 'take a note');
    };
    await request(world);
    expect(world.jira.comments).toMatchObject([
      { by: 'relay', text: expect.stringContaining('On behalf of agent') },
    ]);
    expect(seen(world)).toEqual(requested);
    expect(
      world.records.get('100')?.ledger.journal.map(({ because }) => because?.clause),
    ).toContain('X8');
  });

  it('a field Jira will not take is named, and everything else is done', async () => {
    const world = memoryWorld();
    let refusedOnce = false;
    world.jira.before = (what) => {
      if (what !== 'edit' || refusedOnce) return;
      refusedOnce = true;
      throw new JiraRefused(400, 'set the fields', { rm: 'It is not on the appropriate screen.' });
    };
    await request(world);
    expect(seen(world)).toEqual({ ...requested, rm: undefined });
    expect(world.records.get('100')?.ledger.journal.map(({ text }) => text)).toContainEqual(
      expect.stringContaining('The field Regional Manager could not be set'),
    );
  });

  it('a status the workflow has no way to is told in the ticket once, and set as soon as there is one', async () => {
    const world = memoryWorld();
    const { reachable } = world.jira.ticket;
    world.jira.ticket = {
      ...world.jira.ticket,
      reachable: reachable.filter(({ status }) => status !== 'wfam'),
    };
    const view = await request(world);
    expect(view.warnings.map(({ code }) => code)).toContain('status-blocked');
    expect(world.jira.comments.at(-1)?.text).toContain(
      'no transition from Waiting for Support to Waiting for Account Manager',
    );
    await takeTurns(world.ports(), ['100']);
    expect(world.jira.comments).toHaveLength(2);
    world.jira.ticket = { ...world.jira.ticket, reachable };
    await takeTurns(world.ports(), ['100']);
    expect(world.jira.ticket.status.id).toBe('wfam');
    expect(world.records.get('100')?.ledger.blocked).toBeNull();
  });

  it('a transition that Jira keeps shut is told with Jira’s own reason', async () => {
    const world = memoryWorld();
    world.jira.before = (what) => {
      if (what === 'transition')
        throw new JiraRefused(400, 'move the ticket', {}, [
          'A gate of this change request is still open.',
        ]);
    };
    await request(world);
    expect(world.jira.comments.at(-1)?.text).toContain(
      'shut: A gate of this change request is still open.',
    );
    expect(world.records.get('100')?.ledger.blocked).not.toBeNull();
  });

  it('is not told as a missing transition when somebody else is moving the ticket again and again: it is done later', async () => {
    const world = memoryWorld();
    world.jira.before = (what) => {
      if (what === 'transition') throw new JiraRefused(409, 'move the ticket');
    };
    expect((await request(world)).pending?.reason).toContain('busy');
    world.jira.before = () => undefined;
    await settle(world);
    expect(seen(world)).toEqual(requested);
    expect(world.jira.comments).toHaveLength(1);
  });

  it('is refused as stale when the ticket changed after the page was read', async () => {
    const world = memoryWorld();
    await request(world);
    const late = request(world, 0);
    await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(world.jira.comments).toHaveLength(1);
  });

  it('is not refused because what was decided before the page was read is carried out meanwhile', async () => {
    const world = memoryWorld();
    world.jira.before = (what) => {
      if (what === 'edit') throw busy();
    };
    const read = await request(world);
    world.jira.before = () => undefined;
    const before = world.records.get('100')?.revision ?? 0;
    await settle(world);
    expect(world.records.get('100')?.revision).toBeGreaterThan(before);
    await actInPanel(
      world.ports('agent'),
      '100',
      { kind: 'withdraw', reason: 'Found it in the contract.' },
      read.revision,
    );
    expect(asksOf(world.records.get('100')?.ledger).ask).toBeNull();
  });

  it('does not start while another turn is at work on the ticket', async () => {
    const world = memoryWorld();
    await request(world);
    const record = world.records.get('100');
    if (record)
      world.records.set('100', {
        ...record,
        turn: { id: 'other', until: '2026-03-02T10:00:40.000Z' },
      });
    expect(await takeTurns(world.ports(), ['100'])).toEqual({
      issueIds: ['100'],
      retryAfterSeconds: 40,
    });
  });

  it('decides again when somebody else stored first', async () => {
    const world = memoryWorld();
    let disturbed = false;
    world.beforeSave = () => {
      if (disturbed) return;
      disturbed = true;
      throw new ChangedMeanwhile();
    };
    await request(world);
    expect(seen(world)).toEqual(requested);
    expect(world.jira.requests.filter((what) => what === 'readTicket')).toHaveLength(2);
  });

  it('shows nothing to somebody who cannot see the ticket', async () => {
    const world = memoryWorld();
    const ports = world.ports('Rita');
    const blind = {
      ...ports,
      jira: {
        ...ports.jira,
        viewer: {
          accountId: 'Rita',
          door: { ...world.jira.door('Rita'), readTicket: async () => null },
        },
      },
    };
    await expect(actInPanel(blind, '100', { kind: 'put-back' }, 0)).rejects.toMatchObject({
      code: 'missing',
    });
  });
});
