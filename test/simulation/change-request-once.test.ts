// CR-12: an issue of its own, once, whenever the app dies and however far the search index is behind.
import { begin } from './change-desk';
import { Desk } from './desk';

const created = async (desk: Desk): Promise<string[]> => {
  const { body } = await desk
    .as('alex.kim')
    .request<{ issues: { key: string }[] }>('POST', '/rest/api/3/search/jql', {
      jql: 'project = CHG ORDER BY created ASC',
      fields: ['key'],
    });
  return body.issues.map(({ key }) => key);
};

describe('creating the change request', () => {
  it.each(Array.from({ length: 24 }, (_, place) => place + 1))(
    'happens once, although the app dies after request %i of it and the index is three minutes behind',
    async (nth) => {
      const desk = await Desk.open();
      const change = await begin(desk);
      await change.inPrinciple();
      await change.document();
      await change.approvals();
      const { revision } = await change.seen();
      desk.host.faults.set({ searchLagSeconds: 180, once: [{ kind: 'crash-after', nth }] });
      await change
        .call('dana.fox', 'change-request.create-issue', { expectedRevision: revision })
        .catch(() => null);
      await desk.host.advance('PT30M');
      desk.host.faults.set({ searchLagSeconds: 0, once: [] });
      await desk.host.advance('PT10M');
      const [key, ...more] = await created(desk);
      expect(more).toEqual([]);
      const view = await change.seen();
      // A crash before anything was decided leaves it to the next click.
      if (view.state !== 'moved') expect([view.state, key]).toEqual(['running', undefined]);
      else {
        expect(view.issue?.key).toBe(key);
        change.key = key ?? '';
        expect((await change.seen()).next.map(({ step }) => step)).toEqual(['due-date']);
      }
      await desk.host.stop();
    },
  );
});
