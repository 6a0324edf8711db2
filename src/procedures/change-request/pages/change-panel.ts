// The change-request panel in a ticket: what it shows, and what people do in it.
import { changeOf } from '../state';
import type { ChangeView, ContentPreview, DocumentView, EvidenceChoices } from '../contract/panel';
import { gateOf } from '../change-request';
import type { ContentEdit } from '../content';
import { changesSince } from '../depends';
import { edited } from '../edit-content';
import { isCustomers } from '../evidence';
import { lapses, withdrawn } from '../lapse';
import { gates, gateStep } from '../lifecycle';
import { seesMoney } from '../may';
import { costOf } from '../money';
import type { IssueId } from '../../../core/ids';
import type { TicketPage } from '../../../app/act-on-ticket';
import { Refused, RelayError } from '../../../app/errors';
import { withNames } from '../../../app/names';
import type { Ports } from '../../../app/ports';
import { seeTicket, type SeenTicket } from '../../../app/see-ticket';
import { changeView } from './change-view';
import { documentView } from './document-view';
import { costView } from './money-views';
import { changeRequestSettingsOf } from '../settings/policy';

async function show(ports: Ports, { viewer, situation, record }: SeenTicket): Promise<ChangeView> {
  const change = changeOf(record?.ledger);
  const { journal = [] } = record?.ledger ?? {};
  const shown = [
    viewer.accountId,
    change?.content.customerRep,
    ...journal.map(({ by }) => by),
    ...(change?.progress ?? []).map(({ by }) => by),
    ...gates.flatMap(({ key }) =>
      change === undefined
        ? []
        : [...gateOf(change, key).past, ...gateOf(change, key).approvals].map(({ by }) => by),
    ),
    ...(situation.account.kind === 'known'
      ? [situation.account.account.customerSuccessManager]
      : []),
    ...Object.values(situation.policy.roles ?? {}).flat(),
  ];
  const people = await withNames(ports, situation.people, shown, true);
  return changeView({ ...situation, people }, record, {
    accountId: viewer.accountId,
    side: 'team',
  });
}

/** What stands in the ticket, as far as the viewer may see it. */
export const changePage: TicketPage<ChangeView> = {
  show: async (ports, issueId) => show(ports, await seeTicket(ports, issueId)),
  after: show,
};

/** What saving would change, and which approvals would lapse; nothing is stored. */
export async function previewContent(
  ports: Ports,
  issueId: IssueId,
  edit: ContentEdit,
): Promise<ContentPreview> {
  const { viewer, situation, record } = await seeTicket(ports, issueId);
  const change = changeOf(record?.ledger);
  const policy = changeRequestSettingsOf(situation.queue);
  if (change === undefined || policy === undefined) throw notOne();
  const next = edited(situation, change.content, edit);
  if ('clause' in next) throw new Refused(next);
  const reopens = lapses(change, policy, next).map(({ gate, changes }) => ({
    gate,
    number: gateStep(gate).gate.number,
    title: gateStep(gate).title,
    changes: changes.map(({ text, reopens: why }) => ({ text, reopens: why })),
  }));
  const cost = seesMoney(situation, viewer.accountId, record?.ledger ?? {})
    ? costOf(next.effort, next.rates)
    : null;
  // Against the approvals that stand: what nobody approved yet is simply new.
  const changes = new Set(
    gates.flatMap(({ key }) => {
      const last = gateOf(change, key).approvals.at(-1);
      return last === undefined ? [] : changesSince(key, last, next).map(({ text }) => text);
    }),
  );
  const withdraws = withdrawn(change, policy, next).map((gate) => ({
    gate,
    title: gateStep(gate).title,
  }));
  return {
    changes: [...changes],
    reopens,
    withdraws,
    cost: cost === null ? null : costView(cost, next.rates),
  };
}

/** What can be named as evidence of the customer's decision (C6, C7). */
export async function evidenceChoices(ports: Ports, issueId: IssueId): Promise<EvidenceChoices> {
  const { viewer, situation, record } = await seeTicket(ports, issueId);
  const change = changeOf(record?.ledger);
  const attachments = (await viewer.door.attachments(issueId)) ?? [];
  const comments = situation.ticket.comments.filter(
    (comment) => comment.public && isCustomers(situation, change ?? null, comment.author),
  );
  return {
    attachments: attachments.map(({ id, name, at }) => ({ id, name, at })),
    comments: [...comments]
      .reverse()
      .slice(0, 20)
      .map(({ id, author, at, text }) => ({
        id,
        at,
        author: author.name,
        text: text.slice(0, 280),
      })),
  };
}

export async function readDocument(ports: Ports, issueId: IssueId): Promise<DocumentView> {
  const { viewer, situation, record } = await seeTicket(ports, issueId);
  const change = changeOf(record?.ledger);
  if (change === undefined) throw notOne();
  return documentView(
    situation.ticket.key,
    situation.ticket.summary,
    change,
    seesMoney(situation, viewer.accountId, record?.ledger ?? {}),
  );
}

const notOne = (): RelayError =>
  new RelayError('missing', 'This ticket is no change request.', {
    remedy: 'The integration team decides that it is one.',
  });
