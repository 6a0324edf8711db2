import { makeResolver } from '@forge/resolver';
import {
  actOnTicket,
  previewResponse,
  readTicketPanel,
} from '../../procedures/account-manager/pages/ticket-panel';
import { readRule } from '../../procedures/account-manager/pages/read-rule';
import type { TicketPanelApi, TicketView } from '../../procedures/account-manager/contract/panel';
import type { AskStep } from '../../procedures/account-manager/act';
import { answering, type Asked, issueOf } from './answering';
import { parse, shapes } from '../../app/input';

const show = ({ ports, context }: Asked): Promise<TicketView> =>
  readTicketPanel(ports, issueOf(context));

/** A method that acts on the panel's own ticket; when the page was stale, it gets the fresh state with the problem. */
const acting = (
  read: (payload: unknown) => { readonly act: AskStep; readonly expectedRevision: number },
) =>
  answering(({ payload, ports, context }) => {
    const { act, expectedRevision } = read(payload);
    return actOnTicket(ports, issueOf(context), act, expectedRevision);
  }, show);

export const answerPanel = makeResolver<TicketPanelApi>({
  'ticket.get': answering(show),
  'rule.read': answering(({ payload, ports, context }) =>
    readRule(ports, issueOf(context), parse(shapes.rule, payload).clause),
  ),
  'response.preview': answering(({ payload, ports, context }) => {
    const { entryId, priorityId } = parse(shapes.preview, payload);
    return previewResponse(ports, issueOf(context), entryId, priorityId ?? null);
  }),
  'response.request': acting((payload) => {
    const { entryId, note, priorityId, expectedRevision } = parse(shapes.request, payload);
    return {
      act: { kind: 'request-response', entryId, note, priority: priorityId ?? null },
      expectedRevision,
    };
  }),
  'watcher.add': acting((payload) => {
    const { entryId, expectedRevision } = parse(shapes.watcher, payload);
    return { act: { kind: 'add-watcher', entryId }, expectedRevision };
  }),
  'ask.answer': acting((payload) => {
    const { text, expectedRevision } = parse(shapes.answer, payload);
    return { act: { kind: 'answer', text }, expectedRevision };
  }),
  'ask.promise': acting((payload) => {
    const { by, text, expectedRevision } = parse(shapes.promise, payload);
    return { act: { kind: 'promise', by, text: text ?? null }, expectedRevision };
  }),
  'ask.escalate': acting((payload) => {
    const { reason, expectedRevision } = parse(shapes.escalate, payload);
    return { act: { kind: 'escalate', reason }, expectedRevision };
  }),
  'ask.put-back': acting((payload) => ({
    act: { kind: 'put-back' },
    ...parse(shapes.expecting, payload),
  })),
  'ask.withdraw': acting((payload) => {
    const { reason, expectedRevision } = parse(shapes.withdraw, payload);
    return { act: { kind: 'withdraw', reason }, expectedRevision };
  }),
  'contact.record': acting((payload) => {
    const { expectedRevision, ...contact } = parse(shapes.contact, payload);
    return { act: { kind: 'record-contact', ...contact }, expectedRevision };
  }),
  'account.choose': acting((payload) => {
    const { cid, expectedRevision } = parse(shapes.choose, payload);
    return { act: { kind: 'choose-account', cid }, expectedRevision };
  }),
});
