import { adf, Desk, internal, type Json } from './support/desk';

describe('transitions', () => {
  it('lead from any open status to any other, and not to itself', async () => {
    const { body } = await new Desk().as('ben.ito').get('/issue/EBH-3/transitions');
    expect(body.transitions.map((one: Json) => one.to.name)).toEqual([
      'In Progress',
      'Waiting for Customer',
      'Waiting for Account Manager',
      'Waiting for Management',
      'Resolved',
      'Closed',
    ]);
  });

  it('write properties and the history in the same request (belief: transition-in-one-request)', async () => {
    const desk = new Desk();
    const moved = await desk.move('ben.ito', 'EBH-3', 'Waiting for Account Manager', {
      properties: [{ key: 'relay', value: { state: 'asked' } }],
      historyMetadata: { type: 'relay:ask' },
    });
    expect(moved.status).toBe(204);
    const { body } = await desk
      .as('ben.ito')
      .get('/issue/EBH-3?expand=changelog&properties=relay&fields=status');
    expect(body.fields.status.name).toBe('Waiting for Account Manager');
    expect(body.properties.relay).toEqual({ state: 'asked' });
    expect(body.changelog.histories[0]).toMatchObject({
      historyMetadata: { type: 'relay:ask' },
      items: [
        {
          field: 'status',
          fieldtype: 'jira',
          fromString: 'Waiting for Support',
          toString: 'Waiting for Account Manager',
        },
      ],
    });
  });

  it('take the fields of their screen and a comment, internal if it says so (belief: internal-in-transition)', async () => {
    const desk = new Desk();
    const moved = await desk.move('ben.ito', 'EBH-3', 'Resolved', {
      fields: { resolution: { name: "Won't Do" } },
      update: { comment: [{ add: { body: adf('Not ours.'), properties: internal } }] },
    });
    expect(moved.status).toBe(204);
    const { fields } = (await desk.as('ben.ito').get('/issue/EBH-3')).body;
    expect(fields.resolution.name).toBe("Won't Do");
    expect(fields.resolutiondate).toBe('2026-03-02T14:00:00.000+0000');
    expect(fields.comment.comments.at(-1)).toMatchObject({ jsdPublic: false });
  });

  it('refuse fields and comments without a screen for them (belief: transition-screen-only)', async () => {
    const desk = new Desk();
    const fields = await desk.move('ben.ito', 'EBH-3', 'In Progress', { fields: { summary: 'x' } });
    expect([fields.status, Object.keys(fields.body.errors)]).toEqual([400, ['summary']]);
    const comment = await desk.move('ben.ito', 'EBH-3', 'In Progress', {
      update: { comment: [{ add: { body: adf('x') } }] },
    });
    expect([comment.status, Object.keys(comment.body.errors)]).toEqual([400, ['comment']]);
    expect(await desk.status('EBH-3')).toBe('Waiting for Support');
  });

  it('clear the resolution when they reopen', async () => {
    const desk = new Desk();
    await desk.move('ben.ito', 'EBH-3', 'Closed');
    await desk.move('ben.ito', 'EBH-3', 'Waiting for Support');
    expect(
      (await desk.as('ben.ito').get('/issue/EBH-3?fields=resolution,resolutiondate')).body.fields,
    ).toEqual({ resolution: null, resolutiondate: null });
  });

  it("say in Jira's words what is wrong with the id (beliefs: transition-id-integer, transition-unknown-words)", async () => {
    const desk = new Desk();
    const message = async (body: unknown): Promise<string> =>
      (await desk.as('ben.ito').post('/issue/EBH-3/transitions', body)).body.errorMessages[0];
    expect(await message({})).toBe("Missing 'transition' identifier");
    expect(await message({ transition: { id: 'done' } })).toBe(
      "'transition' identifier must be an integer",
    );
    expect(await message({ transition: { id: '999' } })).toContain('is not valid for this issue');
    expect(await message({ transition: { id: '11' } })).toContain(
      'not valid for the current state of this issue (EBH-3)',
    );
  });

  it('are not for collaborators', async () => {
    const desk = new Desk();
    expect((await desk.as('maya.ortiz').get('/issue/EBH-3/transitions')).body.transitions).toEqual(
      [],
    );
    expect(
      (await desk.as('maya.ortiz').post('/issue/EBH-3/transitions', { transition: { id: '21' } }))
        .status,
    ).toBe(400);
  });

  it('can be taken out of the workflow by a fault', async () => {
    const desk = new Desk();
    desk.faults.set({ missingTransitions: [{ project: 'EBH', to: 'Waiting for Management' }] });
    const { body } = await desk.as('ben.ito').get('/issue/EBH-3/transitions');
    expect(body.transitions.map((one: Json) => one.to.name)).not.toContain(
      'Waiting for Management',
    );
    expect(
      (await desk.as('ben.ito').post('/issue/EBH-3/transitions', { transition: { id: '51' } }))
        .status,
    ).toBe(400);
    expect((await desk.move('ben.ito', 'SS-1', 'Waiting for Management')).status).toBe(204);
  });
});
