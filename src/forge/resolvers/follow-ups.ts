import { makeResolver } from '@forge/resolver';
import {
  applySheet,
  followUpSheet,
  previewSheet,
} from '../../procedures/access-request/pages/follow-up-sheet';
import {
  keepEngineer,
  readFollowUps,
  stepFollowUps,
} from '../../procedures/access-request/pages/follow-ups';
import { composeLetters, raiseForCustomer } from '../../procedures/access-request/pages/letters';
import type {
  EngineerForm,
  FollowUpsApi,
  FollowUpsView,
} from '../../procedures/access-request/contract/panel';
import type { AccessStep } from '../../procedures/access-request/act';
import { answering, type Asked, issueOf } from './answering';
import { followUpShapes as shapes } from '../../procedures/access-request/pages/inputs';
import { parse, shapes as common } from '../../app/input';

const show = ({ ports, context }: Asked): Promise<FollowUpsView> =>
  readFollowUps(ports, issueOf(context));

/** A step in the panel's own ticket; a stale page gets the fresh state with the problem. */
const stepping = (
  read: (payload: unknown) => { readonly step: AccessStep; readonly expectedRevision: number },
) =>
  answering(({ payload, ports, context }) => {
    const { step, expectedRevision } = read(payload);
    return stepFollowUps(ports, issueOf(context), step, expectedRevision);
  }, show);

const facts = ({ engineer, employmentStart, workStart }: EngineerForm) => ({
  engineer,
  employmentStart,
  workStart,
  onFile: [],
});

export const answerFollowUps = makeResolver<FollowUpsApi>({
  'follow-ups.get': answering(show),
  'follow-ups.start': answering(({ payload, ports, context }) => {
    const { expectedRevision, customers, ...form } = parse(shapes.start, payload);
    return keepEngineer(
      ports,
      issueOf(context),
      form.profile,
      { kind: 'start', customers, ...facts(form) },
      expectedRevision,
    );
  }, show),
  'follow-ups.change': answering(({ payload, ports, context }) => {
    const { expectedRevision, ...form } = parse(shapes.change, payload);
    return keepEngineer(
      ports,
      issueOf(context),
      form.profile,
      { kind: 'change', ...facts(form) },
      expectedRevision,
    );
  }, show),
  'follow-ups.add-customers': stepping((payload) => {
    const { customers, expectedRevision } = parse(shapes.customers, payload);
    return { step: { kind: 'add-customers', customers }, expectedRevision };
  }),
  'follow-ups.it-ready': stepping((payload) => {
    const { ready, expectedRevision } = parse(shapes.ready, payload);
    return { step: { kind: 'it-ready', ready }, expectedRevision };
  }),
  'follow-ups.override': stepping((payload) => {
    const { reason, expectedRevision } = parse(shapes.override, payload);
    return { step: { kind: 'override', reason }, expectedRevision };
  }),
  'letters.compose': answering(({ payload, ports, context }) =>
    composeLetters(ports, issueOf(context), parse(shapes.compose, payload).customers),
  ),
  'letters.sent': stepping((payload) => {
    const { customers, via, expectedRevision } = parse(shapes.sent, payload);
    return { step: { kind: 'sent', customers, via }, expectedRevision };
  }),
  'letters.raise': answering(({ payload, ports, context }) => {
    const { cid, seal, expectedRevision } = parse(shapes.raise, payload);
    return raiseForCustomer(ports, issueOf(context), cid, seal, expectedRevision);
  }, show),
  'row.step': stepping((payload) => {
    const { cid, step, remarks, expectedRevision } = parse(shapes.step, payload);
    return { step: { kind: 'row', cid, step, remarks: remarks ?? null }, expectedRevision };
  }),
  'sheet.read': answering(({ ports, context }) => followUpSheet(ports, issueOf(context))),
  'sheet.preview': answering(({ payload, ports, context }) =>
    previewSheet(ports, issueOf(context), parse(shapes.cells, payload).cells),
  ),
  'sheet.apply': answering(({ payload, ports, context }) => {
    const { cells, expectedRevision } = parse(shapes.apply, payload);
    return applySheet(ports, issueOf(context), cells, expectedRevision);
  }, show),
  'personal.delete': stepping((payload) => ({
    step: { kind: 'purge' },
    ...parse(common.expecting, payload),
  })),
});
