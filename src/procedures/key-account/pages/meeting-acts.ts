// What people do about a weekly meeting of key accounts (KA-06, KA-07).
import * as v from 'valibot';
import { act, actAtOnce, type ActingOn, preparedAct } from '../../../app/acts';
import { day } from '../../../app/date-shapes';
import { RelayError } from '../../../app/errors';
import { given, id, orNull, wordsOrNull } from '../../../app/input';
import type { Ports } from '../../../app/ports';
import { aboutKeyAccounts } from '../about';
import { aspects } from '../happening';
import { keyPartOf } from '../key-part';
import { type LookedAt, mostAttended, type OpenActions, openActionsList } from '../meeting';
import { addAction, finishAction, moveAction } from '../meeting-actions';
import { holdMeeting, noteChange, skipMeeting } from '../meeting-steps';
import { colleagues } from './colleagues';

const recorder = 'Whoever attends for ISD, as the settings say.';
const everybody = 'Agents, and everybody with a role.';
const owner = 'Its owner, whoever was asked in their place, and whoever attends for ISD.';

/** Earlier meetings with open actions that one record names. */
const mostEarlier = 20;
/** Actions of them. */
const mostLookedAt = 60;

const account = orNull(id('The account'));
const number = v.pipe(
  v.number('The action must be a number.'),
  v.integer('The action must be a whole number.'),
  v.minValue(1, 'The action must be 1 or more.'),
);

/** KA-07: the actions of earlier weeks that are open now, and so are looked at again. */
async function openBefore(ports: Ports, { issueId }: ActingOn): Promise<readonly LookedAt[]> {
  const ledger = (await ports.tickets.load(issueId))?.ledger;
  const week = keyPartOf(ledger)?.meeting?.week;
  if (ledger === undefined || week === undefined) return [];
  const meetings = await ports.tickets.listed<OpenActions>(
    openActionsList,
    ledger.projectId,
    mostEarlier,
  );
  return meetings
    .filter((meeting) => meeting.week < week)
    .flatMap(({ key, actions }) => actions.map((action) => ({ key, id: action.id })))
    .slice(0, mostLookedAt);
}

export const meetingActs = {
  'hold-meeting': preparedAct({
    title: 'Record the meeting',
    clause: 'KA-06',
    what: 'Records on which day the weekly meeting was held and who attended for ISD; the open actions of earlier weeks count as looked at again.',
    who: recorder,
    input: v.object({
      attended: v.pipe(
        v.array(id('A person')),
        v.minLength(1, 'Choose who attended for ISD.'),
        v.maxLength(mostAttended, `Choose at most ${mostAttended} people.`),
      ),
      others: wordsOrNull('Other departments', 300),
      on: orNull(day('The day of the meeting')),
    }),
    prepare: async (ports, on, { attended, ...said }) => {
      const [people, lookedAt] = await Promise.all([
        colleagues(ports, attended, { ...on, field: 'attended' }),
        openBefore(ports, on),
      ]);
      return { ...said, attended: people, lookedAt };
    },
    perform: aboutKeyAccounts(holdMeeting),
  }),
  'skip-meeting': act({
    title: 'Not held',
    clause: 'KA-06',
    what: 'Records that there was no weekly meeting, and why.',
    who: recorder,
    input: v.object({ reason: given('The reason', 500) }),
    perform: aboutKeyAccounts(skipMeeting),
  }),
  'note-change': actAtOnce({
    title: 'Note a change',
    clause: 'KA-07',
    what: 'Notes a change that may affect code quality, timing or accuracy of jobs released for key accounts.',
    who: everybody,
    input: v.object({
      text: given('The change', 500),
      affects: v.pipe(
        v.array(v.picklist(aspects, 'It may affect code-quality, timing or accuracy.')),
        v.minLength(1, 'Choose what it may affect.'),
        v.maxLength(aspects.length, 'Choose each once.'),
      ),
      cid: account,
    }),
    perform: aboutKeyAccounts(noteChange),
    naming: ({ cid }) => (cid === null ? [] : [cid]),
  }),
  'add-action': preparedAct({
    title: 'Add an action',
    clause: 'KA-07',
    what: 'Agrees on an action with an owner and a date; the owner is told, and reminded of it.',
    who: everybody,
    anyRevision: true,
    input: v.object({
      text: given('The action', 300),
      owner: id('The owner'),
      due: day('The date'),
      cid: account,
    }),
    prepare: async (ports, on, { owner: who, ...said }) => {
      const [person] = await colleagues(ports, [who], { ...on, field: 'owner' });
      if (person === undefined)
        throw new RelayError('input', 'Choose an owner.', { field: 'owner' });
      return { ...said, owner: person };
    },
    perform: aboutKeyAccounts(addAction),
    naming: ({ cid }) => (cid === null ? [] : [cid]),
  }),
  'finish-action': act({
    title: 'Done',
    clause: 'KA-07',
    what: 'Says that an action of a weekly meeting is done.',
    who: owner,
    input: v.object({ id: number, note: wordsOrNull('The note', 300) }),
    perform: aboutKeyAccounts(finishAction),
  }),
  'move-action': preparedAct({
    title: 'Move',
    clause: 'KA-07',
    what: 'Gives an action another date or another owner, with a reason; it stays owed.',
    who: owner,
    input: v.object({
      id: number,
      due: day('The date'),
      owner: orNull(id('The owner')),
      reason: given('The reason', 300),
    }),
    prepare: async (ports, on, { owner: who, ...said }) => ({
      ...said,
      owner:
        who === null
          ? null
          : ((await colleagues(ports, [who], { ...on, field: 'owner' }))[0] ?? null),
    }),
    perform: aboutKeyAccounts(moveAction),
  }),
} as const;
