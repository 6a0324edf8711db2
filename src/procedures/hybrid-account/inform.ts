// HY-12 … HY-18: what one department knows, the other has to see.
import { followedAccount } from '../../core/followed';
import { knowledgeOf, saveKnowledge } from './state';
import { type Because, because } from '../../core/because';
import { addBusinessMinutes } from '../../core/calendar/business-time';
import { dueAfterDays } from '../../core/calendar/business-days';
import type { Case } from '../../core/case';
import type { AccountId, Cid } from '../../core/ids';
import { calendarOf, type Situation } from '../../core/situation';
import { productsOf } from './account';
import { hybridAccount } from './hybrid-account';
import type { Department, HybridPolicy } from './settings/policy';
import { acknowledged, both, gapOf, type Knowledge, nothingKnown, other, told } from './knowledge';
import { hybridOf, readProducts } from './products';
import { departmentNames, departmentOf, speakerOf, speakers, vacancy } from './sides';
import { toPeople } from './words';

const empty = (name: string): Because => ({
  ...because('HY-12', 'Say what there is to know.', {}),
  field: name,
});

const cidsOf = (situation: Situation, knowledge: Knowledge | undefined): readonly Cid[] =>
  knowledge?.accounts ??
  (situation.account.kind === 'known' ? [situation.account.account.cid] : []);

/** The side somebody speaks for, or why they speak for none. */
function sideFor(
  situation: Situation,
  knowledge: Knowledge | undefined,
  by: AccountId,
): Department | Because {
  return (
    departmentOf(situation, by, cidsOf(situation, knowledge)) ??
    because(
      'HY-03',
      `This is between ${departmentNames.cs} and ${departmentNames.fmc}; you have a role in neither.`,
      {},
    )
  );
}

/** What a ticket tells already; questions alone have said nothing of what it is about. */
const telling = (known: Knowledge | undefined): Knowledge | undefined =>
  known?.updates.length ? known : undefined;
/** Where something is told for the first time. */
const beginning = (
  known: Knowledge | undefined,
  of: Pick<Knowledge, 'class' | 'accounts' | 'forAdmins'>,
): Knowledge => ({ ...nothingKnown(of), questions: known?.questions ?? [] });

/** A department lacks something from now on, or no longer does: its ladder starts and ends with that. */
function settle(situation: Situation, policy: HybridPolicy, knowledge: Knowledge): Knowledge {
  const gaps = Object.fromEntries(
    both.map((side) => {
      const open = gapOf(knowledge, side).length > 0;
      const now = knowledge.gaps[side];
      const calendar = calendarOf(
        situation,
        speakerOf(situation, side, knowledge.accounts[0] ?? ''),
      );
      const [first] = policy.gapLadder;
      return [
        side,
        !open
          ? null
          : (now ?? {
              step: -1,
              since: situation.now,
              nextAt:
                first === undefined ? null : dueAfterDays(calendar, situation.now, first.afterDays),
            }),
      ];
    }),
  ) as unknown as Knowledge['gaps'];
  return { ...knowledge, gaps };
}

export function share(
  c: Case,
  policy: HybridPolicy,
  step: { readonly class: Knowledge['class']; readonly text: string },
  by: AccountId,
): Because | null {
  const knowledge = knowledgeOf(c.ledger);
  const account = hybridAccount(c, policy);
  if (knowledge === undefined && account === null)
    return because(
      'HY-01',
      'The account of this ticket is not hybrid, or not known, so there is no other department to inform.',
      {},
    );
  if (step.text.trim() === '') return empty('text');
  const side = sideFor(c, knowledge, by);
  if (typeof side !== 'string') return side;
  const refused = vacancy(c, side === 'cs' ? ['fmc-team-lead'] : ['csm']);
  if (refused !== null && (side === 'cs' || speakerOf(c, 'cs', account?.cid ?? '') === null))
    return refused;
  const before =
    telling(knowledge) ??
    beginning(knowledge, {
      class: step.class,
      accounts: knowledge?.accounts ?? (account === null ? [] : [account.cid]),
      forAdmins: null,
    });
  saveKnowledge(
    c,
    settle(
      c,
      policy,
      told(before, {
        from: side,
        by,
        at: c.now,
        class: step.class,
        text: step.text,
        comment: null,
      }),
    ),
  );
  c.done(
    c.now,
    by,
    `${departmentNames[side]} shared news`,
    because(clauseOf(step.class), `${departmentNames[other(side)]} has to acknowledge it.`, {
      class: step.class,
    }),
  );
  c.announce(
    toPeople(
      c,
      speakers(c, other(side), before.accounts),
      `${departmentNames[side]} lets you know: ${step.text}`,
      'Please acknowledge it in the panel.',
    ),
    by,
    clauseOf(step.class),
    null,
  );
  return null;
}

