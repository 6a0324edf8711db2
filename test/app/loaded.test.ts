import { loaded } from '../../src/app/app-procedure';
import { procedures as modules } from '../../src/procedures';
import { procedures } from '../support/procedures';

// Tests cannot wait for members while they are described, so they have a list of their own.
it('tests have of each procedure what a composition loads', async () => {
  const members = ['rules', 'effects', 'settings', 'accounts', 'contribution', 'hourly'] as const;
  const set = (one: object) =>
    Object.fromEntries(Object.entries(one).filter(([, member]) => member !== undefined));
  expect(procedures.map(set)).toEqual((await loaded(modules, members)).map(set));
});
