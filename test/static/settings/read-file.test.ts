import {
  bytesAtMost,
  readConfigurationFile,
} from '../../../static/settings/configuration/read-file';

describe('choosing a configuration file', () => {
  it('reads a JSON object', () => {
    expect(readConfigurationFile('northwind.json', 12, '{"queues":[]}')).toEqual({
      ok: true,
      configuration: { queues: [] },
    });
  });

  it.each([
    ['broken JSON', 5, '{oops', 'northwind.json is not JSON'],
    ['a list', 2, '[]', 'does not hold a JSON object'],
    ['nothing', 4, 'null', 'does not hold a JSON object'],
    ['more than one invocation can carry', bytesAtMost + 1, '{}', 'at most 450 kB'],
  ])('says what is wrong with %s', (_what, size, text, words) => {
    const read = readConfigurationFile('northwind.json', size, text);
    expect(read).toMatchObject({ ok: false, error: expect.stringContaining(words) as string });
  });
});
