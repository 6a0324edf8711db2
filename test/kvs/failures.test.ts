import { kvs } from '@forge/kvs';
import { ChangedMeanwhile, RelayError } from '../../src/app/errors';
import { emptyLedger } from '../../src/core/ledger';
import { storing, turnedDown } from '../../src/kvs/failures';
import { ticketStore } from '../../src/kvs/ticket-store';

const globals = globalThis as {
  __forge_fetch__?: (kind: unknown, path: string) => Promise<Response>;
};
const storageAnswers = (
  status: number,
  code: string,
  body: object = { code, message: 'No.' },
): void => {
  globals.__forge_fetch__ = () => Promise.resolve(Response.json(body, { status }));
};
const get = () => storing(() => kvs.get('key'));
const record = {
  revision: 4,
  edition: 4,
  ledger: emptyLedger('1', 'EBH-1', '1'),
  outbox: [],
  turn: null,
  pending: null,
  wakeAt: null,
  onBehalfOf: null,
  radar: [],
  listed: false,
};

describe('When storage fails', () => {
  it('429 means later', async () => {
    storageAnswers(429, 'RATE_LIMIT_EXCEEDED');
    await expect(get()).rejects.toMatchObject({
      code: 'jira-busy',
      detail: { retryAfterSeconds: 10 },
    });
  });

  it('5xx means later, and that it failed', async () => {
    storageAnswers(503, 'INTERNAL');
    const failed = get();
    await expect(failed).rejects.toBeInstanceOf(RelayError);
    await expect(failed).rejects.toMatchObject({ code: 'jira-down', message: 'Storage failed.' });
  });

  it('everything else is thrown as it is', async () => {
    storageAnswers(400, 'INVALID_KEY');
    await expect(get()).rejects.toMatchObject({ code: 'INVALID_KEY', message: 'No.' });
  });

  it('a missing key is no failure (belief kvs-missing-key)', async () => {
    storageAnswers(404, 'KEY_NOT_FOUND');
    await expect(get()).resolves.toBeUndefined();
  });

  test.each([
    [409, true],
    [400, true],
    [412, true],
    [429, false],
    [500, false],
  ])('%i of a transaction is a condition that did not hold: %s', async (status, expected) => {
    storageAnswers(status, 'ANY');
    const error = await kvs
      .transact()
      .set('key', 1)
      .execute()
      .catch((thrown: unknown) => thrown);
    expect(turnedDown(error)).toBe(expected);
  });

  // Which code a failed condition has is not documented (belief kvs-condition-conflict): what is stored decides.
  it('a save turned down with any 4xx is a conflict when another revision is stored, and the failure itself when not', async () => {
    const stored =
      (revision: number) =>
      (_kind: unknown, path: string): Promise<Response> =>
        Promise.resolve(
          path.endsWith('/entity/get')
            ? Response.json({ key: 'ticket:1', value: { revision, doc: { ...record, revision } } })
            : Response.json({ code: 'WHATEVER', message: 'No.' }, { status: 400 }),
        );
    globals.__forge_fetch__ = stored(5);
    await expect(ticketStore.save({ ...record, rows: [] })).rejects.toBeInstanceOf(
      ChangedMeanwhile,
    );
    globals.__forge_fetch__ = stored(4);
    await expect(ticketStore.save({ ...record, rows: [] })).rejects.toMatchObject({
      code: 'WHATEVER',
    });
  });
});
