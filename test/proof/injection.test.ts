// What somebody types stays what it is: text in a ticket, a cell in a sheet, a line in a letter.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { emlOf } from '../../src/procedures/access-request/pages/eml';
import { Desk, mondayMorning } from '../simulation/desk';

const root = resolve(__dirname, '..', '..');
const everything = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/u.test(file) && !file.startsWith('build'))
    .map((file) => join(folder, file));

const tricks = [
  '<img src=x onerror=alert(1)> and more text',
  '[~accountid:712020:someone] look at this please',
  '{"type":"mention","attrs":{"id":"712020:x"}} as text',
  '{color:red}h1. wiki{color} and || tables ||',
  '=HYPERLINK("http://evil.example","click")',
  'ticket" OR project = SS ORDER BY key',
  '../../admin?expand=all#fragment & more',
  'right-to-left \u202e override and \u0000 nothing',
];

interface Node {
  readonly type: string;
  readonly text?: string;
  readonly marks?: unknown;
  readonly content?: readonly Node[];
}
const flat = (node: Node): Node[] => [node, ...(node.content ?? []).flatMap(flat)];

describe('what somebody types', () => {
  it.each(tricks)('stays text in the comment: %j', async (note) => {
    const desk = await Desk.open({ start: mondayMorning });
    await desk.ticket();
    await desk.act(
      'ben.ito',
      'account-manager.request',
      { entryId: 'other', note },
      ({ ask }) => ask !== null,
    );
    const { fields } = await desk
      .as('alex.kim')
      .get<{ fields: { comment: { comments: { body: Node }[] } } }>(desk.key, 'fields=comment');
    const nodes = fields.comment.comments.flatMap(({ body }) => flat(body));
    expect(new Set(nodes.map(({ type }) => type))).toEqual(
      new Set(['doc', 'paragraph', 'text', 'mention']),
    );
    expect(nodes.filter(({ type }) => type === 'mention')).toHaveLength(1);
    expect(nodes.some(({ text = '' }) => text.includes(note.slice(0, 20)))).toBe(true);
    await desk.invariants();
  });

  it('adds no line to the head of a letter', async () => {
    const letter = {
      to: ['it@northwind.example'],
      cc: [],
      subject: 'New engineer\r\nBcc: everybody@evil.example\r\n\r\nHello',
      body: 'Dear IT',
    };
    const [head = ''] = (
      await emlOf(letter as unknown as Parameters<typeof emlOf>[0], '2026-03-02T15:00:00.000Z')
    ).split('\r\n\r\n');
    expect(head).not.toMatch(/^bcc:/imu);
    expect(head).toMatch(/^to: it@northwind\.example$/imu);
  });

  it('is never made into markup, script or a query by the app', () => {
    const found = ['static', 'src']
      .flatMap(everything)
      .filter((file) =>
        /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|\beval\(|new Function\(|document\.write/u.test(
          readFileSync(join(root, file), 'utf8'),
        ),
      );
    expect(found).toEqual([]);
  });

  it('reaches a path of Jira through route alone, which escapes it', () => {
    const unescaped = everything('src/jira').flatMap((file) =>
      [
        ...readFileSync(join(root, file), 'utf8').matchAll(
          /requestJira\((?!\s*(?:route`|path: Route))/gu,
        ),
      ].map(() => file),
    );
    expect(unescaped).toEqual([]);
  });
});
