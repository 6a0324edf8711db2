// EA-09 … EA-11: one letter per customer from templates; pure, so that the preview is the letter.
import type { AccountId, Cid } from '../../core/ids';
import { isAddress } from './address';
import { mergeFields } from './contract/settings';
import type { AccessPolicy } from './settings/policy';
import { type CustomerAccess, noCustomer, nowhereToRaise, participantsOf } from './customer-access';
import { fieldNames, type Personal, type PersonalField } from './personal';

/** What a letter is made of. */
export interface LetterInput {
  readonly customer: {
    readonly cid: Cid;
    readonly name: string;
    readonly access: CustomerAccess | null;
  };
  readonly personal: Personal;
  readonly employmentStart: string;
  readonly workStart: string | null;
  readonly teamLead: string;
  readonly policy: AccessPolicy;
}

/** A personal field that leaves, where to, and why it is needed. */
export interface Leaving {
  readonly field: PersonalField;
  readonly value: string;
  readonly where: 'subject' | 'body' | 'cc';
  readonly why: string;
}

/** The longest summary Jira takes. */
const longestSummary = 255;

export interface Letter {
  readonly cid: Cid;
  readonly customer: string;
  readonly method: CustomerAccess['method'];
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly toolUrl: string | null;
  /** E3: on whose behalf the request is raised, and as what; null for every other method. */
  readonly contact: AccountId | null;
  /** EA-04: who else of the customer takes part in that request. */
  readonly participants: readonly AccountId[];
  readonly requestType: string | null;
  readonly requirements: string | null;
  readonly leaving: readonly Leaving[];
  /** Template lines left out because they would have carried a field this customer does not need. */
  readonly cut: readonly PersonalField[];
  /** Lines were left out that name the work start, as it is not known. */
  readonly withoutWorkStart: boolean;
  /** What else the template names, for a mail merge. */
  readonly facts: {
    readonly employmentStart: string;
    readonly workStart: string;
    readonly teamLead: string;
  };
}

/** Something that is wrong with a letter, with the remedy; nothing is composed while there is one. */
export interface LetterProblem {
  readonly cid: Cid;
  readonly customer: string;
  readonly text: string;
  readonly remedy: string;
}

const personalOf: Readonly<Record<string, PersonalField>> = {
  'engineer.name': 'name',
  'engineer.email': 'email',
  'engineer.phone': 'phone',
};
const mergeField = /\{\{\s*([a-z.]+)\s*\}\}/gu;

/** Names in a template that are no merge field. */
export const unknownFields = (template: string): string[] =>
  [...template.matchAll(mergeField)]
    .map(([, name = '']) => name)
    .filter((name) => !(mergeFields as readonly string[]).includes(name));

