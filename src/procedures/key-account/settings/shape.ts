// The bounds of how a queue runs key accounts; what is left out gets the SOP's default.
import * as v from 'valibot';
import { defaultKeyAccountPolicy as standard } from './default-policy';
import { markTemplate } from '../mark';
import { allRoles } from '../../../core/roles';
import { day } from '../../../app/date-shapes';

const whole = (what: string, low: number, high: number) =>
  v.pipe(
    v.number(`${what} must be a number.`),
    v.integer(`${what} must be a whole number.`),
    v.minValue(low, `${what} must be at least ${low}.`),
    v.maxValue(high, `${what} must be at most ${high}.`),
  );
const words = (what: string, longest: number) =>
  v.pipe(
    v.string(`${what} must be text.`),
    v.trim(),
    v.minLength(1, `${what} is empty.`),
    v.maxLength(longest, `${what} is longer than ${longest} characters.`),
  );
const requestTypes = (what: string) =>
  v.optional(v.pipe(v.array(words(what, 255)), v.maxLength(20, 'At most 20 request types.')), []);
const id = v.pipe(
  words('The id of an item', 60),
  v.regex(/^[a-z0-9-]+$/u, 'An id has small letters, digits and hyphens only.'),
);

/** Together with who, when and what proves it, this many fit into the ticket's row (Forge: 240 KiB a value). */
const mostItems = 500;
const mostWords = 40_000;

const checklist = v.pipe(
  v.array(
    v.object({
      id,
      section: v.picklist(
        ['commit-review', 'release', 'post-release'],
        'A section is commit-review, release or post-release.',
      ),
      text: words('The text of an item', 200),
      required: v.optional(v.boolean('required must be true or false.'), true),
      evidence: v.optional(v.boolean('evidence must be true or false.'), false),
    }),
  ),
  v.minLength(1, 'A checklist needs at least one item.'),
  v.maxLength(mostItems, `A checklist has at most ${mostItems} items.`),
  v.check(
    (items) => new Set(items.map((item) => item.id)).size === items.length,
    'Two items of the checklist have the same id.',
  ),
  v.check(
    (items) => items.reduce((sum, { text }) => sum + text.length, 0) <= mostWords,
    `A checklist has at most ${mostWords} characters in all.`,
  ),
);

const release = v.object({
  requestTypes: requestTypes('A request type of releases'),
  checklist: v.optional(checklist, [...standard.release.checklist]),
  reviews: v.optional(
    v.picklist(['two-people', 'one-senior'], 'Reviews are by "two-people" or "one-senior".'),
    standard.release.reviews,
  ),
  witness: v.optional(
    v.object({
      who: v.optional(
        v.picklist(
          ['same-for-all', 'one-per-step'],
          'The witness is "same-for-all" or "one-per-step".',
        ),
        standard.release.witness.who,
      ),
      notOwnWork: v.optional(
        v.boolean('notOwnWork must be true or false.'),
        standard.release.witness.notOwnWork,
      ),
      minutesApart: v.optional(
        whole('The minutes between attestations', 0, 60),
        standard.release.witness.minutesApart,
      ),
      lateAfterMinutes: v.optional(
        whole('The minutes after a deployment', 5, 10_080),
        standard.release.witness.lateAfterMinutes,
      ),
    }),
    standard.release.witness,
  ),
  cycles: v.optional(
    v.object({
      needed: v.optional(
        v.pipe(
          whole('The production cycles', 1, 50),
          v.minValue(3, 'The SOP asks for at least the first three production cycles (KA-11).'),
        ),
        standard.release.cycles.needed,
      ),
      onFailure: v.optional(
        v.picklist(['restart', 'go-on'], 'After a failure the count is "restart" or "go-on".'),
        standard.release.cycles.onFailure,
      ),
    }),
    standard.release.cycles,
  ),
  beforeGates: v.optional(
    v.array(v.picklist(['interface-approval', 'uat'], 'A gate is "interface-approval" or "uat".')),
    [...standard.release.beforeGates],
  ),
  closedEarly: v.optional(
    v.picklist(['say-so', 'put-back'], 'A ticket closed early is "say-so" or "put-back".'),
    standard.release.closedEarly,
  ),
});

const escalation = v.object({
  requestTypes: requestTypes('A request type of quality issues'),
  priority: words('The priority of escalations', 60),
  label: v.optional(
    v.nullable(v.pipe(words('The label', 60), v.regex(/^\S+$/u, 'A label has no spaces.'))),
    standard.escalation.label,
  ),
  record: v.optional(
    v.nullable(
      v.object({
        project: words('The project of the record', 60),
        requestType: words('The request type of the record', 255),
        linkType: v.optional(words('The link type', 60), 'Relates'),
      }),
    ),
    null,
  ),
  ladder: v.optional(
    v.pipe(
      v.array(
        v.object({
          to: v.picklist(allRoles, `A rung goes to one of: ${allRoles.join(', ')}.`),
          respondWithin: whole('The response time', 1, 28 * 8 * 60),
        }),
      ),
      v.minLength(1, 'An escalation needs somebody who answers it.'),
      v.maxLength(6, 'A ladder has at most 6 rungs.'),
    ),
    [...standard.escalation.ladder],
  ),
});

export const keyAccountShape = v.object({
  mark: v.optional(
    v.pipe(words('The mark', 60), v.regex(markTemplate, 'Write the mark as "{cid} $$ - {name}".')),
    standard.mark,
  ),
  floor: v.nullable(words('The lowest priority of key accounts', 60)),
  listing: v.optional(
    v.object({
      requestTypes: requestTypes('A request type of list changes'),
      decision: v.optional(
        v.picklist(['accept', 'notice-only'], 'The decision is "accept" or "notice-only".'),
        standard.listing.decision,
      ),
    }),
    { requestTypes: [], decision: standard.listing.decision },
  ),
  release: v.optional(release, () => v.parse(release, {})),
  escalation,
  monthEnd: v.optional(
    v.nullable(
      v.object({
        requestType: words('The request type of the month-end task', 255),
        dueDays: v.optional(whole('The days for the month-end task', 0, 20), 3),
      }),
    ),
    null,
  ),
});

/** When an account is a key account, as the configuration file has it; null for always. */
export const keyDatesShape = v.object({
  from: v.nullable(day('The first day')),
  until: v.optional(v.nullable(day('The last day')), null),
});

export const rhythmShape = v.variant('kind', [
  v.object({ kind: v.literal('daily') }),
  v.object({ kind: v.literal('weekly'), weekday: whole('The weekday (0 is Sunday)', 0, 6) }),
  v.object({ kind: v.literal('monthly'), day: whole('The day of the month', 1, 31) }),
  v.object({
    kind: v.literal('dates'),
    dates: v.pipe(
      v.array(day('A date')),
      v.minLength(1, 'Name at least one date.'),
      v.maxLength(200, 'At most 200 dates.'),
    ),
  }),
]);
