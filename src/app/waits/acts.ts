// What people do about anything that is owed, on whichever page: it belongs to no procedure.
import * as v from 'valibot';
import {
  askBack,
  declineWait,
  delegateWait,
  escalateWait,
  inform,
  promiseWait,
} from '../../core/wait-acts';
import { type Acts, act, preparedAct } from '../acts';
import { instant } from '../date-shapes';
import { RelayError } from '../errors';
import { given, id } from '../input';

const which = { procedure: id('The procedure'), wait: given('What is owed', 200) };
const asked = 'Whoever was asked for it, or stands in for them.';

export const waitActs = {
  promise: act({
    title: 'Set a date',
    clause: 'A8',
    what: 'Says until when it will be done; the due time moves there, and never to earlier.',
    who: asked,
    input: v.object({ ...which, by: instant('The date') }),
    perform: promiseWait,
  }),
  escalate: act({
    title: 'Escalate',
    clause: 'EA-16',
    what: 'Tells the next level above before the due time, with the reason.',
    who: 'Agents, whoever asked for it, and those above.',
    input: v.object({ ...which, reason: given('The reason', 500) }),
    perform: escalateWait,
  }),
  delegate: preparedAct({
    title: 'Delegate',
    clause: 'A14',
    what: 'Hands it to somebody else, who is told; both see it, and a while is left.',
    who: asked,
    input: v.object({ ...which, to: id('The person') }),
    prepare: async (ports, _on, { to, ...step }) => {
      const [person] = await ports.jira.app.people([to]);
      if (person === undefined || !person.active || person.kind !== 'person')
        throw new RelayError('input', 'Choose a colleague with an active account.', {
          field: 'to',
        });
      return { ...step, to: person };
    },
    perform: delegateWait,
  }),
  'not-mine': act({
    title: 'Not mine',
    clause: 'A14',
    what: 'Says that it is not theirs; the next who may do it is told.',
    who: asked,
    input: v.object({ ...which, reason: given('The reason', 500) }),
    perform: declineWait,
  }),
  'ask-back': act({
    title: 'Need information',
    clause: 'AM-30',
    what: 'Asks whoever wants it done; the clock stands still until they have answered.',
    who: asked,
    input: v.object({ ...which, text: given('The question', 2000) }),
    perform: askBack,
  }),
  inform: act({
    title: 'Answer the question',
    clause: 'AM-30',
    what: 'Answers such a question; the clock goes on with what was left of it.',
    who: 'Whoever was asked the question, and agents.',
    input: v.object({ ...which, text: given('The answer', 2000) }),
    perform: inform,
  }),
} as const satisfies Acts;
