// npm run screenshots: the pictures of the README and the docs, from the demo as it is.
import { join } from 'node:path';
import { rowsOf, yearOf } from '../support/key-account-year';
import { openTheatre, Window } from './window';

const at = (name: string): string => join(__dirname, '..', '..', 'docs', 'images', `${name}.png`);

async function take(): Promise<void> {
  const theatre = await openTheatre();
  const window = await Window.open(theatre, { width: 1360, height: 1080 });
  await window.fresh('ben.ito');
  const { host } = window;
  const request = (issue: string, entryId: string, note: string, as: string) =>
    host.invoke({
      module: 'ticket-panel',
      issue,
      as: `${as}@relay.example`,
      call: 'account-manager.request',
      payload: { entryId, note, expectedRevision: 0 },
    });
  await request(
    'EBH-3',
    'payroll-export',
    'Who pays for the gap in the dental deductions? Nora needs it by Wednesday noon.',
    'ben.ito',
  );
  await host.advance('PT10M');

  await window.go('/browse/EBH-3');
  await window.app.getByText('has the ball').waitFor();
  await window.page.waitForLoadState('networkidle');
  await window.screenshot(at('panel'));

  const raise = (requestType: string, summary: string) =>
    host
      .as('nora.quist@relay.example')
      .raise({ project: 'SS', requestType, summary, description: summary });
  const slow = await raise('Bug report', 'Reports of last year open with an error');
  const sso = await raise('Integration problem', 'Single sign-on certificate expires on Friday');
  await request(
    slow.key,
    'other',
    'May we offer them the new reporting module? They ask for it by name.',
    'lin.chen',
  );
  await request(
    sso.key,
    'integration-down',
    'Who signs for the new certificate on their side?',
    'lin.chen',
  );
  await host.advance('PT40M');
  await window.become('maya.ortiz');
  await window.page.setViewportSize({ width: 1360, height: 560 });
  await window.go('/dashboard');
  await window.app.getByText('waiting').first().waitFor();
  await window.page.waitForLoadState('networkidle');
  await window.screenshot(at('gadget'));

  host.restore(rowsOf(yearOf('2025-03-01', '2026-03-01')));
  await window.become('olga.petrov');
  await window.page.setViewportSize({ width: 1360, height: 1000 });
  await window.go('/projects/OPS/apps/key-accounts');
  const page = window.page.frameLocator('main iframe[title="Key accounts"]');
  await page.getByRole('tab', { name: 'Months' }).click();
  await page.getByText('Releases and their monitoring').waitFor();
  await window.page.waitForLoadState('networkidle');
  await window.screenshot(at('key-accounts'));
  await theatre.close();
}

void take();
