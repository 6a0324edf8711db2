import { makeResolver } from '@forge/resolver';
import {
  readKeyAccount,
  stepKeyAccount,
} from '../../procedures/key-account/pages/key-account-panel';
import type { KeyAccountApi, KeyAccountView } from '../../procedures/key-account/contract/panel';
import type { KeyStep } from '../../procedures/key-account/act';
import type { ReleaseFacts } from '../../procedures/key-account/release';
import { answering, type Asked, issueOf } from './answering';
import { parse, shapes as common } from '../../app/input';
import { keyAccountShapes as shapes } from '../../procedures/key-account/pages/inputs';

const show = ({ ports, context }: Asked): Promise<KeyAccountView> =>
  readKeyAccount(ports, issueOf(context));

/** A step in the panel's own ticket; a stale page gets the fresh state with the problem. */
const stepping = (
  read: (payload: unknown) => { readonly step: KeyStep; readonly expectedRevision: number | null },
) =>
  answering(({ payload, ports, context }) => {
    const { step, expectedRevision } = read(payload);
    return stepKeyAccount(ports, issueOf(context), step, expectedRevision);
  }, show);

const blank = (text: string | undefined): string | null =>
  text === undefined || text === '' ? null : text;

export const answerKeyAccount = makeResolver<KeyAccountApi>({
  'key.get': answering(show),
  'listing.propose': stepping((payload) => {
    const { expectedRevision, ...listing } = parse(shapes.propose, payload);
    return { step: { kind: 'propose', ...listing }, expectedRevision };
  }),
  'listing.decide': stepping((payload) => {
    const { accept, note, expectedRevision } = parse(shapes.decide, payload);
    return { step: { kind: 'decide-listing', accept, note: blank(note) }, expectedRevision };
  }),
  'escalation.raise': stepping((payload) => {
    const { aspect, what, expectedRevision } = parse(shapes.escalate, payload);
    return { step: { kind: 'escalate', aspect, what }, expectedRevision };
  }),
  'escalation.answer': stepping((payload) => ({
    step: { kind: 'answer-escalation' },
    ...parse(common.expecting, payload),
  })),
  'escalation.resolve': stepping((payload) => {
    const { how, expectedRevision } = parse(shapes.resolve, payload);
    return { step: { kind: 'resolve-escalation', how }, expectedRevision };
  }),
  'release.start': stepping((payload) => {
    const { cid, authors, expectedRevision } = parse(shapes.start, payload);
    return { step: { kind: 'start-release', cid, authors }, expectedRevision };
  }),
  'release.facts': stepping((payload) => {
    const { facts, expectedRevision } = parse(shapes.facts, payload);
    const changed = Object.fromEntries(
      Object.entries(facts).filter(([, value]) => value !== undefined),
    ) as Partial<ReleaseFacts>;
    return { step: { kind: 'set-facts', facts: changed }, expectedRevision };
  }),
  'release.processing': stepping((payload) => {
    const { value, expectedRevision } = parse(shapes.processing, payload);
    return { step: { kind: 'set-processing', value }, expectedRevision };
  }),
  'release.tick': stepping((payload) => {
    const { item, done, evidence } = parse(shapes.tick, payload);
    return {
      step: { kind: 'tick', item, done, evidence: blank(evidence) },
      expectedRevision: null,
    };
  }),
  'release.review': stepping((payload) => {
    const { as, expectedRevision } = parse(shapes.review, payload);
    return { step: { kind: 'review', as }, expectedRevision };
  }),
  'release.client-review': stepping((payload) => ({
    step: { kind: 'client-review' },
    ...parse(common.expecting, payload),
  })),
  'release.attest': stepping((payload) => {
    const { step, reason, expectedRevision } = parse(shapes.attest, payload);
    return { step: { kind: 'attest', step, reason: blank(reason) }, expectedRevision };
  }),
  'release.cycle': stepping((payload) => {
    const { date, passed, note, expectedRevision } = parse(shapes.cycle, payload);
    return { step: { kind: 'record-cycle', date, passed, note: note ?? '' }, expectedRevision };
  }),
  'release.finish': stepping((payload) => ({
    step: { kind: 'finish-release' },
    ...parse(common.expecting, payload),
  })),
  'month-end.confirm': stepping((payload) => {
    const { note, expectedRevision } = parse(shapes.confirm, payload);
    return { step: { kind: 'confirm-month-end', note: blank(note) }, expectedRevision };
  }),
});
