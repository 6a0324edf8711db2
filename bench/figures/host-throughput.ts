// The local host: a month of a busy service desk, played as fast as it goes.
import { seededRandom } from '../../host/random';
import { mail, MeasuredDesk } from '../desk';
import type { Figure } from '../figure';

const tickets = 1000;
const days = 30;
const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** Raised, worked on, a response requested and given or not, the customer heard, closed. */
async function life(
  desk: MeasuredDesk,
  at: (afterMs: number, act: () => Promise<unknown>) => void,
  answers: boolean,
): Promise<void> {
  const { key } = await desk.ticket();
  const ben = desk.host.as(mail('ben.ito'));
  at(hourMs, () =>
    desk.click(key, 'ben.ito', 'account-manager.request', {
      entryId: 'other',
      note: 'Is the contract signed?',
    }),
  );
  at(2 * hourMs, () => desk.host.as(mail('nora.quist')).reply(key, 'Any news?'));
  at(2.5 * hourMs, () => ben.comment(key, 'We are asking.', { public: true }));
  if (answers) at(3 * hourMs, () => desk.host.as(mail('maya.ortiz')).comment(key, 'It is signed.'));
  at(2 * dayMs, () => ben.transition(key, 'Resolved'));
}

export async function hostThroughput(): Promise<readonly Figure[]> {
  const desk = await MeasuredDesk.open();
  const { clock } = desk.host;
  const random = seededRandom(1);
  const start = clock.now();
  for (let ticket = 0; ticket < tickets; ticket += 1) {
    const raisedAt = start + 1000 + random.int(0, (days - 3) * dayMs);
    const answers = random.chance(0.7);
    clock.schedule(raisedAt, () =>
      life(
        desk,
        (after, act) => void clock.schedule(raisedAt + after, async () => void (await act())),
        answers,
      ),
    );
  }
  const began = process.cpuUsage();
  for (let day = 0; day < days; day += 1) await desk.host.advance(dayMs);
  const { user, system } = process.cpuUsage(began);
  // Of the processor, so that it does not matter what else the machine does.
  const seconds = (user + system) / 1e6;
  const invocations = desk.host.invocations().length;
  await desk.host.stop();
  return [
    {
      name: `Local host: ${tickets} tickets over ${days} virtual days, processor time`,
      value: seconds,
      bound: 60,
      unit: 's',
      note: `${invocations} of the last invocations on record`,
    },
  ];
}
