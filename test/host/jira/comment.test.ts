import { type Site } from '../../../host/jira/site';
import { adf, demoDesk, Desk, internal, type Json } from './support/desk';

const comments = async (desk: Desk, name: string, key: string): Promise<Json[]> =>
  (await desk.as(name).get(`/issue/${key}/comment`)).body.comments;

describe('comments', () => {
  it('are public in a service project unless they say otherwise (beliefs: comments-are-public, internal-comment-property)', async () => {
    const desk = new Desk();
    const open = await desk.as('ben.ito').post('/issue/EBH-3/comment', { body: adf('Hello.') });
    const hidden = await desk
      .as('ben.ito')
      .post('/issue/EBH-3/comment?expand=properties', { body: adf('Psst.'), properties: internal });
    expect([open.status, open.body.jsdPublic]).toEqual([201, true]);
    expect([hidden.status, hidden.body.jsdPublic]).toEqual([201, false]);
    expect(hidden.body.properties).toEqual(internal);
  });

  it('come out internal when a collaborator writes them (belief: collaborators-comment-internally)', async () => {
    const desk = new Desk();
    const { body } = await desk
      .as('maya.ortiz')
      .post('/issue/EBH-3/comment', { body: adf('For everybody?') });
    expect(body.jsdPublic).toBe(false);
    const asJsm = await desk
      .as('maya.ortiz')
      .post('/jsm/request/EBH-3/comment', { body: 'For everybody?', public: true });
    expect(asJsm.body.public).toBe(false);
  });

  it('reach customers only when they are public', async () => {
    const desk = new Desk();
    await desk
      .as('ben.ito')
      .post('/issue/EBH-3/comment', { body: adf('secret'), properties: internal });
    const { body } = await desk.as('nora.quist').get('/jsm/request/EBH-3/comment');
    expect(body.values.map((one: Json) => one.body)).toEqual([
      expect.stringContaining('42 people'),
      expect.stringContaining('Any news?'),
    ]);
    expect(body.values.every((one: Json) => one.public)).toBe(true);
    const [hidden] = (await desk.as('ben.ito').get('/jsm/request/EBH-3/comment?public=false')).body
      .values;
    expect(
      (await desk.as('nora.quist').get(`/jsm/request/EBH-3/comment/${hidden.id}`)).status,
    ).toBe(404);
  });

  it('must be documents', async () => {
    const desk = new Desk();
    const plain = await desk.as('ben.ito').post('/issue/EBH-3/comment', { body: 'plain' });
    expect([plain.status, plain.body.errors.comment]).toEqual([400, 'Comment body is not valid!']);
    const broken = {
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [{ type: 'shout', text: 'x' }] }],
    };
    expect((await desk.as('ben.ito').post('/issue/EBH-3/comment', { body: broken })).status).toBe(
      400,
    );
  });

  it('may mention people nobody knows', async () => {
    expect(
      (await new Desk().as('ben.ito').post('/issue/EBH-3/comment', { body: adf('who', 'unknown') }))
        .status,
    ).toBe(201);
  });

  it('are edited by their author and by administrators', async () => {
    const desk = new Desk();
    const { body } = await desk.as('ben.ito').post('/issue/EBH-3/comment', { body: adf('One') });
    await desk.clock.advance(1_000);
    expect(
      (await desk.as('lin.chen').put(`/issue/EBH-3/comment/${body.id}`, { body: adf('Two') }))
        .status,
    ).toBe(400);
    const edited = await desk
      .as('alex.kim')
      .put(`/issue/EBH-3/comment/${body.id}`, { body: adf('Three') });
    expect(edited.body).toMatchObject({
      author: { displayName: 'Ben Ito' },
      updateAuthor: { displayName: 'Alex Kim' },
      updated: '2026-03-02T14:00:01.000+0000',
    });
  });

  it('are deleted by their author, administrators and the app', async () => {
    const desk = new Desk();
    const post = async (): Promise<string> =>
      (await desk.as('ben.ito').post('/issue/EBH-3/comment', { body: adf('x') })).body.id;
    expect((await desk.as('lin.chen').del(`/issue/EBH-3/comment/${await post()}`)).status).toBe(
      400,
    );
    expect((await desk.as('ben.ito').del(`/issue/EBH-3/comment/${await post()}`)).status).toBe(204);
    const id = await post();
    expect((await desk.app().del(`/issue/EBH-3/comment/${id}`)).status).toBe(204);
    expect((await desk.as('ben.ito').get(`/issue/EBH-3/comment/${id}`)).status).toBe(404);
  });

  it('are listed newest first when asked, in pages', async () => {
    const desk = new Desk();
    const { body } = await desk
      .as('ben.ito')
      .get('/issue/EBH-3/comment?orderBy=-created&maxResults=1');
    expect(body).toMatchObject({ startAt: 0, maxResults: 1, total: 3 });
    expect(body.comments[0].author.displayName).toBe('Nora Quist');
  });

  it('are found by id with their properties', async () => {
    const desk = new Desk();
    const { body } = await desk.app().post('/issue/EBH-3/comment', {
      body: adf('x'),
      properties: [...internal, { key: 'relay', value: { effect: 'e1' } }],
    });
    const list = await desk
      .app()
      .post('/comment/list?expand=properties', { ids: [Number(body.id)] });
    expect(list.body.values[0].properties).toContainEqual({
      key: 'relay',
      value: { effect: 'e1' },
    });
    expect((await desk.app().get(`/comment/${body.id}/properties/relay`)).body.value).toEqual({
      effect: 'e1',
    });
  });

  it('can be added, edited and removed in an edit of the issue', async () => {
    const desk = new Desk();
    const [first] = await comments(desk, 'ben.ito', 'EBH-3');
    const edit = {
      update: {
        comment: [
          { add: { body: adf('added'), properties: internal } },
          { remove: { id: first.id } },
        ],
      },
    };
    expect((await desk.as('ben.ito').put('/issue/EBH-3', edit)).status).toBe(204);
    const after = await comments(desk, 'ben.ito', 'EBH-3');
    expect(after.map((one) => one.id)).not.toContain(first.id);
    expect(after.at(-1).jsdPublic).toBe(false);
  });

  it('can come out public by a fault, for the app only', async () => {
    const desk = new Desk();
    desk.faults.set({ publicComment: { chance: 1 } });
    const body = { body: adf('x'), properties: internal };
    expect((await desk.app().post('/issue/EBH-3/comment', body)).body.jsdPublic).toBe(true);
    expect((await desk.as('ben.ito').post('/issue/EBH-3/comment', body)).body.jsdPublic).toBe(
      false,
    );
  });
});

