// Key accounts in the browser: a release from review to the first attestation, an escalation, and a year on the page.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FrameLocator } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import demo from '../../demo/account-relay.json';
import { rowsOf, yearOf } from '../support/key-account-year';
import { findings } from './axe';
import { openTheatre, type Theatre, Window } from './window';

/** JSON with sorted keys and no spaces. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    one !== null && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

const mail = (name: string): string => `${name}@relay.example`;

describe.each(['light', 'dark'])('key accounts, %s', (mode) => {
  let theatre: Theatre;
  let window: Window;
  beforeAll(async () => {
    theatre = await openTheatre();
    window = await Window.open(theatre, { dark: mode === 'dark', width: 1280 });
  });
  beforeEach(async () => {
    await window.fresh('ben.ito');
  });
  afterEach(async () => {
    for (const frame of window.page
      .frames()
      .filter((one) => one.url().startsWith(theatre.server.resourceUrl)))
      expect(await findings(frame)).toEqual([]);
    expect(window.complaints).toEqual([]);
  });
  afterAll(() => theatre.close());

  const panel = (): FrameLocator => window.page.frameLocator('main iframe[title="Key account"]');
  const page = (): FrameLocator => window.page.frameLocator('main iframe[title="Key accounts"]');

  const raise = async (): Promise<string> =>
    (
      await window.host.as(mail('ben.ito')).raise({
        project: 'OPS',
        requestType: 'Release',
        summary: 'Release 7.4.1 to Elm Street Bank',
        description: 'The document list by branch.',
      })
    ).key;

  it('a release is started, reviewed, ticked by keyboard and witnessed', async () => {
    const key = await raise();
    await window.go(`/browse/${key}`);
    const app = panel();
    await app.getByRole('button', { name: 'Start release documentation' }).click();
    await app.getByRole('button', { name: 'Start', exact: true }).click();
    await app.getByText('Choose the key account that this release is for.').waitFor();
    await app.getByLabel('Key account').selectOption('ELMS');
    await app.getByRole('checkbox', { name: 'Tara Quinn' }).check();
    await app.getByRole('button', { name: 'Start', exact: true }).click();
    await app.getByText('Before it can be finished').waitFor();
    await app.getByRole('button', { name: 'Edit what is released' }).click();
    await app.getByRole('textbox', { name: 'Commit' }).fill('not a sha');
    await app.getByRole('button', { name: 'Save' }).click();
    await app.getByText('A commit is named by its SHA').waitFor();
    await app.getByRole('textbox', { name: 'Commit' }).fill('a1b2c3d4e5f6');
    await app.getByRole('button', { name: 'Save' }).click();
    await app.getByText('a1b2c3d4e5f6').waitFor();

    const item = app.getByRole('checkbox', { name: /The whole change was read/u });
    await item.focus();
    await window.page.keyboard.press('Space');
    await app.getByRole('textbox', { name: /^Evidence/u }).waitFor();
    await window.page.keyboard.type('https://code.example/pull/42');
    await window.page.keyboard.press('Enter');
    await app.getByRole('link', { name: 'https://code.example/pull/42' }).waitFor();

    await window.become('aiko.tanaka');
    await window.go(`/browse/${key}`);
    await panel().getByRole('button', { name: 'I have double-checked it' }).click();
    await panel().getByText('Senior double-check Aiko Tanaka').waitFor();
    for (const one of [/The automatic tests passed/u, /The change is described/u]) {
      await panel().getByRole('checkbox', { name: one }).click();
      if (String(one).includes('tests')) {
        await panel()
          .getByRole('textbox', { name: /^Evidence/u })
          .fill('Build 118 is green');
        await panel().getByRole('button', { name: 'Tick', exact: true }).click();
      }
      await panel()
        .locator('input:checked')
        .nth(String(one).includes('tests') ? 1 : 2)
        .waitFor();
    }
    await window.become('marek.zielinski');
    await window.go(`/browse/${key}`);
    await panel().getByRole('button', { name: 'I saw it happen' }).first().click();
    await panel().getByText('1 record, the chain is whole.').waitFor();
    await panel().getByText('Witnessed', { exact: true }).waitFor();
    // Somebody with the file alone can check it, as the file says how.
    const [download] = await Promise.all([
      window.page.waitForEvent('download'),
      panel().getByRole('button', { name: 'Download the records' }).click(),
    ]);
    const { chain } = JSON.parse(readFileSync(await download.path(), 'utf8')) as {
      chain: { hash: string; step: string }[];
    };
    const digest = (record: object): string =>
      createHash('sha256').update(sorted(record)).digest('hex');
    expect(chain.map(({ hash: _hash, ...record }) => digest(record))).toEqual(
      chain.map(({ hash }) => hash),
    );
    expect(digest({ ...chain[0], hash: undefined, step: 'release' })).not.toBe(chain[0]?.hash);
  });

  it('a quality issue is escalated with one form, and the ladder answers it', async () => {
    await window.host.advance('PT1H');
    const [ticket] = await window.host.as(mail('alex.kim')).search('summary ~ "two branches"');
    await window.go(`/browse/${ticket?.key ?? ''}`);
    await panel().getByRole('button', { name: 'Escalate quality issue' }).click();
    await panel().getByRole('button', { name: 'Escalate now' }).click();
    await panel().getByText('Say what is wrong, in a sentence.').waitFor();
    await panel()
      .getByLabel('What is wrong?')
      .fill('Documents of two branches appear in one list since the release.');
    await panel().getByRole('radio', { name: 'Accuracy' }).check();
    await panel().getByRole('button', { name: 'Escalate now' }).click();
    await panel().getByText('With Marek Zielinski').waitFor();
    await window.app.getByText('Key account', { exact: true }).first().waitFor();
    await window.become('marek.zielinski');
    await window.go(`/browse/${ticket?.key ?? ''}`);
    await panel().getByRole('button', { name: 'I am on it' }).click();
    await panel().getByText('answered by Marek Zielinski in time').waitFor();
    // X7: the customer sees none of it.
    await window.become('ida.moen');
    await window.go(`/portal/${ticket?.key ?? ''}`);
    await window.page.getByText('mixed up').first().waitFor();
    expect(await window.page.content()).not.toMatch(/\$\$|Escalation|Marek|quality issue/u);
    await window.become('ben.ito');
    await window.go('/dashboard');
  });

  it('a weekly meeting: a change and an action are noted, it is recorded, and the month tells of it', async () => {
    const queues = demo.queues.map((queue) =>
      queue.project === 'OPS'
        ? {
            ...queue,
            keyAccounts: {
              ...queue.keyAccounts,
              meeting: {
                requestType: 'Month-end summary',
                weekday: 'monday',
                by: 'key-account-keeper',
                recordDays: 1,
              },
            },
          }
        : queue,
    );
    await window.host.invoke({
      module: 'relay-settings',
      as: mail('alex.kim'),
      call: 'configuration.import',
      payload: { configuration: { ...demo, queues }, dryRun: false },
    });
    window.host.restore(rowsOf(yearOf('2025-03-01', '2026-03-01')));
    await window.host.advance('PT1H');
    const [ticket] = await window.host.as(mail('alex.kim')).search('summary ~ "weekly meeting"');
    await window.become('ada.sandoval');
    await window.go(`/browse/${ticket?.key ?? ''}`);
    const app = panel();
    await app.getByText('Your turn: record who attended').waitFor();
    await app.getByRole('button', { name: 'Note a change' }).click();
    await app.getByRole('button', { name: 'Note', exact: true }).click();
    await app.getByText('Say what changes, in a sentence.').waitFor();
    await app.getByText('Choose what it may affect.').waitFor();
    await app.getByLabel('What changes?').fill('The bank sends a new file format from April on.');
    await app.getByRole('checkbox', { name: 'Accuracy' }).check();
    await app.getByLabel('Key account', { exact: true }).selectOption('ELMS');
    await app.getByRole('button', { name: 'Note', exact: true }).click();
    await app.getByText('May affect accuracy · Elm Street Bank').waitFor();
    await app.getByRole('button', { name: 'Add an action' }).click();
    await app.getByLabel('What is to be done?').fill('Ask them for a sample file');
    await app.getByLabel('Owner').selectOption({ label: 'Tara Quinn' });
    await app.getByLabel('Due').fill('2026-03-08');
    await app.getByRole('button', { name: 'Add', exact: true }).click();
    await app.getByText('Nobody works on 8 Mar 2026. Choose 9 Mar 2026.').waitFor();
    await app.getByLabel('Due').fill('2026-03-09');
    await app.getByRole('button', { name: 'Add', exact: true }).click();
    await app.getByText('Tara Quinn · due 9 Mar 2026').waitFor();
    await app.getByRole('button', { name: 'Move: Ask them for a sample file' }).click();
    await app.getByLabel('Due').fill('2026-03-10');
    await app.getByLabel('Why?').fill('They are closed on Monday.');
    await app.getByRole('button', { name: 'Move', exact: true }).click();
    await app.getByText('Moved from 9 Mar 2026 by Ada Sandoval').waitFor();
    await app.getByRole('button', { name: 'Record the meeting' }).click();
    await app.getByRole('checkbox', { name: 'Marek Zielinski' }).check();
    await app.getByLabel('Other departments').fill('Sales and Support');
    await app.getByText('The ticket ends once its actions are finished.').waitFor();
    await app.getByRole('button', { name: 'Record', exact: true }).click();
    await app.getByText('Ada Sandoval, Marek Zielinski attended for ISD on 2 Mar 2026.').waitFor();
    await window.go('/projects/OPS/apps/key-accounts');
    await page().getByRole('tab', { name: 'Months' }).click();
    await page()
      .getByRole('combobox', { name: /^Month/u })
      .selectOption('2026-03');
    await page().getByText('Ada Sandoval, Marek Zielinski; Sales and Support').waitFor();
    await page().getByText('Ask them for a sample file').waitFor();
    const [download] = await Promise.all([
      window.page.waitForEvent('download'),
      page().getByRole('button', { name: 'Download .xlsx' }).click(),
    ]);
    const actions = await readSheet(readFileSync(await download.path()), 'Actions');
    expect(actions[1]?.slice(1, 4)).toEqual(['Ask them for a sample file', 'all', 'Tara Quinn']);
  });

  it('a year on the page: the list, the weeks, the months, and the workbook read back', async () => {
    await window.host.advance('PT1H');
    window.host.restore(rowsOf(yearOf('2025-03-01', '2026-03-01')));
    await window.go('/queues/OPS');
    await window.page.getByRole('link', { name: 'Key accounts' }).last().click();
    await page().getByText('2 key accounts').waitFor();
    await page().getByText('ELMS $$ - Elm Street Bank').first().waitFor();
    await page().getByRole('button', { name: 'Add a note on Elm Street Bank' }).click();
    await page().getByRole('textbox', { name: /^Note/u }).fill('Their audit runs this week.');
    await page().getByRole('button', { name: 'Add note' }).click();
    await page().getByText('Their audit runs this week. Ben Ito').waitFor();
    await page().getByRole('tab', { name: 'Weeks' }).click();
    await page().getByRole('img', { name: 'Quality issues by week' }).waitFor();
    await page().getByRole('tab', { name: 'Months' }).click();
    await page().getByRole('img', { name: 'Quality issues by month' }).waitFor();
    await page().getByRole('heading', { name: 'February 2026' }).waitFor();
    const [download] = await Promise.all([
      window.page.waitForEvent('download'),
      page().getByRole('button', { name: 'Download .xlsx' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('key-accounts-2026-02.xlsx');
    const file = readFileSync(await download.path());
    const summary = await readSheet(file, 'Summary');
    const counted = yearOf('2025-03-01', '2026-03-01').filter(
      ({ day, what }) => day.startsWith('2026-02') && what.kind === 'escalated',
    ).length;
    expect(summary.slice(0, 2).map((row) => row.slice(0, 2))).toEqual([
      ['February 2026', 'Number'],
      ['Escalations', counted],
    ]);
    expect((await readSheet(file, 'Key accounts')).slice(1).map(([cid]) => cid)).toEqual([
      'ELMS',
      'FJRD',
    ]);
    expect(await readSheet(file, 'Months')).toHaveLength(14);
    // On paper: no buttons, and dark letters in either mode, since browsers print no background.
    const written = () =>
      page()
        .getByRole('heading', { name: 'February 2026' })
        .evaluate((heading) => getComputedStyle(heading).color);
    const onScreen = await written();
    await window.page.emulateMedia({ media: 'print' });
    await page().getByRole('button', { name: 'Print' }).waitFor({ state: 'hidden' });
    await page().getByRole('tab', { name: 'Months' }).waitFor({ state: 'hidden' });
    expect(
      Math.max(...(/\d+, \d+, \d+/u.exec(await written())?.[0] ?? '').split(', ').map(Number)),
    ).toBeLessThan(80);
    await window.page.emulateMedia({ media: 'screen' });
    await page().getByRole('button', { name: 'Print' }).waitFor();
    expect(await written()).toBe(onScreen);
  });

  it('asks for a change of the list, and the keeper accepts it', async () => {
    await window.go('/projects/OPS/apps/key-accounts');
    await page().getByRole('button', { name: 'Ask for a change' }).click();
    await page()
      .getByRole('combobox', { name: /^Account/u })
      .selectOption('CEDR');
    await page().getByRole('textbox', { name: /^Why/u }).fill('Three incidents in February.');
    await page().getByRole('button', { name: 'Ask', exact: true }).click();
    await page().getByText('A change for CEDR waits for a decision').waitFor();
    const [request] = await window.host
      .as(mail('alex.kim'))
      .search('project = OPS AND summary ~ "Cedar"');
    await window.become('ada.sandoval');
    await window.go(`/browse/${request?.key ?? ''}`);
    await panel().getByRole('button', { name: 'Accept' }).click();
    await panel().getByText('Accepted', { exact: true }).waitFor();
  });

  it('stands at 320 pixels without scrolling sideways', async () => {
    await window.page.setViewportSize({ width: 320, height: 900 });
    await window.go('/projects/OPS/apps/key-accounts');
    await page().getByText('2 key accounts').waitFor();
    const wide = await window.page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(320);
    await window.page.setViewportSize({ width: 1280, height: 960 });
  });
});
