// Whatever a browser sends: every method answers, and never with a defect.
import fc from 'fast-check';
import { Desk, mondayMorning } from '../simulation/desk';
import { everyMethod, type Method, plausible } from './resolvers';

interface Answer {
  readonly ok: boolean;
  readonly problem?: { readonly code: string; readonly message: string };
}

const times = 15;

/** Values that have broken programs before, among any others. */
const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -1,
    1e21,
    2 ** 31,
    true,
    [],
    {},
    '__proto__',
    'constructor',
    '\u0000',
    '\ud800',
    '=1+1',
    '../../etc',
    '2026-02-30',
    '9999999999',
    'x'.repeat(6000),
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A payload like the real one with some of its parts exchanged, or something else altogether. */
function payloads(method: Method): fc.Arbitrary<unknown> {
  const sample = plausible(method) as Record<string, unknown>;
  const spoilt = fc
    .dictionary(fc.constantFrom(...Object.keys(sample)), nasty, { maxKeys: 4 })
    .map((parts) => ({ ...sample, ...parts }));
  return fc.oneof({ weight: 4, arbitrary: spoilt }, { weight: 1, arbitrary: nasty });
}

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open({ start: mondayMorning });
  await desk.ticket();
  await desk.request();
});
afterAll(() => desk.host.stop());

/** The revision that a page just read: with a stale one nothing would ever be tried. */
async function revision(module: string): Promise<number> {
  const look =
    module === 'relay-settings'
      ? { module, as: 'alex.kim@relay.example', call: 'draft.get', payload: {} }
      : {
          module: 'ticket-panel',
          issue: desk.key,
          as: 'ben.ito@relay.example',
          call: 'ticket.get',
          payload: {},
        };
  return ((await desk.host.invoke(look)) as { value?: { revision?: number } }).value?.revision ?? 0;
}

const isSample = (payload: unknown): payload is { expectedRevision: unknown } =>
  typeof payload === 'object' &&
  payload !== null &&
  'expectedRevision' in payload &&
  payload.expectedRevision === 1;

const isAnswer = (answer: Answer): boolean =>
  answer.ok === true ||
  (answer.ok === false &&
    typeof answer.problem?.code === 'string' &&
    answer.problem.message !== '');

describe('whatever a page sends', () => {
  it.each(everyMethod().map((method) => [method.module, method.call, method] as const))(
    '%s answers to %s',
    async (module, call, method) => {
      const place = /gadget|settings/u.test(module) ? {} : { issue: desk.key };
      const as = module === 'relay-settings' ? 'alex.kim@relay.example' : 'ben.ito@relay.example';
      await fc.assert(
        fc.asyncProperty(payloads(method), async (sent) => {
          // Jira takes only so many requests a second.
          await desk.host.advance(100);
          const payload = isSample(sent)
            ? { ...sent, expectedRevision: await revision(module) }
            : sent;
          const answer = (await desk.host.invoke({
            module,
            ...place,
            as,
            call,
            payload,
          })) as Answer;
          if (!isAnswer(answer) || answer.problem?.code === 'defect') {
            const why =
              desk.host.logs().findLast(({ text }) => text.includes('resolver-failed'))?.text ?? '';
            throw new Error(`${JSON.stringify(answer)} ${why}`);
          }
        }),
        { numRuns: times, seed: 7 },
      );
    },
  );
});
