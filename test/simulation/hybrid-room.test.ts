// R1: a ticket in which two departments share more than anybody reads.
import type { HybridApi, HybridView } from '../../src/procedures/hybrid-account/contract/panel';
import { Desk } from './desk';
import { Panel } from './panel';

it('ninety-nine long updates that nobody acknowledges leave everything else on the ticket at work', async () => {
  const desk = await Desk.open();
  await desk.ticket();
  const panel = new Panel<HybridApi, HybridView>(desk, desk.key, {
    module: 'hybrid-account',
    read: 'hybrid.get',
    reader: 'dana.fox',
  });
  for (let one = 1; one <= 99; one += 1) {
    // Somebody writes, and Jira is asked no faster than it answers.
    await desk.host.advance('PT10S');
    expect(
      await panel.click('dana.fox', 'hybrid-account.share-update', {
        class: 'bug',
        text: `Update ${one}. ${'Development looks at it. '.repeat(75)}`,
      }),
    ).toEqual(expect.objectContaining({ ok: true }));
  }
  expect((await panel.seen('petra.vance')).mine).toBe(99);
  // Everything else of the ticket goes on.
  await desk.request();
  expect((await desk.panel()).ask).not.toBeNull();
  await desk.host.advance('PT4H');
  expect(desk.host.logs().filter(({ text }) => text.includes('failed'))).toEqual([]);
  await panel.act(
    'petra.vance',
    'hybrid-account.acknowledge-updates',
    { upTo: 9999 },
    ({ gaps }) => gaps.fmc === 0,
  );
});
