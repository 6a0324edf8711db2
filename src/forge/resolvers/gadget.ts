import { makeResolver } from '@forge/resolver';
import * as v from 'valibot';
import { readOwnAbsence, setOwnAbsence } from '../../app/absences/absences';
import { readMyAsks } from '../../procedures/account-manager/pages/my-asks';
import { actOnTicket } from '../../procedures/account-manager/pages/ticket-panel';
import type {
  MyAsksApi,
  MyAsksFilter,
  MyAsksView,
} from '../../procedures/account-manager/contract/gadget';
import type { AskStep } from '../../procedures/account-manager/act';
import { absence } from './absence-input';
import { answering, type Asked } from './answering';
import { parse, shapes } from '../../app/input';

const show = ({ ports }: Asked, filter: MyAsksFilter = {}): Promise<MyAsksView> =>
  readMyAsks(ports, filter);

/** Acts on one of the viewer's tickets, re-checked as the viewer, and shows what is left. */
const acting = (
  read: (payload: unknown) => {
    readonly issueId: string;
    readonly act: AskStep;
    readonly expectedRevision: number;
  },
) =>
  answering(async (asked) => {
    const { issueId, act, expectedRevision } = read(asked.payload);
    await actOnTicket(asked.ports, issueId, act, expectedRevision);
    return show(asked);
  }, show);

const absenceShape = v.object({ absence });

export const answerGadget = makeResolver<MyAsksApi>({
  'absence.get': answering(({ ports }) => readOwnAbsence(ports)),
  'absence.set': answering(({ payload, ports }) =>
    setOwnAbsence(ports, parse(absenceShape, payload).absence),
  ),
  'asks.mine': answering((asked) => {
    const { queues, rows, includeTeam } = parse(shapes.myAsks, asked.payload);
    return show(asked, {
      ...(queues === undefined ? {} : { queues }),
      ...(rows === undefined ? {} : { rows }),
      ...(includeTeam === undefined ? {} : { includeTeam }),
    });
  }),
  'ask.answer': acting((payload) => {
    const { issueId, text, expectedRevision } = parse(shapes.myAnswer, payload);
    return { issueId, act: { kind: 'answer', text }, expectedRevision };
  }),
  'ask.promise': acting((payload) => {
    const { issueId, by, text, expectedRevision } = parse(shapes.myPromise, payload);
    return { issueId, act: { kind: 'promise', by, text: text ?? null }, expectedRevision };
  }),
});
