// A new engineer's accounts, walked by the people of the SOP.
import PostalMime from 'postal-mime';
import type { FrameLocator } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import type { AccountsView } from '../../src/contract/accounts';
import type { Reply } from '../../src/contract/problem';
import { findings } from './axe';
import { taken } from './downloads';
import { openTheatre, type Theatre, Window } from './window';

const mail = (name: string): string => `${name}@relay.example`;

describe.each(['light', 'dark'])('follow-ups, %s', (mode) => {
  let theatre: Theatre;
  let window: Window;
  let key: string;
  const panel = (title: string): FrameLocator =>
    window.page.frameLocator(`iframe[title*="${title}"]`).first();
  const followUps = (): FrameLocator => panel('Follow-ups');

  beforeAll(async () => {
    theatre = await openTheatre();
    window = await Window.open(theatre, { dark: mode === 'dark' });
    await window.fresh('greta.holm');
    const lead = window.host.as(mail('greta.holm'));
    key = (
      await lead.raise({
        project: 'OPS',
        requestType: 'Access for a new engineer',
        summary: 'Access for a new engineer',
        description: 'Starts soon.',
      })
    ).key;
    await lead.edit(key, { assignee: mail('sami.lund') });
  });
  afterAll(() => theatre.close());

  const nothingBroken = async (title: string): Promise<void> => {
    const source = await window.page.locator(`iframe[title*="${title}"]`).first().elementHandle();
    const frame = await source?.contentFrame();
    expect(frame == null ? ['no frame'] : await findings(frame)).toEqual([]);
    expect(window.complaints).toEqual([]);
  };

  it('a team lead starts the request, and nothing leaves before Internal IT is ready', async () => {
    await window.go(`/browse/${key}`);
    const app = followUps();
    await app.getByRole('button', { name: 'Start access request' }).click();
    await app.getByRole('button', { name: 'Start access request' }).click();
    await app.getByText('Enter the day').waitFor();
    await app.getByLabel('Employment starts').fill('2026-03-02');
    await app.getByLabel('Work at customers starts').fill('2026-03-13');
    await app.getByLabel('Name', { exact: true }).fill('Sami Lund');
    await app.getByLabel('E-mail address').fill('not an address');
    await app.getByLabel('Their Jira account').selectOption({ label: 'Sami Lund' });
    for (const customer of ['Northwind', 'Alder', 'Birch']) await app.getByLabel(customer).check();
    await nothingBroken('Follow-ups');
    await app.getByRole('button', { name: 'Start access request' }).click();
    await app.getByText('This is not an e-mail address').waitFor();
    await app.getByLabel('E-mail address').fill('sami.lund@relay.example');
    await app.getByRole('button', { name: 'Start access request' }).click();
    await app.getByText('Nothing leaves yet').first().waitFor();
    expect(await app.getByRole('button', { name: 'Compose requests' }).isDisabled()).toBe(true);
    expect(await app.getByText('Cannot be ready').first().isVisible()).toBe(true);
    await nothingBroken('Follow-ups');
  });

  it('Internal IT says that it is ready and sees nothing of the customers', async () => {
    await window.become('ivan.reed');
    await window.go(`/browse/${key}`);
    await followUps().getByRole('button', { name: 'Internal IT is ready' }).click();
    await followUps().getByText('Internal IT ready since').waitFor();
    expect(await followUps().getByText('Alder Bank').count()).toBe(0);
  });

  it('a missing field keeps every letter from being composed; then each is a file that a mail program reads', async () => {
    await window.become('greta.holm');
    await window.go(`/browse/${key}`);
    const app = followUps();
    await app.getByRole('button', { name: 'Compose requests' }).click();
    await app.getByText("needs the engineer's contact number").waitFor();
    expect(await app.getByText('Download .eml').count()).toBe(0);
    await app.getByRole('button', { name: 'Cancel' }).click();
    await app.getByRole('button', { name: 'Edit engineer and dates' }).click();
    await app.getByLabel('Contact number').fill('+1 555 0137');
    await app.getByRole('button', { name: 'Save' }).click();
    await app.getByRole('button', { name: 'Compose requests' }).click();
    const letter = app.getByRole('article', { name: 'Letter to Alder Bank' });
    await letter.waitFor();
    await nothingBroken('Follow-ups');
    const eml = await taken(window.page, () =>
      letter.getByRole('button', { name: 'Download .eml' }).click(),
    );
    const message = await PostalMime.parse(eml);
    expect(message).toMatchObject({
      subject: '[NEW USER] Sami Lund for Alder Bank',
      to: [{ address: 'accounts@alder.example' }],
      cc: [{ address: 'sami.lund@relay.example' }],
      text: expect.stringContaining('+1 555 0137'),
    });
    expect(message.headers.find((header) => header.key === 'x-unsent')?.value).toBe('1');
    const northwind = app.getByRole('article', { name: 'Letter to Northwind Credit Union' });
    expect(await northwind.getByText('+1 555 0137').count()).toBe(0);
    await northwind
      .getByText('Left out, because this customer does not need it: contact number')
      .waitFor();
    await app.getByRole('button', { name: 'Mark 3 requests as sent' }).click();
    await app.getByText('Sent', { exact: true }).first().waitFor();
  });

  it('a customer who works in our service desk gets a request there, once it was looked at', async () => {
    const app = followUps();
    await app.getByRole('button', { name: 'Add customers' }).click();
    await app.getByLabel('Cedar Savings').check();
    await app.getByRole('button', { name: 'Add customers' }).click();
    await app.getByRole('button', { name: 'Compose requests' }).click();
    const request = app.getByRole('article', { name: 'Letter to Cedar Savings' });
    await request.getByText('Hugo Stein, who sees it in the customer portal').waitFor();
    await request.getByText('Lee Moss', { exact: true }).waitFor();
    await request.getByText('The name in the summary.').waitFor();
    expect(await request.getByText('+1 555 0137').count()).toBe(0);
    expect(await app.getByRole('button', { name: 'Mark as sent' }).isDisabled()).toBe(true);
    await nothingBroken('Follow-ups');
    await request.getByRole('button', { name: 'Raise request for Cedar Savings' }).click();
    const raised = app
      .getByRole('row', { name: /Cedar Savings/u })
      .getByRole('link', { name: /^OPS-\d+/u });
    await raised.waitFor();
    const issue = await window.host
      .as(mail('alex.kim'))
      .get<{ fields: { summary: string; reporter: { displayName: string } } }>(
        (await raised.innerText()).trim(),
      );
    expect(issue.fields).toMatchObject({
      summary: 'Account at Cedar Savings for Sami Lund',
      reporter: { displayName: 'Hugo Stein' },
    });
    await app.getByRole('button', { name: 'Cancel' }).click();
    await nothingBroken('Follow-ups');
  });

  it('the engineer reports, and the follow-up document goes out as .xlsx and comes back as .csv', async () => {
    await window.become('sami.lund');
    await window.go(`/browse/${key}`);
    const app = followUps();
    await app.getByRole('button', { name: 'Report Northwind Credit Union' }).click();
    await app.getByRole('button', { name: 'Access works' }).click();
    await app.getByText('Verified').first().waitFor();
    await app.getByRole('button', { name: 'Follow-up document' }).click();
    const sheet = await taken(window.page, () =>
      app.getByRole('button', { name: 'Download .xlsx' }).click(),
    );
    const rows = await readSheet(sheet);
    expect(rows[0]).toEqual([
      'CID',
      'Customer',
      'Method',
      'Request date',
      'Status',
      'With',
      'Expected',
      'Forecast',
      'Created',
      'Verified',
      'Remarks',
      'As downloaded (do not edit)',
    ]);
    expect(rows.slice(1).map((row) => [row[0], row[3], row[4]])).toEqual([
      ['NWCU', '2026-03-02', 'Verified'],
      ['ALDR', '2026-03-02', 'Sent'],
      ['BRCH', '2026-03-02', 'Sent'],
      ['CEDR', '2026-03-02', 'Sent'],
    ]);
    const input = app.getByLabel('Import an edited sheet');
    await input.setInputFiles({
      name: 'renamed.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('CID,State\r\nALDR,Created\r\n'),
    });
    await app.getByText('The sheet has no column "Status"').waitFor();
    await input.setInputFiles({
      name: 'edited.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('CID,Status,Remarks\r\nALDR,Created,"\'=1+1"\r\nBRCH,Sent,\r\n'),
    });
    await app.getByText('1 change, 1 row as before').waitFor();
    await nothingBroken('Follow-ups');
    await app.getByRole('button', { name: 'Take over changes' }).click();
    await app.getByText('Created').first().waitFor();
    await app.getByText('=1+1', { exact: true }).waitFor();
  });

  it('everybody sees their own rows: the team lead all, a CSM those of their customers, an engineer those of their request (E11)', async () => {
    const { host } = window;
    const call = async <T>(of: {
      module: string;
      issue?: string;
      as: string;
      call: string;
      payload: object;
    }): Promise<T> => {
      const reply = (await host.invoke({ ...of, as: mail(of.as) })) as Reply<T>;
      if (!reply.ok) throw new Error(reply.problem.message);
      return reply.value;
    };
    // Alder Bank has a CSM of its own from now on.
    const {
      accounts: [alder],
    } = await call<AccountsView>({
      module: 'relay-settings',
      as: 'alex.kim',
      call: 'accounts.list',
      payload: { search: 'Alder' },
    });
    if (alder === undefined) throw new Error('There is no Alder Bank.');
    const { revision, organizations, accountManager, regionalManager, ...rest } = alder;
    await call({
      module: 'relay-settings',
      as: 'alex.kim',
      call: 'accounts.save',
      payload: {
        expectedRevision: revision,
        account: {
          ...rest,
          organizations: organizations.map(({ id }) => id),
          accountManager: accountManager.accountId,
          regionalManager: regionalManager.accountId,
          customerSuccessManager: host.as(mail('kofi.mensah')).accountId,
        },
      },
    });
    const lead = host.as(mail('greta.holm'));
    const other = (
      await lead.raise({
        project: 'OPS',
        requestType: 'Access for a new engineer',
        summary: 'Access for another engineer',
        description: 'Starts soon.',
      })
    ).key;
    const engineer = host.as(mail('tara.quinn')).accountId;
    const profile = { name: 'Tara Quinn', email: mail('tara.quinn'), phone: '' };
    await call({
      module: 'follow-ups',
      issue: other,
      as: 'greta.holm',
      call: 'access-request.start',
      payload: {
        engineer,
        employmentStart: '2026-03-02',
        workStart: null,
        customers: ['NWCU'],
        profile,
        expectedRevision: 0,
      },
    });
    const names = [
      'Northwind Credit Union',
      'Alder Bank',
      'Birch Federal Credit Union',
      'Cedar Savings',
    ];
    const rowsOf = async (person: string, ticket: string): Promise<string[]> => {
      await window.become(person);
      await window.go(`/browse/${ticket}`);
      const app = followUps();
      await app.getByRole('table').or(app.getByText('Nothing for you here')).first().waitFor();
      const found: string[] = [];
      for (const name of names)
        if ((await app.getByRole('rowheader', { name: new RegExp(name, 'u') }).count()) > 0)
          found.push(name);
      return found;
    };
    expect(await rowsOf('greta.holm', key)).toEqual(names);
    expect(await rowsOf('kofi.mensah', key)).toEqual(['Alder Bank']);
    expect(await followUps().getByText('Northwind').count()).toBe(0);
    await nothingBroken('Follow-ups');
    expect(await rowsOf('dana.fox', key)).toEqual(names.filter((name) => name !== 'Alder Bank'));
    expect(await rowsOf('sami.lund', key)).toEqual(names);
    expect(await rowsOf('sami.lund', other)).toEqual([]);
    expect(await rowsOf('tara.quinn', other)).toEqual(['Northwind Credit Union']);
    expect(await rowsOf('tara.quinn', key)).toEqual([]);
  });
});