export const clauseOf = (kind: Knowledge['class']): string =>
  ({ bug: 'HY-12', integration: 'HY-13', maintenance: 'HY-16' })[kind];

/** A maintenance that is announced once, to all affected accounts and both departments. */
export interface Announcement {
  readonly accounts: readonly Cid[];
  readonly text: string;
  readonly forAdmins: string;
}

/** HY-16: Product and Development belong to neither department, so their announcement is news to both. */
export function announceAll(
  c: Case,
  policy: HybridPolicy,
  step: Announcement,
  by: AccountId,
): Because | null {
  if (telling(knowledgeOf(c.ledger)) !== undefined)
    return because(
      'HY-16',
      'This ticket informs the departments already. Share an update instead of announcing it again.',
      {},
    );
  if (step.text.trim() === '') return empty('text');
  const wanted = [...new Set(step.accounts)];
  if (wanted.length === 0)
    return {
      ...because('HY-16', 'Choose the accounts that are affected.', {}),
      field: 'customers',
    };
  const strangers = wanted.filter((cid) => {
    const account = followedAccount(c, cid);
    return (
      account === undefined ||
      !hybridOf(readProducts(productsOf(account), policy.productNames).owned)
    );
  });
  if (strangers.length > 0)
    return {
      ...because(
        'HY-16',
        `Not hybrid, or not known: ${strangers.map((cid) => followedAccount(c, cid)?.name ?? cid).join(', ')}.`,
        { accounts: strangers.join(', ') },
      ),
      field: 'customers',
    };
  const refused = vacancy(c, ['fmc-team-lead']);
  if (refused !== null) return refused;
  const fresh = beginning(knowledgeOf(c.ledger), {
    class: 'maintenance',
    accounts: wanted,
    forAdmins: step.forAdmins.trim() === '' ? null : step.forAdmins,
  });
  const side = departmentOf(c, by, wanted);
  const update = {
    by,
    at: c.now,
    class: 'maintenance' as const,
    text: step.text,
    comment: null,
  };
  saveKnowledge(
    c,
    settle(
      c,
      policy,
      both
        .filter((one) => one !== side)
        .reduce(
          (knowledge, lacking) => told(knowledge, { ...update, from: other(lacking) }),
          fresh,
        ),
    ),
  );
  c.done(
    c.now,
    by,
    `Maintenance announced to ${wanted.length === 1 ? '1 account' : `${wanted.length} accounts`}`,
    because(
      'HY-16',
      'Both departments must know, so that the account admin is accurately informed.',
      { accounts: wanted.join(', ') },
    ),
  );
  c.announce(
    toPeople(
      c,
      both.flatMap((one) => speakers(c, one, wanted)),
      `maintenance: ${step.text}`,
      ...(fresh.forAdmins === null ? [] : [`For the customer's admin: ${fresh.forAdmins}`]),
    ),
    by,
    'HY-16',
    null,
  );
  return null;
}

