import { makeResolver } from '@forge/resolver';
import {
  evidenceChoices,
  fileNamed,
  previewContent,
  readChange,
  readDocument,
  stepChange,
} from '../../procedures/change-request/pages/change-panel';
import type {
  ChangeRequestApi,
  ChangeView,
  ContentForm,
  EvidenceForm,
} from '../../procedures/change-request/contract/panel';
import type { Evidence } from '../../procedures/change-request/change-request';
import type { ContentEdit } from '../../procedures/change-request/content';
import type { ChangeStep } from '../../procedures/change-request/act';
import type { StepKey } from '../../procedures/change-request/lifecycle';
import { changeShapes as shapes } from '../../procedures/change-request/pages/inputs';
import { answering, type Asked, issueOf } from './answering';
import { parse, shapes as common } from '../../app/input';

const show = ({ ports, context }: Asked): Promise<ChangeView> =>
  readChange(ports, issueOf(context));

type Step = { readonly step: ChangeStep; readonly expectedRevision: number };

/** A step in the panel's own ticket; a stale page gets the fresh state with the problem. */
const stepping = (read: (payload: unknown, asked: Asked) => Step | Promise<Step>) =>
  answering(async (asked) => {
    const { step, expectedRevision } = await read(asked.payload, asked);
    return stepChange(asked.ports, issueOf(asked.context), step, expectedRevision);
  }, show);

/** Half days are whole inside, so that sums are exact. */
function editOf(form: ContentForm): ContentEdit {
  if (form.part === 'impact')
    return { ...form, effort: form.effort.map(({ role, days }) => ({ role, halfDays: days * 2 })) };
  return form;
}

/** What the page says of a file is checked against the ticket; of a comment, the rules look themselves. */
async function evidenceOf({ ports, context }: Asked, form: EvidenceForm): Promise<Evidence> {
  switch (form.kind) {
    case 'attachment':
      return { ...form, name: await fileNamed(ports, issueOf(context), form.id) };
    case 'mail':
      return form;
    case 'comment':
      return { kind: 'comment', comment: form.comment, author: '', at: '' };
  }
}

export const answerChangeRequest = makeResolver<ChangeRequestApi>({
  'change.get': answering(show),
  'change.classify': stepping((payload) => {
    const { expectedRevision, ...form } = parse(shapes.classify, payload);
    return { step: { kind: 'classify', ...form }, expectedRevision };
  }),
  'content.preview': answering(({ payload, ports, context }) =>
    previewContent(
      ports,
      issueOf(context),
      editOf(parse(shapes.preview, payload).edit as ContentForm),
    ),
  ),
  'content.save': stepping((payload) => {
    const { edit, expectedRevision } = parse(shapes.save, payload);
    return { step: { kind: 'edit', edit: editOf(edit as ContentForm) }, expectedRevision };
  }),
  'gate.ask': stepping((payload) => {
    const { gate, expectedRevision } = parse(shapes.gate, payload);
    return { step: { kind: 'ask', gate }, expectedRevision };
  }),
  'gate.approve': stepping((payload) => {
    const { gate, note, expectedRevision } = parse(shapes.approve, payload);
    return { step: { kind: 'approve', gate, version: null, note: note ?? null }, expectedRevision };
  }),
  'gate.decline': stepping((payload) => {
    const { gate, reason, backTo, expectedRevision } = parse(shapes.decline, payload);
    return {
      step: { kind: 'decline', gate, version: null, reason, backTo: backTo ?? null },
      expectedRevision,
    };
  }),
  'gate.record': stepping(async (payload, asked) => {
    const { gate, approved, evidence, reason, backTo, expectedRevision } = parse(
      shapes.record,
      payload,
    );
    return {
      step: {
        kind: 'record',
        gate,
        approved,
        evidence: await evidenceOf(asked, evidence),
        reason: reason ?? null,
        backTo: backTo ?? null,
      },
      expectedRevision,
    };
  }),
  'gate.skip': stepping((payload) => {
    const { gate, reason, expectedRevision } = parse(shapes.skip, payload);
    return { step: { kind: 'skip', gate, reason }, expectedRevision };
  }),
  'evidence.choices': answering(({ ports, context }) => evidenceChoices(ports, issueOf(context))),
  'step.complete': stepping((payload) => {
    const { step, build, note, expectedRevision } = parse(shapes.complete, payload);
    return {
      step: {
        kind: 'complete',
        step: step as StepKey,
        build: build ?? null,
        note: note === undefined || note === '' ? null : note,
      },
      expectedRevision,
    };
  }),
  'progress.note': stepping((payload) => {
    const { text, expectedRevision } = parse(shapes.progress, payload);
    return { step: { kind: 'progress', text }, expectedRevision };
  }),
  'issue.create': stepping((payload) => ({
    step: { kind: 'create-issue' },
    ...parse(common.expecting, payload),
  })),
  'change.hold': stepping((payload) => {
    const { reason, expectedRevision } = parse(shapes.reason, payload);
    return { step: { kind: 'hold', reason }, expectedRevision };
  }),
  'change.resume': stepping((payload) => ({
    step: { kind: 'resume' },
    ...parse(common.expecting, payload),
  })),
  'change.withdraw': stepping((payload) => {
    const { reason, expectedRevision } = parse(shapes.reason, payload);
    return { step: { kind: 'withdraw', reason }, expectedRevision };
  }),
  'document.read': answering(({ ports, context }) => readDocument(ports, issueOf(context))),
});
