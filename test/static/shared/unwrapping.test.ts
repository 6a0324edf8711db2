import type { Reply } from '../../../src/contract/problem';
import { headingOf, isPassing, problemOf, Refusal } from '../../../static/shared/problem';
import { unwrapping } from '../../../static/shared/unwrapping';

type CounterApi = { 'counter.add': (input: { by: number }) => Reply<{ count: number }> };

/** The counter, answering so; what it is called with goes into `sent`. */
function calling(reply: Reply<{ count: number }>, sent: unknown[] = []) {
  const invoke = (...call: unknown[]): Promise<Reply<{ count: number }>> => {
    sent.push(call);
    return Promise.resolve(reply);
  };
  return unwrapping<CounterApi>(invoke as Parameters<typeof unwrapping<CounterApi>>[0]);
}

describe('opening the reply of a function', () => {
  it('gives the value', async () => {
    await expect(
      calling({ ok: true, value: { count: 3 } })('counter.add', { by: 1 }),
    ).resolves.toEqual({ count: 3 });
  });

  it('hands key and input on as they are', async () => {
    const sent: unknown[] = [];
    await calling({ ok: true, value: { count: 1 } }, sent)('counter.add', { by: 1 });
    expect(sent).toEqual([['counter.add', { by: 1 }]]);
  });

  it('throws the problem, with the fresh state when somebody else was faster', async () => {
    const problem = { code: 'changed-meanwhile', message: 'Sam Lee answered meanwhile.' } as const;
    const refusal: unknown = await calling({ ok: false, problem, fresh: { count: 9 } })(
      'counter.add',
      { by: 1 },
    ).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ problem, fresh: { count: 9 } });
  });
});

describe('what a page says when a call failed', () => {
  it('is the problem that the function named', () => {
    const problem = { code: 'jira-busy', message: 'Jira is busy.', retryAfterSeconds: 7 } as const;
    expect(problemOf(new Refusal(problem, undefined), true)).toBe(problem);
  });

  it('is "offline" when the browser is, whatever the bridge threw', () => {
    expect(problemOf(new Error('Network error'), false)).toMatchObject({ code: 'offline' });
  });

  it('repeats for the administrator what the bridge threw', () => {
    expect(problemOf(new Error('Invocation timed out'), true)).toMatchObject({
      code: 'defect',
      remedy: expect.stringContaining('Invocation timed out') as string,
    });
  });

  it('reads again by itself only where that can help', () => {
    const passing = (['offline', 'jira-busy', 'jira-down', 'defect'] as const).map((code) => ({
      code,
      message: '',
    }));
    const lasting = (
      ['input', 'refused', 'permission', 'missing', 'changed-meanwhile', 'misconfigured'] as const
    ).map((code) => ({ code, message: '' }));
    expect(passing.every(isPassing)).toBe(true);
    expect(lasting.some(isPassing)).toBe(false);
    expect([...passing, ...lasting].map(headingOf).every((heading) => heading.length > 0)).toBe(
      true,
    );
  });
});