export function markSeen(c: Case, upTo: number, by: AccountId): Because | null {
  const knowledge = knowledgeOf(c.ledger);
  if (knowledge === undefined) return because('HY-18', 'There is nothing to acknowledge here.', {});
  const side = sideFor(c, knowledge, by);
  if (typeof side !== 'string') return side;
  const before = gapOf(knowledge, side).length;
  if (before === 0)
    return because('HY-18', `${departmentNames[side]} has acknowledged everything.`, {});
  const after = acknowledged(knowledge, side, upTo);
  const left = gapOf(after, side).length;
  saveKnowledge(c, {
    ...after,
    gaps: { ...after.gaps, [side]: left === 0 ? null : after.gaps[side] },
  });
  c.done(
    c.now,
    by,
    `${departmentNames[side]} has acknowledged ${before - left === 1 ? 'an update' : `${before - left} updates`}`,
    because('HY-18', 'What is acknowledged is known on both sides.', { left: `${left}` }),
  );
  return null;
}

/** HY-17: either side may ask the other at any time. It is an ask: somebody has it, and it is due. */
export function askOther(
  c: Case,
  policy: HybridPolicy,
  words: string,
  by: AccountId,
): Because | null {
  const account = hybridAccount(c, policy);
  const knowledge = knowledgeOf(c.ledger);
  if (knowledge === undefined && account === null)
    return because(
      'HY-01',
      'The account of this ticket is not hybrid, or not known, so there is no other department to ask.',
      {},
    );
  if (words.trim() === '')
    return { ...because('HY-17', 'Say what you want to know.', {}), field: 'text' };
  const side = sideFor(c, knowledge, by);
  if (typeof side !== 'string') return side;
  const base =
    knowledge ??
    nothingKnown({
      class: 'bug',
      accounts: account === null ? [] : [account.cid],
      forAdmins: null,
    });
  const asked = speakerOf(c, other(side), base.accounts[0] ?? '');
  if (asked === null)
    return because(
      'X6',
      `Nobody speaks for ${departmentNames[other(side)]}. An administrator names people for it in the settings.`,
      {},
    );
  const dueAt = addBusinessMinutes(calendarOf(c, asked), c.now, policy.questionMinutes);
  const id = (base.questions.at(-1)?.id ?? 0) + 1;
  saveKnowledge(c, {
    ...base,
    questions: [
      ...base.questions,
      {
        id,
        from: side,
        by,
        at: c.now,
        text: words,
        dueAt,
        remindAt: dueAt,
        answered: null,
      },
    ],
  });
  c.done(
    c.now,
    by,
    `${departmentNames[other(side)]} asked`,
    because('HY-17', 'Either department can ask the other at any time.', { 'due at': dueAt }),
  );
  c.announce(toPeople(c, [asked], words, 'Please answer in the panel.'), by, 'HY-17', null);
  return null;
}

export function answerQuestion(
  c: Case,
  step: { readonly question: number; readonly text: string },
  by: AccountId,
): Because | null {
  const knowledge = knowledgeOf(c.ledger);
  const question = knowledge?.questions.find(({ id }) => id === step.question);
  if (knowledge === undefined || question === undefined)
    return because('HY-17', 'There is no such question.', {});
  const side = sideFor(c, knowledge, by);
  if (typeof side !== 'string') return side;
  if (side === question.from)
    return because('HY-17', `${departmentNames[other(question.from)]} answers this question.`, {});
  if (question.answered !== null)
    return because('HY-17', 'It is answered already.', { at: question.answered.at });
  if (step.text.trim() === '')
    return { ...because('HY-17', 'Write the answer.', {}), field: 'text' };
  const answered = { by, at: c.now, text: step.text };
  saveKnowledge(c, {
    ...knowledge,
    questions: knowledge.questions.map((one) =>
      one.id === question.id ? { ...one, remindAt: null, answered } : one,
    ),
  });
  c.done(
    c.now,
    by,
    `${departmentNames[side]} answered`,
    because('HY-17', 'The question is closed.', { 'asked at': question.at }),
  );
  c.announce(toPeople(c, [question.by], step.text), by, 'HY-17', null);
  return null;
}
