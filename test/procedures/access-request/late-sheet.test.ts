// E7: a follow-up document that comes back weeks later says only what was edited in it.
import {
  accessSettingsOf,
  type SheetColumn,
} from '../../../src/procedures/access-request/settings/policy';
import { readSheet, sheetRow } from '../../../src/procedures/access-request/sheet';
import { baseCell, baseOf, baseTitle } from '../../../src/procedures/access-request/sheet-base';
import { accessOf } from '../../../src/procedures/access-request/state';
import { accessQueue, AccessStory } from '../../support/access';
import { aPolicy } from '../../support/sop';

const columns: readonly SheetColumn[] = [
  'cid',
  'status',
  'first-response',
  'created',
  'verified',
  'remarks',
];
const headings = [...columns, baseTitle];
type Edits = Partial<Record<SheetColumn | typeof baseTitle, string>>;

const begun = (): AccessStory => {
  const sheet = columns.map((column) => ({ column, title: column }));
  const roles = { 'team-lead': ['lead'], csm: ['any csm'] };
  const story = new AccessStory(aPolicy(accessQueue({ sheet }), { roles }));
  return story.begin({ workStart: null }, ['ALDR']).sent('ALDR');
};

function seen(story: AccessStory) {
  const policy = accessSettingsOf(story.situation.queue);
  const request = accessOf(story.ledger);
  if (policy === undefined || request === undefined) throw new Error('Nothing was started.');
  return { policy, request, looking: { ...story.situation, ledger: story.ledger } };
}

/** The row as it leaves now. */
function downloaded(story: AccessStory): string[] {
  const { policy, request, looking } = seen(story);
  const row = story.row();
  return [...sheetRow(looking, policy, request, row), baseCell(baseOf(looking, row))];
}

/** What a document that left as `cells` and was edited says, and the row once it is taken. */
function comesBack(story: AccessStory, cells: readonly string[], edits: Edits = {}) {
  const { policy, request, looking } = seen(story);
  const line = headings.map(
    (heading, place) => edits[heading as SheetColumn] ?? cells[place] ?? '',
  );
  const read = readSheet(looking, policy, request.rows, [headings, line]);
  const { changes } = read;
  if (changes.length > 0) story.turn({ kind: 'apply-sheet', changes }, 'lead');
  return { ...read, said: read.notices.map(({ text }) => text).join(' ') };
}

/** Created on the fourth of March, and reported as broken on the fifth; the document left in between. */
function broken(): { story: AccessStory; cells: string[] } {
  const story = begun().at('2026-03-04T10:00:00.000Z');
  story.says('created');
  const cells = downloaded(story);
  story.at('2026-03-05T10:00:00.000Z').says('not-functional', 'ALDR', 'engineer');
  return { story: story.at('2026-03-25T10:00:00.000Z'), cells };
}

const noBase: Edits = { [baseTitle]: '' };

describe('with what it was downloaded with', () => {
  it('nothing that was not edited is taken, whatever has changed here', () => {
    const { story, cells } = broken();
    expect(comesBack(story, cells)).toMatchObject({ changes: [], problems: [], notices: [] });
    const { problems } = comesBack(story, cells, { remarks: 'They are slow' });
    expect(problems).toEqual([]);
    expect(story.row()).toMatchObject({ progress: 'not-functional', remarks: 'They are slow' });
  });

  it('a status that nobody can set from a sheet hinders nothing where it was not edited', () => {
    const story = begun();
    const cells = downloaded(story);
    story.at('2026-03-04T10:00:00.000Z').says('acknowledged');
    expect(comesBack(story, cells)).toMatchObject({ changes: [], problems: [], unchanged: 1 });
  });

  it('an edited status is taken where the row has not changed, or has not come as far', () => {
    const story = begun();
    const cells = downloaded(story);
    story.at('2026-03-04T10:00:00.000Z').says('acknowledged');
    comesBack(story.at('2026-03-25T10:00:00.000Z'), cells, { status: 'Created' });
    expect(story.row().progress).toBe('created');
  });

  it('an edited status that would take back what was said here is not, and is named by its row', () => {
    const { story } = broken();
    const sent = downloaded(begun());
    const { said, problems } = comesBack(story, sent, { status: 'Created', created: '2026-03-03' });
    expect(problems).toEqual([]);
    expect(said).toContain('The status of ALDR stays "Escalated to');
    expect(story.row().progress).toBe('not-functional');
  });

  it('a date and a remark that were edited here and there stay as they are here, and it is said', () => {
    const story = begun().at('2026-03-04T10:00:00.000Z');
    story.says('created');
    const cells = downloaded(story);
    const here = { step: null, remarks: 'Ours', dates: { createdAt: '2026-03-03T12:00:00.000Z' } };
    story.turn({ kind: 'apply-sheet', changes: [{ cid: 'ALDR', ...here }] }, 'lead');
    story.at('2026-03-25T10:00:00.000Z');
    expect(comesBack(story, cells).said).toBe('');
    const { said } = comesBack(story, cells, { created: '2026-03-02', remarks: 'Theirs' });
    expect(said).toContain('created of ALDR was changed here since');
    expect(said).toContain('The remarks of ALDR were changed here since');
    expect(story.row()).toMatchObject({ remarks: 'Ours', createdAt: here.dates.createdAt });
  });
});

describe('without it', () => {
  it('a status that is older than the last change of the row is not taken, and its row is named', () => {
    const { story, cells } = broken();
    const { said } = comesBack(story, cells, { ...noBase, remarks: 'They are slow' });
    expect(said).toContain('"Created" is older than that');
    expect(story.row()).toMatchObject({ progress: 'not-functional', remarks: 'They are slow' });
  });

  it('a status with a later day is taken', () => {
    const { story, cells } = broken();
    comesBack(story, cells, { ...noBase, status: 'Verified', verified: '2026-03-20' });
    expect(story.row().progress).toBe('verified');
  });

  it.each([
    ['Sent', 'acknowledged'],
    ['Acknowledged', 'created'],
    ['Escalated to CSM', 'created'],
  ] as const)('"%s" takes nothing back from "%s" and hinders no other row', (status, step) => {
    const story = begun().at('2026-03-04T10:00:00.000Z');
    story.says(step);
    const { said, problems, changes } = comesBack(story, downloaded(story), { ...noBase, status });
    expect([problems, changes]).toEqual([[], []]);
    expect(said).toContain(`"${status}" is older than that`);
  });

  it('"Not functional" of an account that was mended since is not taken, and a first one is', () => {
    const { story } = broken();
    const cells = downloaded(story);
    story.says('created');
    story.at('2026-03-26T10:00:00.000Z');
    comesBack(story, cells, { ...noBase, status: 'Not functional' });
    expect(story.row().progress).toBe('created');
    const fresh = begun();
    comesBack(fresh, downloaded(fresh), { ...noBase, status: 'Not functional' });
    expect(fresh.row().progress).toBe('not-functional');
  });

  it('a column of it that somebody has edited counts as none', () => {
    const { story, cells } = broken();
    const { said } = comesBack(story, cells, { [baseTitle]: 'row 1 2 3' });
    expect(said).toContain('is older than that');
    expect(story.row().progress).toBe('not-functional');
  });
});
