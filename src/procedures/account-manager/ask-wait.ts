// The answer that is asked for, as the wait that the engine keeps the time of: who owes it, on each step of the ladder, and
// how long they have (AM-19 … AM-22).
import { graceIn } from '../../core/due';
import type { Case } from '../../core/case';
import { minutesFor, type Rung } from '../../core/policy';
import type { Situation } from '../../core/situation';
import type { ByHand, Party, Wait, WaitStep } from '../../core/wait';
import type { Ask } from './ask';
import { askKey, asksOf, factsOf } from './asks';
import { accountFor, isAccountOf, managersOf } from './managers';
import { askersOf } from './rows';
import { agentFor } from './answer';

/** The wait for the open ask's answer; none where nobody is asked. */
export function askWaits(c: Case): readonly Wait[] {
  const ask = factsOf(c.ledger);
  return ask === null ? [] : [waitOf(c, ask, asksOf(c.ledger).asks)];
}

function waitOf(c: Case, ask: Ask, number: number): Wait {
  const [first, ...above] = ask.ladder;
  return {
    key: askKey(number),
    clause: 'AM-19',
    title: 'Answer the request',
    of: { people: [ask.accountManager], orElse: regionalManagersOf(c, ask) },
    since: ask.askedAt,
    within: timeOn(c, ask, first, 0),
    remindBefore: first?.remindBefore ?? [],
    above: above.map((rung, place) => stepOf(c, ask, rung, place + 1)),
    from: ask.from,
    aboveMay: true,
    tell: 'said',
    acts: ['answer', 'promise'],
    askers: askersOf(ask),
    ...(ask.told === undefined ? {} : { told: ask.told }),
    ...(ask.hastened === undefined ? {} : { hastened: ask.hastened.at }),
    byHand: byHandHere(c, ask),
  };
}

const stepOf = (c: Case, ask: Ask, rung: Rung, place: number): WaitStep => ({
  to: partyOn(c, ask, rung.to),
  after: { minutes: 0 },
  within: timeOn(c, ask, rung, place),
  remindBefore: rung.remindBefore,
  ...(place === 1 && c.queue.readings.managementAnswer === 'management-only'
    ? { takesOver: true as const }
    : {}),
});

/** AM-19: by priority; what was left, where it is taken up again, and no less than a while. */
const timeOn = (
  { queue }: Situation,
  { priority, resumed, from }: Ask,
  rung: Rung | undefined,
  place: number,
): { readonly minutes: number } => ({
  minutes:
    resumed !== undefined && place === from
      ? Math.max(resumed.minutes, graceIn(queue).minutes)
      : rung === undefined
        ? 0
        : minutesFor(rung, priority),
});

/** A7: where the queue does not escalate by itself, the agent does, or nobody. */
function byHandHere(c: Case, ask: Ask): ByHand | undefined {
  switch (c.queue.readings.atDueTime) {
    case 'escalate':
      return undefined;
    case 'prompt':
      return { how: 'prompt', of: agentFor(c, ask.askedBy) };
    case 'shadow':
      return { how: 'shadow' };
  }
}

/** AM-21, AM-22: whom a step means by now, not when it was asked. */
function partyOn(situation: Situation, ask: Ask, to: Rung['to']): Party {
  if (to === 'regional-manager') {
    const people = regionalManagersOf(situation, ask);
    return people.length > 0 || isAccountOf(situation, ask)
      ? { people }
      : fallbackFor(situation, ask);
  }
  return to === 'fallback' ? fallbackFor(situation, ask) : { people: [] };
}

/** Whoever has managed the account, or had it before its ticket ended, is not asked again. */
const fallbackFor = ({ policy }: Situation, { accountManager, resumed }: Ask): Party => ({
  oneOf: policy.fallback.filter(
    (person) => person !== accountManager && resumed?.asked.includes(person) !== true,
  ),
});

/** Whoever stands above the account manager; the account may be gone or another by now: then who it was when it was asked. */
function regionalManagersOf(situation: Situation, ask: Ask): readonly string[] {
  const { account } = situation;
  if (!isAccountOf(situation, ask) || account.kind !== 'known')
    return ask.regionalManager === ask.accountManager ? [] : [ask.regionalManager];
  const { regionalManager } = managersOf(situation, accountFor(account.account, ask));
  return regionalManager === null ? [] : [regionalManager];
}
