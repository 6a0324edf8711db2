// Change requests through the local Jira (scenarios 21 to 25): panel, portal, workflow and time, under every mishap.
import { begin, ChangeDesk, impact } from './change-desk';
import { story } from './stories';

story('22: the cost follows from the effort and the agreed rates', async (desk) => {
  const change = await begin(desk);
  await change.inPrinciple();
  await change.document(12.5);
  const view = await change.save('dana.fox', { part: 'cost' }, (seen) => change.done(seen, 'cost'));
  expect(view.cost).toMatchObject({ total: '10,000.00 USD', lines: [{ role: 'Integration engineer', days: 12.5, dayRate: '800.00 USD', amount: '10,000.00 USD' }] });
});
