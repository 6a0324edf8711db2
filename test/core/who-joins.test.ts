// People come and go while something is owed: whoever comes is told, and nobody is reported silent who has only just come.
import { waitingList } from '../../src/core/wait-rows';
import { Desk, listOf, roles, wait } from '../support/wait-desk';

const qa = (...people: string[]) => ({ roles: { ...roles, qa: people } });
const publish = (desk: Desk, ...people: string[]): Desk => {
  desk.policy = {
    ...desk.policy,
    ...qa(...people),
    version: desk.policy.version + 1,
    publishedAt: desk.now,
  };
  desk.turn();
  return desk;
};

describe('while several people have something (A14, X11)', () => {
  it('whoever comes in the place of one of them is told, and it is written down', () => {
    const desk = new Desk(qa('Joe', 'Rita')).owes(wait({ of: 'qa' }));
    desk.at('2026-03-02T13:50:00.000Z');
    publish(desk, 'Joe', 'Davies');
    expect(desk.said.at(-1)).toMatchObject({
      to: ['Davies'],
      words: expect.stringContaining('this is yours now'),
    });
    expect(desk.ledger.journal.at(-1)?.text).toBe('Handed over to Davies: Approve the cost');
    expect(desk.clock?.dueAt).toBe('2026-03-02T14:20:00.000Z');
  });

  it('where one of them goes and nobody comes, it is written down who still has it', () => {
    const desk = new Desk(qa('Joe', 'Rita')).owes(wait({ of: 'qa' }));
    publish(desk, 'Joe');
    expect(desk.ledger.journal.at(-1)?.text).toBe('Left to Joe: Approve the cost');
    expect(desk.said).toHaveLength(1);
    expect(listOf(desk, waitingList, 'Rita')).toEqual([]);
  });

  it('whoever joins them has it in their list, and is not reported silent a moment later', () => {
    const desk = new Desk(qa('Ana', 'Rita')).owes(wait({ of: 'qa' }));
    desk.at('2026-03-02T13:50:00.000Z');
    publish(desk, 'Ana', 'Rita', 'Davies');
    expect(listOf(desk, waitingList, 'Davies')).toHaveLength(1);
    expect(desk.said).toHaveLength(1);
    desk.until('2026-03-02T14:00:00.000Z');
    expect(desk.said.at(-1)).toMatchObject({
      to: ['Paige'],
      words: expect.stringContaining('Ana and Rita did not do this in time'),
    });
  });

  it('nobody is reported silent before a grace, however short the time was', () => {
    const desk = new Desk().owes(wait({ within: { minutes: 5 } }));
    desk.until('2026-03-02T10:29:59.000Z');
    expect(desk.said).toHaveLength(1);
    desk.until('2026-03-02T10:30:00.000Z');
    expect(desk.said.at(-1)?.to).toEqual(['Paige']);
  });
});
