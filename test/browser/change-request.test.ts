// A change request walked by everybody in its SOP, in their own windows: panel and portal, from the first request to the go-live sign-off.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { FrameLocator } from 'playwright-core';
import { findings } from './axe';
import { openTheatre, type Theatre, Window } from './window';

jest.setTimeout(180_000);

const mail = (name: string): string => `${name}@relay.example`;
/** Whoever works here, and whatever only we call by its name. */
const ours =
  /Dana|Elif|Kaya|Kofi|Mensah|Luca|Moretti|Hana|Sato|Priya|Nair|Rui Costa|Vera|Nils|Ben Ito|gate \d|Internal approval|In principle: internal|DevOps|day rate|rate card|person-day|account manager|Relay-ID/iu;
const money = /USD|\d,\d{3}\.\d\d|800\.00/u;

describe.each(['light', 'dark'])('a change request, %s', (mode) => {
  let theatre: Theatre;
  let window: Window;
  let key: string;
  const panel = (): FrameLocator => window.page.frameLocator('main iframe[title="Change request"]');
  const portal = (): FrameLocator =>
    window.page.frameLocator('iframe[title="Your change request"]');
  const button = (name: string | RegExp) => panel().getByRole('button', { name });
  const next = (title: string) => panel().getByRole('region', { name: `Next: ${title}` });

  beforeAll(async () => {
    theatre = await openTheatre();
    window = await Window.open(theatre, { dark: mode === 'dark' });
    await window.fresh('ben.ito');
    const ben = window.host.as(mail('ben.ito'));
    const { body } = await window.host
      .as(mail('alex.kim'))
      .request<{ values: { id: string; name: string }[] }>(
        'GET',
        '/rest/servicedeskapi/organization?limit=50',
      );
    key = (
      await ben.raise({
        project: 'EBH',
        requestType: 'Change request',
        summary: 'A payroll file every night',
        description: 'We need our payroll data every night.',
        onBehalfOf: mail('nora.quist'),
      })
    ).key;
    await ben.edit(key, {
      Organizations: body.values
        .filter(({ name }) => name === 'Northwind Credit Union')
        .map(({ id }) => Number(id)),
    });
    await window.host.settled();
  });
  afterAll(() => theatre.close());

  /** No serious finding of axe in any page of the app, and nothing in the console. */
  const nothingBroken = async (): Promise<void> => {
    for (const frame of window.page
      .frames()
      .filter((one) => one.url().startsWith(theatre.server.resourceUrl)))
      expect(await findings(frame)).toEqual([]);
    expect(window.complaints).toEqual([]);
  };
  /** People take their time; Jira allows only so many writes to one issue at once. */
  const aMinute = (): Promise<void> => window.host.advance('PT1M');
  const as = async (name: string): Promise<void> => {
    await aMinute();
    await window.become(name);
    await window.go(`/browse/${key}`);
    await panel().getByRole('heading').first().waitFor();
  };
  /** A customer in the portal. Nothing of ours is there, and no money before they are asked about it. */
  const customer = async (mayKnowMoney: boolean): Promise<void> => {
    await aMinute();
    await window.become('nora.quist');
    await window.go(`/portal/${key}`);
    await portal().getByRole('heading', { level: 1 }).waitFor();
    const words = `${await window.page.locator('main').innerText()} ${await portal().locator('body').innerText()} ${await portal().locator('body').innerHTML()}`;
    expect(words).not.toMatch(ours);
    if (!mayKnowMoney) expect(words).not.toMatch(money);
  };
  const decide = async (yes: string): Promise<void> => {
    await portal().getByRole('button', { name: yes, exact: true }).click();
    await portal()
      .getByRole('heading', { name: `You are about to say: ${yes.toLowerCase()}` })
      .waitFor();
    await nothingBroken();
    await portal()
      .getByRole('button', { name: `Confirm: ${yes.toLowerCase()}` })
      .click();
    await portal()
      .getByRole('heading', { level: 1, name: /^We are working on it|^You are live/u })
      .waitFor();
  };
  const ask = async (title: string, label: string): Promise<void> => {
    await next(title)
      .getByRole('button', { name: new RegExp(`^${label}`, 'u') })
      .click();
    await next(title)
      .getByRole('button', { name: new RegExp(`^${label}`, 'u') })
      .waitFor({ state: 'detached' });
  };
  const approve = async (title: string, yes = 'Approve'): Promise<void> => {
    await next(title)
      .getByRole('button', { name: new RegExp(`^${yes}`, 'u') })
      .click();
    await next(title).waitFor({ state: 'detached' });
  };
  const deploy = async (environment: string, build: string): Promise<void> => {
    await next(`Deployed to ${environment}`)
      .getByRole('button', { name: `Deployed to ${environment}: done` })
      .click();
    await panel().getByLabel('Build').fill(build);
    await panel()
      .getByRole('button', { name: `Deployed to ${environment}`, exact: true })
      .click();
    await next(`Deployed to ${environment}`).waitFor({ state: 'detached' });
  };

  it('CR-02 … CR-05: the integration team says what it is, and both sides agree in principle', async () => {
    await as('elif.kaya');
    await button('This is a change request').click();
    await panel().getByLabel('What it means in cost').fill('');
    await button('Make it a change request').click();
    await panel().getByRole('alert').first().waitFor();
    await nothingBroken();
    await panel()
      .getByLabel('What it means in cost')
      .fill('It is charged by effort at the agreed rates.');
    await button('Make it a change request').click();
    await next('In principle: customer').waitFor();
    await as('dana.fox');
    await ask('In principle: customer', 'Ask the customer');
    await ask('In principle: internal', 'Ask for approval');
    await nothingBroken();
    await as('priya.nair');
    await approve('In principle: internal');
    await customer(false);
    await decide('Agree in principle');
    await nothingBroken();
  });

  it('CR-06 … CR-09: requirement, impact and effort, and the cost from the agreed rates, which the engineers do not see', async () => {
    await as('dana.fox');
    await next('Requirement').getByRole('button', { name: 'Write the requirement' }).click();
    await panel()
      .getByLabel('What does the customer need?')
      .fill('The payroll of the day as one file, before six in the morning.');
    await panel().getByLabel('Link to the CR document').fill('http://docs.relay.example/cr/12');
    await button('Save').click();
    await panel().getByRole('alert').first().waitFor();
    await panel().getByLabel('Link to the CR document').fill('https://docs.relay.example/cr/12');
    await button('Save').click();
    await next('Impact and effort').waitFor();
    await as('elif.kaya');
    await next('Impact and effort')
      .getByRole('button', { name: 'Add approach and effort' })
      .click();
    await panel().getByLabel('Solution approach').fill('A nightly job writes the file.');
    await panel().getByLabel('Role 1').fill('Integration engineer');
    await panel().getByLabel('Days of Integration engineer').fill('12.5');
    await panel().getByLabel('Tentative: from').fill('2026-03-16');
    await panel().getByLabel('Tentative: until').fill('2026-04-03');
    await nothingBroken();
    await button('Save').click();
    await next('Cost').waitFor();
    expect(await panel().locator('body').innerText()).not.toMatch(money);
    await as('dana.fox');
    await next('Cost').getByText('10,000.00 USD').first().waitFor();
    await nothingBroken();
    await button('Add the cost').click();
    await ask('Internal approval', 'Ask for approval');
    await customer(false);
  });

  it('CR-10 … CR-14: the cost is approved by us and then by the customer, and the change request gets its own issue', async () => {
    await as('priya.nair');
    await panel().getByText('10,000.00 USD').first().waitFor();
    await nothingBroken();
    await approve('Internal approval');
    await customer(false);
    await as('dana.fox');
    await ask('Customer approval', 'Ask the customer');
    await customer(true);
    await portal().getByText('Cost: 10,000.00 USD').waitFor();
    await nothingBroken();
    await decide('Approve');
    await as('dana.fox');
    await next('Change request created').waitFor();
    await nothingBroken();
    await button('Create the change request').click();
    await panel().getByText('This change request goes on in').waitFor();
    const [created] = await window.host.as(mail('alex.kim')).search('project = CHG');
    key = created?.key ?? '';
    await window.host.settled();
  });

  it('CR-16 … CR-21: a firm date, the interface described and approved, and the customer reads how it goes', async () => {
    await as('kofi.mensah');
    await next('Firm due date').getByRole('button', { name: 'Give the due date' }).click();
    await panel().getByRole('textbox', { name: 'Due date' }).fill('2026-04-10');
    await button('Save').click();
    await next('Interface document')
      .getByRole('button', { name: 'Describe the interface' })
      .click();
    await button('Save').click();
    await panel().getByRole('alert').first().waitFor();
    for (const heading of [
      'Planned interfaces',
      'APIs',
      'Process steps',
      'Schemas',
      'Request payloads',
      'Responses',
    ])
      await panel().getByLabel(heading, { exact: true }).fill(`${heading} of the nightly file`);
    await nothingBroken();
    await button('Save').click();
    await next('Interface shared').getByRole('button', { name: 'Share with the customer' }).click();
    await panel().getByRole('button', { name: 'Share with the customer' }).last().click();
    await next('Interface approval').waitFor();
    await as('dana.fox');
    await ask('Interface approval', 'Ask the customer');
    await customer(true);
    await portal().getByText('Ready by').waitFor();
    await decide('Approve');
    await as('kofi.mensah');
    await button('Say how it goes').click();
    await panel().getByLabel('How does it go?').fill('The job writes its first file.');
    await button('Say it').click();
    await panel().getByText('The job writes its first file.').first().waitFor();
    await customer(true);
    await portal().getByText('The job writes its first file.').waitFor();
    await nothingBroken();
  });

  it('CR-22 … CR-29: QA, Integration, the customer’s own test, Production, and the go-live sign-off', async () => {
    await as('kofi.mensah');
    await next('Development').getByRole('button', { name: 'Development: done' }).click();
    await panel().getByRole('button', { name: 'Done', exact: true }).click();
    await next('Deployed to QA').waitFor();
    await as('luca.moretti');
    await deploy('QA', '2026.3');
    await as('hana.sato');
    await nothingBroken();
    await approve('QA', 'Test passed');
    await as('luca.moretti');
    await deploy('Integration', '2026.3');
    await customer(true);
    await decide('Test passed');
    await as('luca.moretti');
    await deploy('Production', '2026.3');
    await customer(true);
    await decide('We are live');
    await nothingBroken();
    await as('dana.fox');
    await panel().getByText('Go-live sign-off').first().waitFor();
    await panel()
      .getByRole('button', { name: /^Receipt.*Go-live sign-off/u })
      .click();
    await panel().getByText('In the portal', { exact: true }).waitFor();
    expect(await button('Withdraw').count()).toBe(0);
    await nothingBroken();
  });

  it('CR-06, CR-09: the CR document is a .docx with the cost for the CSM, and without for the engineer; its library comes with the click', async () => {
    const scripts: string[] = [];
    window.page.on(
      'response',
      (response) => void (response.url().endsWith('.js') && scripts.push(response.url())),
    );
    const taken = async (): Promise<{ name: string; text: string }> => {
      // By keyboard, as anybody without a mouse.
      const [file] = await Promise.all([
        window.page.waitForEvent('download'),
        button('Download CR document').press('Enter'),
      ]);
      const body = unzipSync(new Uint8Array(readFileSync(await file.path())))['word/document.xml'];
      return { name: file.suggestedFilename(), text: strFromU8(body ?? new Uint8Array()) };
    };
    await as('dana.fox');
    await button('Download CR document').waitFor();
    await window.page.waitForLoadState('networkidle');
    const before = scripts.length;
    const withCost = await taken();
    expect(scripts.slice(before).length).toBeGreaterThan(0);
    expect(withCost.name).toMatch(new RegExp(`^${key}-change-request-v\\d+\\.docx$`, 'u'));
    expect(withCost.text).toContain('10,000.00 USD');
    await as('elif.kaya');
    const without = await taken();
    expect(without.text).toContain('A nightly job writes the file.');
    expect(without.text).not.toMatch(money);
    expect(window.complaints).toEqual([]);
  });
});
