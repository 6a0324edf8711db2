// npm start, as a person starts it (without the build before it).
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const repository = join(__dirname, '..', '..', '..');

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

function running(
  env: Record<string, string>,
  ...args: string[]
): {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  saying(words: RegExp): Promise<RegExpExecArray>;
} {
  const child = spawn(process.execPath, ['--import', 'tsx', 'host/run.ts', ...args], {
    cwd: repository,
    env: { ...process.env, ...env },
  });
  let output = '';
  const heard = new Set<() => void>();
  const listen = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
    heard.forEach((hear) => hear());
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code) => resolve({ code, output })),
  );
  return {
    child,
    ended,
    saying: (words) =>
      new Promise((resolve, reject) => {
        const hear = (): void => {
          const found = words.exec(output);
          if (found !== null) resolve(found);
        };
        heard.add(hear);
        hear();
        void ended.then(() => reject(new Error(`It ended, saying: ${output}`)));
      }),
  };
}

describe('npm start', () => {
  it('says where it is and how to stop it, serves the demo, and stops on Ctrl-C', async () => {
    const { child, ended, saying } = running({ PORT: '0' });
    const [url = ''] = await saying(/http:\/\/localhost:\d+/u);
    await saying(/Ctrl-C stops it/u);
    const health = (await (await fetch(`${url}/__host/health`)).json()) as {
      projects: { key: string }[];
    };
    expect(health.projects.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['EBH', 'PTO', 'SS']),
    );
    child.kill('SIGINT');
    expect((await ended).code).toBe(0);
  });

  it('names a port that is taken, and the remedy', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as AddressInfo).port)),
    );
    const { code, output } = await running({ PORT: String(port) }).ended;
    expect([code, output]).toEqual([
      1,
      expect.stringMatching(new RegExp(`Port ${port} is taken.*PORT=\\d+ npm start`, 'u')),
    ]);
    other.close();
  });

  it('refuses a PORT that is none', async () => {
    const { code, output } = await running({ PORT: 'eighty' }).ended;
    expect([code, output]).toEqual([1, expect.stringContaining('PORT is "eighty"')]);
  });

  it('checks the manifest with Forge’s own validation', async () => {
    const { code, output } = await running({}, '--check').ended;
    expect([code, output]).toEqual([0, expect.stringContaining('Forge would take the manifest.')]);
  });
});
