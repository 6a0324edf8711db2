// Somebody who cannot see a ticket on which something waits for them (AM-03): others are asked, and the radar says who.
import { onRadar } from '../../src/core/radar';
import { Desk, roles, wait } from '../support/wait-desk';

const seen = (desk: Desk) =>
  onRadar(desk.ledger, desk.situation).map(({ code, text, remedy }) => ({ code, text, remedy }));

const row = (text: string) => ({
  code: 'wait-out-of-sight',
  text,
  remedy: 'Let them browse project EBH, or name somebody else.',
});

it('whoever loses sight of the ticket is told nothing more; whoever is next has it, and the radar says who', () => {
  const two = { ...roles, 'cr-approver': ['Ana', 'Rita'] };
  const desk = new Desk({ roles: two }).owes(wait());
  expect(seen(desk)).toEqual([]);
  desk
    .change('Ana', { cannotSee: ['1'] })
    .at('2026-03-02T11:00:00.000Z')
    .turn();
  expect(seen(desk)).toEqual([
    row('Ana cannot see this ticket, which waits for them: Approve the cost.'),
  ]);
  const before = desk.said.filter(({ to }) => to.includes('Ana')).length;
  desk.until('2026-03-06T10:00:00.000Z');
  expect(desk.said.filter(({ to }) => to.includes('Ana'))).toHaveLength(before);
  expect(desk.said.map(({ words }) => words).join()).not.toContain('Ana did not');
});

it('stands there until they see it, and of other queues it says nothing', () => {
  const desk = new Desk().change('Ana', { cannotSee: ['2'] }).owes(wait());
  expect(seen(desk)).toEqual([]);
  desk.change('Ana', { cannotSee: ['1'] }).turn();
  expect(seen(desk).map(({ code }) => code)).toContain('wait-out-of-sight');
  desk.change('Ana', { cannotSee: [] }).turn();
  expect(seen(desk)).toEqual([]);
});

it('is one row for everything that waits there, with those above who cannot see it', () => {
  const desk = new Desk()
    .change('Paige', { cannotSee: ['1'] })
    .owes(wait(), wait({ key: 'two', title: 'Ask the customer' }))
    .until('2026-03-02T15:00:00.000Z');
  expect(seen(desk)).toContainEqual(
    row('Paige cannot see this ticket, which waits for them: Approve the cost; Ask the customer.'),
  );
});