describe('a reply of the team', () => {
  const site = (): Site => {
    const whole = demoDesk();
    const rule = { to: 'Waiting for Customer', afterSeconds: 30 };
    const projects = whole.projects.map((project) => ({ ...project, teamReply: rule }));
    return { ...whole, projects };
  };

  it('moves nothing where the site has no such rule', async () => {
    const desk = new Desk();
    await desk.as('ben.ito').post('/issue/EBH-3/comment', { body: adf('We look.') });
    await desk.clock.advance(60_000);
    expect(await desk.status('EBH-3')).toBe('Waiting for Support');
  });

  it('moves the request a while later, from where it is then (beliefs: team-reply-moves, team-reply-later)', async () => {
    const desk = new Desk({ site: site() });
    await desk.as('ben.ito').post('/issue/EBH-3/comment', { body: adf('We look.') });
    await desk.move('ben.ito', 'EBH-3', 'Waiting for Account Manager');
    await desk.clock.advance(29_000);
    expect(await desk.status('EBH-3')).toBe('Waiting for Account Manager');
    await desk.clock.advance(1000);
    expect(await desk.status('EBH-3')).toBe('Waiting for Customer');
    const { histories } = (await desk.as('ben.ito').get('/issue/EBH-3?expand=changelog')).body
      .changelog;
    expect(histories[0].author).toMatchObject({ displayName: 'Automation for Jira' });
  });

  it('is no internal note, no word of the customer, and nothing that an app says', async () => {
    const desk = new Desk({ site: site() });
    const body = adf('We look.');
    await desk.as('ben.ito').post('/issue/EBH-3/comment', { body, properties: internal });
    await desk.as('nora.quist').post('/jsm/request/EBH-3/comment', { body: 'Any news?' });
    await desk.app().post('/issue/EBH-3/comment', { body });
    await desk.clock.advance(60_000);
    expect(await desk.status('EBH-3')).toBe('Waiting for Support');
  });
});

