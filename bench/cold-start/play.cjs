// One cold call of a bundle, in a process of its own: what the platform answered once is answered again.
// node play.cjs SCRIPT HANDLER TAPE  ->  CPU milliseconds until the first request left, and until the answer
const { readFileSync } = require('node:fs');

const [script, handler, tapeFile] = process.argv.slice(2);
const tape = tapeFile === undefined ? null : JSON.parse(readFileSync(tapeFile, 'utf8'));
const answers = new Map();
for (const { asked, body, ...answer } of tape?.requests ?? [])
  for (const key of [`${asked} ${body}`, asked])
    answers.set(key, [...(answers.get(key) ?? []), answer]);

const RealDate = Date;
if (tape !== null) {
  const ahead = tape.at - RealDate.now();
  globalThis.Date = class extends RealDate {
    constructor(...values) {
      if (values.length === 0) super(RealDate.now() + ahead);
      else super(...values);
    }
    static now() {
      return RealDate.now() + ahead;
    }
  };
}

const spent = (since) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};
console.log = console.error = () => undefined;
let began;
let first = null;
/** The same request gets its own answer; one with a time or a random id in it that of the same place. */
function answerOf(asked, body) {
  const own = answers.get(`${asked} ${body}`);
  const list = own?.length > 0 ? own : answers.get(asked);
  return list === undefined || list.length === 0
    ? undefined
    : list.length === 1
      ? list[0]
      : list.shift();
}
Object.assign(globalThis, {
  __forge_runtime__: tape?.runtime ?? {},
  __forge_fetch__: async (_kind, path, init = {}) => {
    first ??= spent(began);
    const answer = answerOf(`${init.method ?? 'GET'} ${path}`, String(init.body ?? ''));
    if (answer === undefined) process.stderr.write(`Never answered: ${init.method} ${path}\n`);
    const { status = 404, headers = {}, text = '' } = answer ?? {};
    return new Response(status === 204 ? null : text, { status, headers });
  },
});

async function main() {
  began = process.cpuUsage();
  const app = require(script);
  if (tape === null) return { first: spent(began), answer: spent(began) };
  const value = await app[handler](...tape.args);
  const answer = spent(began);
  if (value?.ok === false) throw new Error(JSON.stringify(value));
  return { first: first ?? answer, answer };
}
main().then(
  (figures) => process.stdout.write(JSON.stringify(figures)),
  (error) => {
    process.stderr.write(`${script}: ${error.stack}\n`);
    process.exitCode = 1;
  },
);
