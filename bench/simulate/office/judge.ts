// Judges a month at the office by what Jira shows, by what stands in people's lists, and by what the people did. It knows
// nothing of the app's code: what is owed, by whom and within what time is written down in owed.ts, from the SOPs.
import { everybodyIn, ticketsOf, writtenSettings } from './case';
import { endsBroken } from './ends';
import type { PlayedOffice } from './play';
import { saidBroken } from './said';
import type { Line } from './work';

/** What was broken, a line each, with seed, ticket, clause, and what was expected; none when all held. */
export async function judgeOffice(played: PlayedOffice): Promise<string[]> {
  const { host, month } = played;
  const broken: string[] = [];
  const ends: { who: string; lines: readonly Line[] }[] = [];
  for (const who of everybodyIn(writtenSettings())) {
    const reply = (await host.invoke({
      module: 'my-asks-gadget',
      as: who,
      call: 'waiting.mine',
      payload: {},
    })) as { ok: boolean; value?: { rows: readonly Line[] }; problem?: { message: string } };
    if (reply.value === undefined)
      broken.push(
        `seed ${month.seed}, X10: the list of ${who} says ${reply.problem?.message ?? 'nothing'}; expected a list`,
      );
    else ends.push({ who, lines: reply.value.rows });
  }
  for (const judged of await ticketsOf(played, ends))
    broken.push(...saidBroken(judged), ...(await endsBroken(judged)));
  broken.push(
    ...host.unmodelled().map(({ what }) => `seed ${month.seed}: not modelled: ${what}`),
    ...host
      .logs()
      .filter(({ text }) => text.includes('"resolver-failed"'))
      .map(({ text }) => `seed ${month.seed}: a page got a defect: ${text}`),
  );
  return broken;
}
