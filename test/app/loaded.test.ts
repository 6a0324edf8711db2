import { loaded } from '../../src/app/app-procedure';
import { procedures as modules } from '../../src/procedures';
import { procedures, tested } from '../support/procedures';

// Tests cannot wait for members while they are described, so they have a list of their own.
it('tests have of each procedure what a composition loads', async () => {
  expect(procedures).toEqual(await loaded(modules, tested));
});