/** One customer's letter, or everything that keeps it from being written. */
export function letterFor(
  input: LetterInput,
): Letter | { readonly problems: readonly LetterProblem[] } {
  const { customer, personal, policy } = input;
  const { cid, name, access } = customer;
  const problem = (text: string, remedy: string): LetterProblem => ({
    cid,
    customer: name,
    text,
    remedy,
  });
  if (access === null) {
    return {
      problems: [
        problem(
          `${name} is not on the customer access list.`,
          'Add its contacts and method to the account before you send.',
        ),
      ],
    };
  }
  const subjectTemplate = access.subject ?? policy.letter.subject;
  const bodyLines = policy.letter.body.split('\n');
  const wanted = access.needs;
  const known = (line: string): boolean => input.workStart !== null || !namesWorkStart(line);
  const kept = bodyLines.filter(
    (line) => known(line) && personalIn(line).every((field) => wanted.includes(field)),
  );
  const cut = [
    ...new Set(
      [...bodyLines.flatMap(personalIn), ...personalIn(subjectTemplate)].filter(
        (field) => !wanted.includes(field),
      ),
    ),
  ];
  const mailed = access.method === 'e-mail';
  const copies = [
    ...access.cc,
    ...(policy.cc.csm && access.csmEmail !== null ? [access.csmEmail] : []),
    ...(policy.cc.sme && access.smeEmail !== null ? [access.smeEmail] : []),
    ...(policy.cc.engineer && personal.email !== undefined && mailed ? [personal.email] : []),
  ];
  const merged = (template: string): string =>
    template.replace(mergeField, (_whole, key: string) => oneLine(valueOf(input, key)));
  const problems = [
    ...(mailed && access.to.length === 0
      ? [
          problem(
            `${name} has no contact for new accounts.`,
            'Add at least one address under "To" in the customer access list.',
          ),
        ]
      : []),
    ...(access.method === 'ticketing-tool' && access.toolUrl === null
      ? [
          problem(
            `The link to the ticketing tool of ${name} is missing.`,
            'Add it to the customer access list, or change the method to e-mail.',
          ),
        ]
      : []),
    ...(access.method === 'jsm-request' && (access.contact ?? null) === null
      ? [problem(noCustomer(name).text, noCustomer(name).remedy)]
      : []),
    ...(access.method === 'jsm-request' && policy.raise == null
      ? [problem(nowhereToRaise.text, nowhereToRaise.remedy)]
      : []),
    ...(access.method === 'jsm-request' && merged(subjectTemplate).length > longestSummary
      ? [
          problem(
            `The subject for ${name} is longer than a summary in Jira may be (${longestSummary} characters).`,
            'Shorten the subject in the customer access list.',
          ),
        ]
      : []),
    ...(mailed ? [...new Set([...access.to, ...copies])] : [])
      .filter((one) => !isAddress(one))
      .map((one) =>
        problem(
          `"${one}" is not an e-mail address.`,
          `Correct it in the entry of ${name} or in the engineer's profile.`,
        ),
      ),
    ...wanted
      .filter((field) => (personal[field] ?? '').trim() === '')
      .map((field) =>
        problem(
          `${name} needs the engineer's ${fieldNames[field]}, and it is not on file.`,
          "Add it to the engineer's profile, or take it off what the customer needs.",
        ),
      ),
    ...personalIn(subjectTemplate)
      .filter((field) => !wanted.includes(field))
      .map((field) =>
        problem(
          `The subject for ${name} would show the engineer's ${fieldNames[field]}, which this customer does not need.`,
          'Change the subject, or add the field to what the customer needs.',
        ),
      ),
    ...[...new Set([...unknownFields(subjectTemplate), ...unknownFields(policy.letter.body)])].map(
      (field) =>
        problem(
          `The template names {{${field}}}, which is no merge field.`,
          `Use one of: ${mergeFields.join(', ')}.`,
        ),
    ),
    ...(/[\r\n]/u.test(subjectTemplate)
      ? [problem(`The subject for ${name} has a line break.`, 'Write it on one line.')]
      : []),
    ...(known(subjectTemplate)
      ? []
      : [
          problem(
            `The subject for ${name} names the work start, and it is not known.`,
            'Enter the day work starts, or take {{work.start}} out of the subject.',
          ),
        ]),
  ];
  if (problems.length > 0) return { problems };
  const why = (field: PersonalField, where: Leaving['where']): string =>
    where === 'cc'
      ? 'The engineer gets a copy (E6).'
      : `${name} needs the ${fieldNames[field]} to create the account (EA-24).`;
  const leaving = (['subject', 'body'] as const).flatMap((where) =>
    [...new Set((where === 'subject' ? [subjectTemplate] : kept).flatMap(personalIn))].map(
      (field): Leaving => ({ field, value: personal[field] ?? '', where, why: why(field, where) }),
    ),
  );
  const engineerCopied = personal.email !== undefined && copies.includes(personal.email);
  return {
    cid,
    customer: name,
    method: access.method,
    to: !mailed ? [] : [...new Set(access.to)],
    cc: !mailed ? [] : [...new Set(copies)].filter((one) => !access.to.includes(one)),
    subject: merged(subjectTemplate),
    body: kept.map(merged).join('\n'),
    toolUrl: access.method === 'ticketing-tool' ? access.toolUrl : null,
    contact: access.method === 'jsm-request' ? (access.contact ?? null) : null,
    participants: participantsOf(access),
    requestType: access.method === 'jsm-request' ? (policy.raise?.requestType ?? null) : null,
    requirements: access.requirements,
    leaving: [
      ...leaving,
      ...(engineerCopied
        ? [
            {
              field: 'email' as const,
              value: personal.email ?? '',
              where: 'cc' as const,
              why: why('email', 'cc'),
            },
          ]
        : []),
    ],
    cut,
    withoutWorkStart: !bodyLines.every(known),
    facts: {
      employmentStart: input.employmentStart,
      workStart: input.workStart ?? '',
      teamLead: oneLine(input.teamLead),
    },
  };
}

const namesWorkStart = (line: string): boolean =>
  [...line.matchAll(mergeField)].some(([, name]) => name === 'work.start');

const personalIn = (line: string): PersonalField[] =>
  [...line.matchAll(mergeField)]
    .map(([, name = '']) => personalOf[name])
    .filter((field) => field !== undefined);

/** A value never brings a line of its own: no header and no sentence can be smuggled in with a name. */
const oneLine = (value: string): string => value.replace(/\s*[\r\n\u2028\u2029]+\s*/gu, ' ').trim();

function valueOf(
  { personal, customer, employmentStart, workStart, teamLead }: LetterInput,
  key: string,
): string {
  const field = personalOf[key];
  if (field !== undefined) return personal[field] ?? '';
  switch (key) {
    case 'customer.name':
      return customer.name;
    case 'employment.start':
      return employmentStart;
    case 'work.start':
      return workStart ?? '';
    case 'team.lead':
      return teamLead;
    default:
      return '';
  }
}
