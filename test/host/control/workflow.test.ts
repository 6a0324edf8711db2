import { aSite, type TestSite } from '../server/support/browser-like';

let at: TestSite;
beforeAll(async () => {
  at = await aSite();
});
afterAll(() => at.close());

describe('rules of a workflow over HTTP', () => {
  it('say what is wrong with a project, a status or a rule that is not there', async () => {
    for (const wrong of [
      { project: 'NOPE', to: 'Resolved', validators: [] },
      { project: 'HELP', to: 'Nowhere', validators: [] },
      { project: 'HELP', to: 'Resolved', validators: ['nobody’s'] },
    ]) {
      const { status, body } = await at.main.put('/__host/workflow', wrong);
      expect(status).toBe(400);
      expect(JSON.stringify(body)).toMatch(/NOPE|Nowhere|nobody/u);
    }
  });
});
