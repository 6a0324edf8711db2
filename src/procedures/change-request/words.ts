// The internal comments of a change request. No amount of money: everybody in the team reads them (X7).
import type { Case } from '../../core/case';
import { mention, type Paragraph, text } from '../../core/command';
import type { AccountId, StatusId } from '../../core/ids';
import type { Named } from '../../core/named';
import { nameOf } from '../../core/people';
import type { Situation } from '../../core/situation';
import type { LocalDate } from '../../core/calendar/local-time';
import { spellDay } from '../../core/calendar/spell-time';
import type { Changed } from './depends';
import type { GateKey, Step } from './lifecycle';
import { gateStep } from './lifecycle';

const tags = (situation: Situation, people: readonly AccountId[]) =>
  people.flatMap((person) => [mention(person, nameOf(situation.people, person)), text(' ')]);

/** What has to be done in a step, for whoever holds it. */
export const toDo: Readonly<Partial<Record<string, string>>> = {
  classified:
    'Decide whether this is a change request, and whether it has a cost for the customer.',
  requirement: 'Write down the requirement, or link the CR document.',
  impact: 'Add the solution approach, the effort in person-days and a tentative timeline.',
  cost: 'Add the cost from the rates agreed with the customer.',
  issue: 'Create the change request on behalf of the customer.',
  'due-date': 'Give a firm due date.',
  interface: 'Describe the interface under its six headings, or link the document.',
  'interface-shared': 'Share the interface document with the customer.',
  development: 'Build it, and say how it goes: the customer reads it.',
  'deployed-to-qa': 'Deploy to QA.',
  qa: 'Test it, and say whether it passed.',
  'deployed-to-integration': 'Deploy to the Integration server.',
  'deployed-to-production': 'Deploy to Production.',
  'in-principle-client': 'The customer agrees in principle.',
  'in-principle-internal': 'Agree in principle, or decline.',
  'internal-approval': 'Approve the cost, or decline.',
  'customer-approval': 'The customer approves the change and its cost.',
  'interface-approval': 'The customer approves the interface document.',
  uat: 'The customer tests and signs off.',
  'go-live': 'The customer goes live and signs off.',
};

/** CR-16: a firm date that moves. */
export const slipWords = (
  situation: Situation,
  before: LocalDate,
  now: LocalDate,
  people: readonly AccountId[],
): Paragraph[] => [
  [
    ...tags(situation, people),
    text(
      `the firm due date ${now > before ? 'slips' : 'moves'} from ${spellDay(before)} to ${spellDay(now)}. Please tell the customer.`,
    ),
  ],
];

/** CR-03, CR-10: the approver is asked, and those copied on it are told. */
export const askWords = (
  situation: Situation,
  gate: GateKey,
  approvers: readonly AccountId[],
  copied: readonly AccountId[],
): Paragraph[] => [
  [
    ...tags(situation, approvers),
    text(
      `your decision is needed: ${gateStep(gate).title}. The change-request panel of this ticket has what it is about.`,
    ),
  ],
  ...(copied.length === 0 ? [] : [[text('CC '), ...tags(situation, copied)]]),
];

/** C11: approvals that lapse are told to those who gave or asked for them. */
export const lapsedWords = (
  situation: Situation,
  lapsed: readonly { readonly gate: GateKey; readonly changes: readonly Changed[] }[],
  people: readonly AccountId[],
): Paragraph[] => [
  [
    ...tags(situation, people),
    text('the change request was changed after it was approved, so it has to be asked again.'),
  ],
  ...lapsed.map(({ gate, changes }): Paragraph => [
    text(`${gateStep(gate).title}: ${changes.map((one) => one.text).join(', ')}.`),
  ]),
];

/** C7: what the customer agreed to in the portal, and what comes of it for whoever is told. */
export const yesWords = (
  situation: Situation,
  gate: GateKey,
  people: readonly AccountId[],
  { version, next }: { readonly version: number; readonly next: readonly string[] },
): Paragraph[] => [
  [
    ...tags(situation, people),
    text(
      `the customer approved: ${gateStep(gate).title} (version ${version}).${next.map((sentence) => ` ${sentence}`).join('')}`,
    ),
  ],
];

/** C7: a word of the customer's while they are to decide. */
export const customerWords = (
  situation: Situation,
  gate: GateKey,
  people: readonly AccountId[],
  words: string,
): Paragraph[] => [
  [
    ...tags(situation, people),
    text(
      `the customer commented while ${gateStep(gate).title} waits for their decision. Answer it, or record it as their decision.`,
    ),
  ],
  [text(`"${words.slice(0, 200)}"`)],
];

/** C2: what was changed was being asked about, so it is asked again. */
export const withdrawnWords = (
  situation: Situation,
  gates: readonly GateKey[],
  version: number,
  people: readonly AccountId[],
): Paragraph[] => [
  [
    ...tags(situation, people),
    text(
      `the change request was changed (version ${version}) while ${gates.map((gate) => gateStep(gate).title).join(' and ')} was being decided. The question is withdrawn; the CSM asks again.`,
    ),
  ],
];

/** CR-35: a "no" goes back to whoever does the step again. */
export const declinedWords = (
  situation: Situation,
  gate: GateKey,
  backTo: Step,
  holders: readonly AccountId[],
  reason: string,
): Paragraph[] => [
  [
    ...tags(situation, [...new Set(holders)]),
    text(`${gateStep(gate).title} was declined. Next: ${backTo.title}.`),
  ],
  [text(reason)],
];

/** A status that somebody has set beyond an open gate. */
interface Beyond {
  readonly by: AccountId | null;
  readonly gate: Step;
  readonly back: Named<StatusId>;
  /** It ends the ticket. */
  readonly over: boolean;
}

/** CR-33: a status beyond an open gate is put back, unless another procedure owns the status (X5). */
export const putBackWords = (c: Case, { by, gate, back, over }: Beyond): Paragraph[] => [
  [
    ...tags(c, by === null ? [] : [by]),
    text(
      [
        `${c.ticket.status.name} comes after ${gate.title} (gate ${gate.gate?.number ?? ''}), which is still open.`,
        ...(c.statusAfter.id === back.id ? [`This ticket is put back to ${back.name}.`] : []),
        ...(over
          ? ['Where the change is not wanted any more, withdraw the change request first.']
          : []),
      ].join(' '),
    ),
  ],
];
