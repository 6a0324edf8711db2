// docs/acts.md, from where each procedure declares what people do.
import type * as v from 'valibot';
import type { Acts } from '../../src/app/acts';
import { waitActs } from '../../src/app/waits/acts';
import type { ActWords } from '../../src/core/act';
import { procedures } from '../../src/procedures';
import { keyAccountsPageActs } from '../../src/procedures/key-account/pages/page-acts';

type Declared = ActWords & { readonly input: v.GenericSchema; readonly anyRevision?: boolean };

/** A schema as far as it is spelled out. */
interface Shape {
  readonly kind: string;
  readonly type: string;
  readonly pipe?: readonly Shape[];
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly options?: readonly unknown[];
  readonly item?: Shape;
  readonly wrapped?: Shape;
  readonly literal?: unknown;
  readonly requirement?: unknown;
}

const optional = ['optional', 'nullish', 'undefinedable'];
const bounds: Readonly<Record<string, (requirement: unknown) => string>> = {
  max_length: (most) => `at most ${String(most)}`,
  min_length: (least) => (least === 1 ? 'not empty' : `at least ${String(least)}`),
  min_value: (least) => `from ${String(least)}`,
  max_value: (most) => `up to ${String(most)}`,
  integer: () => 'whole',
  iso_date: () => 'a day, `2026-03-31`',
  iso_timestamp: () => 'a time, `2026-03-31T14:30:00Z`',
  regex: (pattern) => `\`${String(pattern).replaceAll('|', '\\|')}\``,
};

function typeOf(shape: Shape): string {
  switch (shape.type) {
    case 'string':
      return 'text';
    case 'boolean':
      return 'true or false';
    case 'picklist':
      return (shape.options ?? []).map((one) => `\`${String(one)}\``).join(', ');
    case 'literal':
      return `\`${String(shape.literal)}\``;
    case 'null':
      return 'null';
    case 'array':
      return `list of ${spelled(shape.item as Shape)}`;
    case 'object':
      return `{ ${fieldsOf(shape).join('; ')} }`;
    case 'variant':
      return (shape.options as readonly Shape[]).map(typeOf).join(' or ');
    case 'nullable':
    case 'nullish':
      return `${spelled(shape.wrapped as Shape)}, or null`;
    case 'optional':
      return spelled(shape.wrapped as Shape);
    default:
      return shape.type;
  }
}

/** What a shape is held to, and the shapes that it is built on. */
const stepsOf = ({ pipe: [base, ...more] = [] }: Shape): readonly Shape[] =>
  base === undefined ? [] : [...stepsOf(base), ...more];

/** The type with its bounds. */
function spelled(shape: Shape): string {
  const held = stepsOf(shape).flatMap(({ kind, type, requirement }) =>
    kind === 'validation' && bounds[type] !== undefined ? [bounds[type](requirement)] : [],
  );
  return [typeOf(shape), ...held].join(', ');
}

/** A line for each field; where there are several forms of it, one for each below it. */
const fieldsOf = ({ entries = {} }: Shape): string[] =>
  Object.entries(entries).map(([name, shape]) => {
    const left = optional.includes(shape.type) ? ' (may be left out)' : '';
    return shape.type === 'variant'
      ? [
          `\`${name}\`${left}: one of`,
          ...(shape.options as readonly Shape[]).map((one) => `    - ${typeOf(one)}`),
        ].join('\n')
      : `\`${name}\`${left}: ${spelled(shape)}`;
  });

const sectionOf = (procedure: string, acts: Readonly<Record<string, Declared>>): string[] => [
  `## ${procedure}`,
  '',
  ...Object.entries(acts).flatMap(([name, act]) => actOf(`${procedure}.${name}`, act)),
];

function actOf(name: string, act: Declared): string[] {
  const revision =
    act.anyRevision === true || 'elsewhere' in act
      ? []
      : ['`expectedRevision`: number, whole, from 0'];
  const fields = [...fieldsOf(act.input), ...revision];
  return [
    `### \`${name}\``,
    '',
    `**${act.title}** (${act.clause}). ${act.what}`,
    '',
    `- Who: ${act.who}`,
    ...(fields.length === 0
      ? ['- Input: none']
      : ['- Input:', ...fields.map((one) => `  - ${one}`)]),
    '',
  ];
}

/** The declared acts of every procedure, and after them those that everything has that is owed. */
export const procedureActs = async (): Promise<Readonly<Record<string, Acts>>> =>
  Object.fromEntries([
    ...(await Promise.all(
      procedures.map(async ({ id, load }) => [id, (await load.acts?.()) ?? {}] as const),
    )),
    ['wait', waitActs],
  ]);

/** The whole document. */
export const actsDocument = async (): Promise<string> =>
  [
    '# Acts',
    '',
    '<!-- Written by `npm run docs:acts` from src/procedures/*/pages/acts.ts; do not edit. -->',
    '',
    'What people do, by procedure. The panel in every ticket (`ticket-panel`) answers each of them by this name; the panel of',
    'a procedure answers its own. The answer is the page as it stands then; `expectedRevision` is the `revision` of the page',
    'that the act was made for, and a stale one is answered with `changed-meanwhile` and the fresh page.',
    'Acts of `wait` are those that everything has that somebody owes, of whichever procedure; the gadget answers them too.',
    '',
    ...Object.entries(await procedureActs()).flatMap(([procedure, acts]) =>
      sectionOf(procedure, acts),
    ),
    '## On the page "Key accounts"',
    '',
    ...Object.entries(keyAccountsPageActs).flatMap(([name, act]) =>
      actOf(`key-account.${name}`, act),
    ),
  ].join('\n');
