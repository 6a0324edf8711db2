// What somebody wrote into storage behind the app's back is found, and a whole year is counted.
import { readable } from '../../bench/stored';
import { keyPartOf, withKeyPart } from '../../src/procedures/key-account/key-part';
import type { KeyAccountView } from '../../src/procedures/key-account/contract/panel';
import type { MonthView } from '../../src/procedures/key-account/contract/overview';
import type { TicketRecord } from '../../src/app/outbox';
import { monthSummary } from '../../src/procedures/key-account/summary';
import { rowsOf, yearOf } from '../support/key-account-year';
import { Desk } from './desk';

const mail = (name: string): string => `${name}@relay.example`;

async function panel<T = KeyAccountView>(
  desk: Desk,
  as: string,
  call = 'key.get',
  payload: object = {},
): Promise<T> {
  const place = { module: 'key-account', issue: desk.key, as: mail(as) };
  const { value } = (await desk.host.invoke({ ...place, call: 'key.get', payload: {} })) as {
    value: KeyAccountView;
  };
  const reply = (await desk.host.invoke({
    ...place,
    call,
    payload: { expectedRevision: value.revision, ...payload },
  })) as { ok: boolean; value: T; problem?: { message: string } };
  if (!reply.ok) throw new Error(reply.problem?.message);
  return reply.value;
}

it('M10: an attestation that was tampered with in storage is found by the chain check, and stands on the radar', async () => {
  const desk = await Desk.open();
  await desk.ticket({
    project: 'OPS',
    requestType: 'Release',
    organizations: [],
    reporter: 'ben.ito',
  });
  await panel(desk, 'ben.ito', 'key-account.start-release', {
    cid: 'ELMS',
    authors: [desk.as('tara.quinn').accountId],
  });
  await panel(desk, 'ben.ito', 'key-account.set-facts', { facts: { commit: 'a1b2c3d4' } });
  for (const item of ['diff-read', 'tests', 'change-named'])
    await panel(desk, 'tara.quinn', 'key-account.tick', { item, done: true, evidence: 'seen' });
  const signed = await panel(desk, 'marek.zielinski', 'key-account.witness', { step: 'commit' });
  expect(signed.release?.chainBroken).toBeNull();
  await desk.host.settled();
  desk.host.restore(
    desk.host
      .storage()
      .map(readable)
      .flatMap((row) => {
        const doc = (row.value as { doc?: TicketRecord }).doc;
        const keyAccount = keyPartOf(doc?.ledger);
        if (row.entity !== 'ticket' || doc === undefined || keyAccount?.release == null) return [];
        const chain = keyAccount.release.chain.map((record) => ({
          ...record,
          by: desk.as('aiko.tanaka').accountId,
        }));
        return [
          {
            ...row,
            value: {
              ...(row.value as object),
              doc: {
                ...doc,
                ledger: withKeyPart(doc.ledger, {
                  ...keyAccount,
                  release: { ...keyAccount.release, chain },
                }),
              },
            },
          },
        ];
      }),
  );
  const seen = await panel(desk, 'marek.zielinski');
  expect(seen.release?.chainBroken).toBe('Record 1 was changed after it was written.');
  await panel(desk, 'tara.quinn', 'key-account.set-facts', {
    facts: { environment: 'Production' },
  });
  await desk.host.settled();
  const radar = desk.host.storage().filter(({ entity }) => entity === 'radar');
  expect(JSON.stringify(radar)).toContain('attestations-tampered');
  await desk.invariants();
});

it('K4: the months of a year on the page are those that are counted from what happened', async () => {
  const desk = await Desk.open();
  await desk.ticket();
  const year = yearOf('2025-03-01', '2026-03-01');
  desk.host.restore(rowsOf(year));
  const { value } = (await desk.host.invoke({
    module: 'key-accounts',
    project: 'OPS',
    as: mail('olga.petrov'),
    call: 'month.get',
    payload: { month: '2026-02' },
  })) as { value: MonthView };
  expect(value.before).toHaveLength(13);
  expect(value.before.reduce((sum, { escalations }) => sum + escalations, 0)).toBe(
    year.filter(({ what }) => what.kind === 'escalated').length,
  );
  expect(value.escalations).toEqual(monthSummary('2026-02', year).escalations);
  await desk.invariants();
});
