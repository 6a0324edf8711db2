import { adminsOnly } from '../../src/app/administrators';
import { memoryWorld } from '../support/memory-ports';

const answers = (admin: boolean) => ({ mayAdminister: () => Promise.resolve(admin) });

describe('the settings', () => {
  it('are for Jira administrators, whoever let somebody onto the page', async () => {
    const ports = memoryWorld().ports('agent');
    await expect(adminsOnly(ports, answers(true))).resolves.toBe('agent');
    await expect(adminsOnly(ports, answers(false))).rejects.toMatchObject({ code: 'permission' });
  });

  it('are for nobody whom the platform does not name', async () => {
    await expect(adminsOnly(memoryWorld().ports(), answers(true))).rejects.toMatchObject({
      code: 'permission',
    });
  });
});
