import { type Client, Desk, type Got } from './support/desk';

const mail = 'From: nora@northwind.example\r\n\r\nApproved. \u2713\r\n';

describe('files of issues', () => {
  let desk: Desk;
  let ben: Client;
  let key: string;
  beforeEach(async () => {
    desk = new Desk();
    ben = desk.as('ben.ito');
    [key = ''] = await desk.search(
      `reporter = "${desk.id('nora.quist')}" AND project = EBH ORDER BY key`,
    );
  });

  const form = (name = 'file'): FormData => {
    const sent = new FormData();
    sent.append(name, new Blob([mail], { type: 'message/rfc822' }), 'approval.eml');
    return sent;
  };
  const upload = (
    who: string,
    path: string,
    body = form(),
    headers: Record<string, string> = { 'X-Atlassian-Token': 'no-check' },
  ): Promise<Got> => desk.upload(who, path, body, headers);
  const jira = (issue: string): string => `/rest/api/3/issue/${issue}/attachments`;

  it('are kept, listed with the issue, and given back as they were', async () => {
    const { status, body } = await upload('ben.ito', jira(key));
    expect(status).toBe(200);
    expect(body).toMatchObject([
      {
        filename: 'approval.eml',
        mimeType: 'message/rfc822',
        size: Buffer.byteLength(mail),
        author: { displayName: 'Ben Ito' },
      },
    ]);
    const { id } = body[0];
    expect((await ben.get(`/issue/${key}?fields=attachment`)).body.fields.attachment).toMatchObject(
      [{ id, filename: 'approval.eml' }],
    );
    expect((await ben.get(`/attachment/${id}`)).body).toMatchObject({
      id: Number(id),
      filename: 'approval.eml',
    });
    expect((await ben.get(`/attachment/content/${id}`)).body).toBe(mail);
    const history = (await ben.get(`/issue/${key}/changelog`)).body.values.at(-1).items;
    expect(history).toMatchObject([
      { field: 'Attachment', fieldId: 'attachment', to: id, toString: 'approval.eml' },
    ]);
    expect(desk.events.at(-1)).toMatchObject({ name: 'avi:jira:updated:issue' });
  });

  it('are refused without the header and by whoever does not see the issue, and are no files under another name (beliefs: attachment-token, attachment-name)', async () => {
    expect((await upload('ben.ito', jira(key), form(), {})).status).toBe(403);
    expect(await upload('ben.ito', jira(key), form('document'))).toMatchObject({
      status: 200,
      body: [],
    });
    expect((await ben.get(`/issue/${key}?fields=attachment`)).body.fields.attachment).toEqual([]);
    expect((await upload('nora.quist', jira(key))).status).toBe(404);
    expect((await upload('ben.ito', jira('NOPE-1'))).status).toBe(404);
  });

  it('are taken away by whoever put them there, or by an administrator, and go with the issue', async () => {
    const [mine, other] = [
      (await upload('ben.ito', jira(key))).body[0].id,
      (await upload('ben.ito', jira(key))).body[0].id,
    ];
    expect((await desk.as('lin.chen').del(`/attachment/${mine}`)).status).toBe(403);
    expect((await ben.del(`/attachment/${mine}`)).status).toBe(204);
    expect((await ben.get(`/attachment/${mine}`)).status).toBe(404);
    expect((await desk.as('alex.kim').del(`/attachment/${other}`)).status).toBe(204);
    const last = (await upload('ben.ito', jira(key))).body[0].id;
    await desk.as('alex.kim').del(`/issue/${key}`);
    expect((await ben.get(`/attachment/${last}`)).status).toBe(404);
  });

  it('reach a customer when they came with a public comment, and else stay with the team (belief: attachment-internal)', async () => {
    await upload('ben.ito', jira(key));
    const seenBy = async (who: string): Promise<string[]> =>
      (
        await desk.as(who).get(`/rest/servicedeskapi/request/${key}/attachment?start=0&limit=50`)
      ).body.values.map(({ filename }: { filename: string }) => filename);
    expect(await seenBy('nora.quist')).toEqual([]);
    expect(await seenBy('ben.ito')).toEqual(['approval.eml']);
    const { body: request } = await ben.get(`/rest/servicedeskapi/request/${key}`);
    const send = async (who: string, isPublic: boolean): Promise<Got> => {
      const { body } = await upload(
        who,
        `/rest/servicedeskapi/servicedesk/${request.serviceDeskId}/attachTemporaryFile`,
      );
      return desk.as(who).post(`/rest/servicedeskapi/request/${key}/attachment`, {
        temporaryAttachmentIds: [body.temporaryAttachments[0].temporaryAttachmentId],
        public: isPublic,
        additionalComment: { body: 'Here it is.' },
      });
    };
    expect((await send('nora.quist', false)).status).toBe(403);
    expect(await send('nora.quist', true)).toMatchObject({
      status: 201,
      body: {
        comment: { body: 'Here it is. [^approval.eml]', public: true },
        attachments: { size: 1 },
      },
    });
    expect((await send('ben.ito', false)).status).toBe(201);
    expect(await seenBy('nora.quist')).toEqual(['approval.eml']);
    expect(await seenBy('ben.ito')).toHaveLength(3);
    expect(
      (
        await desk.as('nora.quist').post(`/rest/servicedeskapi/request/${key}/attachment`, {
          temporaryAttachmentIds: ['temp0'],
          public: true,
        })
      ).status,
    ).toBe(400);
  });
});