describe('a reply of the customer', () => {
  it('moves the request to support, as Automation for Jira (beliefs: customer-reply-moves, customer-reply-actor)', async () => {
    const desk = new Desk();
    await desk.move('ben.ito', 'EBH-3', 'Waiting for Account Manager');
    desk.events.length = 0;
    await desk
      .as('nora.quist')
      .post('/jsm/request/EBH-3/comment', { body: 'Hello?', public: true });
    expect(await desk.status('EBH-3')).toBe('Waiting for Support');
    const [history] = (await desk.as('ben.ito').get('/issue/EBH-3?expand=changelog')).body.changelog
      .histories;
    expect(history.author).toMatchObject({
      displayName: 'Automation for Jira',
      accountType: 'app',
    });
    expect(desk.events.map(({ name, selfGenerated }) => [name, selfGenerated])).toEqual([
      ['avi:jira:commented:issue', false],
      ['avi:jira:updated:issue', false],
    ]);
  });

  it('counts from a participant and from another member of the organization', async () => {
    const desk = new Desk();
    for (const name of ['felix.braun', 'sam.hart']) {
      await desk.move('ben.ito', 'EBH-3', 'Waiting for Customer');
      await desk.as(name).post('/jsm/request/EBH-3/comment', { body: 'Me too.' });
      expect(await desk.status('EBH-3')).toBe('Waiting for Support');
    }
  });

  it('leaves the status alone when it is there already, or done (belief: customer-reply-not-when-done)', async () => {
    const desk = new Desk();
    await desk.as('nora.quist').post('/jsm/request/EBH-3/comment', { body: 'Hello?' });
    expect(await desk.status('EBH-3')).toBe('Waiting for Support');
    await desk.move('ben.ito', 'EBH-3', 'Resolved');
    await desk.as('nora.quist').post('/jsm/request/EBH-3/comment', { body: 'Thanks.' });
    expect(await desk.status('EBH-3')).toBe('Resolved');
  });

  it('is not what agents, collaborators and internal notes are', async () => {
    const desk = new Desk();
    await desk.move('ben.ito', 'EBH-3', 'Waiting for Account Manager');
    await desk.as('ben.ito').post('/issue/EBH-3/comment', { body: adf('public') });
    await desk.as('maya.ortiz').post('/issue/EBH-3/comment', { body: adf('note') });
    expect(await desk.status('EBH-3')).toBe('Waiting for Account Manager');
  });

  it('changes nothing where the workflow has no such way', async () => {
    const desk = new Desk();
    await desk.move('ben.ito', 'EBH-3', 'Waiting for Account Manager');
    desk.faults.set({ missingTransitions: [{ to: 'Waiting for Support' }] });
    await desk.as('nora.quist').post('/jsm/request/EBH-3/comment', { body: 'Hello?' });
    expect(await desk.status('EBH-3')).toBe('Waiting for Account Manager');
  });
});

describe('version 2', () => {
  it('takes plain text where version 3 takes documents', async () => {
    const desk = new Desk();
    const ben = desk.as('ben.ito');
    const made = await ben.post('/rest/api/2/issue', {
      fields: {
        project: { key: 'SS' },
        issuetype: { name: 'Task' },
        summary: 'x',
        description: 'one\ntwo',
      },
    });
    const comment = await ben.post(`/rest/api/2/issue/${made.body.key}/comment`, {
      body: 'Hello',
      properties: internal,
    });
    expect(comment.body).toMatchObject({ body: 'Hello', jsdPublic: false });
    expect(
      (await ben.put(`/rest/api/2/issue/${made.body.key}`, { fields: { environment: 'here' } }))
        .status,
    ).toBe(204);
    const { fields } = (await ben.get(`/issue/${made.body.key}`)).body;
    expect([
      fields.description.content.length,
      fields.environment.type,
      fields.comment.comments[0].body.type,
    ]).toEqual([2, 'doc', 'doc']);
    expect((await ben.get(`/rest/api/2/issue/${made.body.key}`)).status).toBe(501);
  });
});
