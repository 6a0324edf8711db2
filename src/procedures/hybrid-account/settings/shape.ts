// The bounds of how hybrid accounts are run; what is left out gets the SOP's default, and empty slots where it is silent.
import * as v from 'valibot';
import { defaultHybridPolicy as standard } from './default-policy';
import { type Product, products } from '../products';

const words = (what: string, longest: number) =>
  v.pipe(
    v.string(`${what} must be text.`),
    v.trim(),
    v.minLength(1, `${what} is empty.`),
    v.maxLength(longest, `${what} is longer than ${longest} characters.`),
  );
const whole = (what: string, low: number, high: number) =>
  v.pipe(
    v.number(`${what} must be a number.`),
    v.integer(`${what} must be a whole number.`),
    v.minValue(low, `${what} must be at least ${low}.`),
    v.maxValue(high, `${what} must be at most ${high}.`),
  );
const link = v.pipe(
  words('The link', 500),
  v.regex(/^https:\/\//u, 'A link begins with https://.'),
);
const id = (what: string) =>
  v.pipe(
    words(what, 40),
    v.regex(/^[a-z0-9-]+$/u, 'An id has small letters, digits and hyphens only.'),
  );

const task = v.object({
  id: id('The id of the task'),
  title: words('The title of the task', 200),
  owner: v.picklist(
    ['cs-ops', 'csm', 'fmc-team-lead', 'both'],
    'A task is for cs-ops, csm, fmc-team-lead or both.',
  ),
  kind: v.picklist(
    ['task', 'inform', 'call', 'object', 'meeting', 'slot'],
    'A task is a task, inform, call, object, meeting or slot.',
  ),
  opens: v.optional(
    v.picklist(
      ['at-once', 'when-acknowledged', 'when-both-called'],
      'A task opens at-once, when-acknowledged or when-both-called.',
    ),
    'at-once',
  ),
  clause: v.optional(words('The clause', 10), 'HY-07'),
});

const symptom = v.object({
  id: id('The id of the symptom'),
  title: words('The symptom', 200),
  causes: v.optional(
    v.pipe(v.array(words('A cause', 500)), v.maxLength(10, 'A symptom has at most 10 causes.')),
    [],
  ),
  summary: words('The summary', 200),
  description: words('The description', 2000),
});

export const hybridShape = v.object({
  productNames: v.optional(
    v.record(
      v.string(),
      v.nullable(v.picklist(products, `A product is one of: ${products.join(', ')}.`)),
    ),
    standard.productNames as Record<string, Product | null>,
  ),
  project: v.optional(v.nullable(words('The project', 255)), null),
  requestType: v.optional(v.nullable(words('The request type', 255)), null),
  integrationRequestType: v.optional(v.nullable(words('The request type', 255)), null),
  becameHybrid: v.optional(v.boolean('becameHybrid must be true or false.'), standard.becameHybrid),
  tasks: v.optional(
    v.pipe(
      v.array(task),
      v.maxLength(30, 'An onboarding has at most 30 tasks.'),
      v.check(
        (tasks) => new Set(tasks.map((one) => one.id)).size === tasks.length,
        'Two tasks have the same id.',
      ),
      v.check(
        (tasks) => tasks.filter(({ kind }) => kind === 'inform').length === 1,
        'Exactly one task informs the other department (HY-07).',
      ),
      v.check(
        (tasks) =>
          tasks.some(({ kind, owner }) => kind === 'call' && owner === 'csm') &&
          tasks.some(({ kind, owner }) => kind === 'call' && owner === 'fmc-team-lead'),
        'Each department has an onboarding call (HY-09).',
      ),
    ),
    structuredClone(standard.tasks) as never,
  ),
  message: v.optional(words('The message', 1000), standard.message),
  channels: v.optional(
    v.object({ departments: v.nullable(link), support: v.nullable(link) }),
    standard.channels,
  ),
  acknowledgeMinutes: v.optional(
    whole('The time to acknowledge', 15, 10 * 8 * 60),
    standard.acknowledgeMinutes,
  ),
  meeting: v.optional(
    v.object({
      minutes: whole('The length of the meeting', 5, 240),
      title: words('The title', 200),
      agenda: words('The agenda', 1000),
      withinDays: whole('The days until the meeting', 1, 30),
    }),
    standard.meeting,
  ),
  gapLadder: v.optional(
    v.pipe(
      v.array(
        v.object({
          to: v.picklist(['department', 'fallback'], 'A step goes to department or fallback.'),
          afterDays: whole('The days of a step', 1, 60),
        }),
      ),
      v.maxLength(6, 'A ladder has at most 6 steps.'),
    ),
    [...standard.gapLadder],
  ),
  questionMinutes: v.optional(
    whole('The time for an answer', 15, 10 * 8 * 60),
    standard.questionMinutes,
  ),
  symptoms: v.optional(
    v.pipe(v.array(symptom), v.maxLength(40, 'The guide has at most 40 symptoms.')),
    structuredClone(standard.symptoms) as never,
  ),
});
