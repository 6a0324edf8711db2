import { type Answer, Endpoint } from '../../../host/bridge/page/wire';

/** Two ends that reach each other as over postMessage: copied, later, and without functions. */
function pair(answerOne: Answer, answerOther: Answer): { one: Endpoint; other: Endpoint } {
  const later = (to: () => Endpoint) => (message: unknown) => {
    const copy: unknown = structuredClone(message);
    setImmediate(() => to().receive(copy));
  };
  const one: Endpoint = new Endpoint(
    later(() => other),
    answerOne,
  );
  const other: Endpoint = new Endpoint(
    later(() => one),
    answerOther,
  );
  return { one, other };
}

const silent: Answer = () => undefined;

describe('the conversation between a frame and the page around it', () => {
  it('calls a method of the other side and gets its value, also from a promise', async () => {
    const { one } = pair(silent, async (method, payload) => ({ method, payload }));
    await expect(one.call('invoke', { functionKey: 'ticket.get' })).resolves.toEqual({
      method: 'invoke',
      payload: { functionKey: 'ticket.get' },
    });
  });

  it('rejects with the message of what the other side threw', async () => {
    const { one } = pair(silent, () => {
      throw new TypeError('No such module.');
    });
    await expect(one.call('openModal')).rejects.toThrow('No such module.');
  });

  it('keeps answers apart when several calls are under way', async () => {
    const { one } = pair(
      silent,
      (_method, payload) =>
        new Promise((resolve) => setTimeout(() => resolve(payload), Number(payload) * 5)),
    );
    await expect(
      Promise.all([one.call('wait', 3), one.call('wait', 1), one.call('wait', 2)]),
    ).resolves.toEqual([3, 1, 2]);
  });

  it('lets the other side call functions in a payload, with arguments and a result', async () => {
    const closed: unknown[] = [];
    const { one } = pair(silent, async (_method, payload) => {
      const { actions } = payload as { actions: { onClick: (why: string) => Promise<string> }[] };
      return actions[0]?.onClick('escape');
    });
    const onClick = (why: unknown): string => {
      closed.push(why);
      return 'done';
    };
    await expect(one.call('showFlag', { actions: [{ text: 'Undo', onClick }] })).resolves.toBe(
      'done',
    );
    expect(closed).toEqual(['escape']);
  });

  it('hands functions in results back, such as unsubscribe', async () => {
    let subscribed = true;
    const { one } = pair(silent, () => ({
      unsubscribe: () => {
        subscribed = false;
      },
    }));
    const { unsubscribe } = (await one.call('on', { event: 'JIRA_ISSUE_CHANGED' })) as {
      unsubscribe: () => Promise<void>;
    };
    await unsubscribe();
    expect(subscribed).toBe(false);
  });

  it('leaves values that are neither plain objects nor arrays as they are', async () => {
    const { one } = pair(silent, (_method, payload) => payload);
    const at = new Date('2026-03-02T14:00:00Z');
    await expect(one.call('emit', { at, nothing: null, list: [1, 'two'] })).resolves.toEqual({
      at,
      nothing: null,
      list: [1, 'two'],
    });
  });

  it('ignores messages of others', () => {
    const { one } = pair(silent, silent);
    expect(() =>
      [
        null,
        'text',
        { source: 'devtools' },
        { bridge: 2, kind: 'call' },
        { bridge: 1, kind: 'result', id: 99 },
      ].forEach((data) => one.receive(data)),
    ).not.toThrow();
  });
});
