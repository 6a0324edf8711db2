// What somebody who knows their work gives the acts that stand in the lists, for every procedure.
import { changeOf, withChange, withMoved } from '../../src/procedures/change-request/state';
import { createIssue } from '../../src/procedures/change-request/effects';
import type { GateKey, StepKey } from '../../src/procedures/change-request/lifecycle';
import { gates } from '../../src/procedures/change-request/lifecycle';
import { presentSteps, stateOfGate } from '../../src/procedures/change-request/standing';
import { changeRequestSettingsOf } from '../../src/procedures/change-request/settings/policy';
import { accessOf } from '../../src/procedures/access-request/state';
import type { RowStep } from '../../src/procedures/access-request/said';
import { keyPartOf } from '../../src/procedures/key-account/key-part';
import { onboardingOf } from '../../src/procedures/hybrid-account/state';
import { emptyLedger } from '../../src/core/ledger';
import { accessAct, askAct, changeAct, hybridAct, keyAct } from './acts';
import { impact, wholeInterface } from './change-request';
import type { Course } from './course';
import { actorFor, type Line, type ValidInput, type Work } from './list-robot';
import { validAct } from './valid-input';
import { chads } from './sop';

/** The second part of a key, such as the gate of `gate:uat:chase`. */
const part = ({ wait }: Line, place = 1): string => wait.split(':')[place] ?? '';
/** What anybody would give these acts. */
const usual = (procedure: string, ...acts: string[]): Work['inputs'] =>
  Object.fromEntries(
    acts.map((act): [string, ValidInput] => [
      `${procedure}.${act}`,
      (line, course) => validAct(procedure, act, course, line.wait),
    ]),
  );
const notYet = ({ dueAt }: Line, { now }: Course): boolean => now < dueAt;
const link = 'https://records.example/1';

const changeRequest: Work = {
  inputs: {
    ...usual('change-request', 'ask', 'approve', 'share-interface', 'create-issue'),
    'change-request.classify': () =>
      changeAct({
        kind: 'classify',
        intake: 'customer-ticket',
        chargeable: true,
        implication: 'It will be charged by effort.',
        customerRep: 'customer',
      }),
    'change-request.not-a-change': () => null,
    'change-request.save': (line, course) => {
      if (line.wait === 'firm-date')
        return notYet(line, course)
          ? null
          : changeAct({ kind: 'save', edit: { part: 'due-date', dueDate: '2026-04-30' } });
      const parts = {
        classified: {
          part: 'classification',
          chargeable: true,
          implication: 'It will be charged by effort.',
          customerRep: 'customer',
        },
        requirement: { part: 'requirement', requirement: 'Nightly export', documentUrl: link },
        impact: impact(3),
        cost: { part: 'cost' },
        'due-date': { part: 'due-date', dueDate: '2026-04-10' },
        interface: wholeInterface,
      } as const;
      return changeAct({ kind: 'save', edit: parts[part(line) as keyof typeof parts] });
    },
    'change-request.decline': () => null,
    // Nobody runs after somebody who was asked just now.
    'change-request.follow-up': (line, course) =>
      notYet(line, course)
        ? null
        : changeAct({ kind: 'follow-up', gate: part(line) as GateKey, note: null }),
    'change-request.record': () => null,
    'change-request.complete': (line) =>
      changeAct({
        kind: 'complete',
        step: part(line) as StepKey,
        build:
          /build (\S+)$/u.exec(line.title)?.[1] ?? (/deployed/u.test(line.wait) ? '1.0' : null),
        note: null,
      }),
    'change-request.note-progress': () => null,
    'change-request.resume': (line, course) =>
      notYet(line, course) ? null : changeAct({ kind: 'resume' }),
    'change-request.hold': () => null,
    'change-request.withdraw': (line) =>
      line.wait === 'closed' ? changeAct({ kind: 'withdraw', reason: 'It was closed.' }) : null,
  },
  outside: (course) => {
    const change = changeOf(course.ledger);
    const policy = changeRequestSettingsOf(course.situation.queue);
    if (change === undefined || policy === undefined) return false;
    const present = presentSteps(change, policy).map(({ key }) => key);
    const gate = gates.find(
      ({ key, owner }) =>
        owner === 'customer' &&
        present.includes(key) &&
        stateOfGate(change, policy, key) === 'open',
    );
    if (gate === undefined) return false;
    const act = changeAct({ kind: 'approve', gate: gate.key, version: null, note: null });
    return course.look({ act, actor: actorFor('customer') }).refused === null;
  },
  // CR-12: it goes on in an issue of its own, and a pointer stays.
  beyond: (course) => {
    const { effects } = course.last ?? { effects: [] };
    const raises = effects.some(
      ({ command }) => command.kind === 'own' && command.effect === createIssue.name,
    );
    const change = changeOf(course.ledger);
    if (!raises || change === undefined) return;
    const there = { issueId: '101', key: 'CR-1', at: course.now };
    const left = withMoved(course.ledger, there);
    const { issueId, key, projectId, clocksUnder = 0 } = left;
    const fresh = { ...emptyLedger(there.issueId, there.key, projectId), clocksUnder };
    course.goesOnIn(
      withChange(fresh, {
        ...change,
        done: { ...change.done, issue: { by: 'csm', at: course.now } },
        stepSince: course.now,
        shown: null,
        from: { issueId, key, linkType: 'Relates' },
        linked: false,
      }),
    );
  },
};

const sections: Readonly<Record<string, string>> = {
  commit: 'commit-review',
  release: 'release',
  'post-release': 'post-release',
};

const keyAccount: Work = {
  inputs: {
    ...usual(
      'key-account',
      'start-release',
      'set-processing',
      'review',
      'witness',
      'finish-release',
      'answer-escalation',
      'resolve-escalation',
      'decide-listing',
      'document-updated',
      'confirm-month-end',
      'set-rhythm',
      'hold-meeting',
      'finish-action',
    ),
    'key-account.skip-meeting': () => null,
    'key-account.move-action': () => null,
    'key-account.no-release': () => null,
    'key-account.set-facts': (line, course) => {
      const facts = keyPartOf(course.ledger)?.release?.facts;
      if (facts === undefined) return null;
      const wanted = {
        ...(facts.commit === null ? { commit: 'a1b2c3d4' } : {}),
        ...(facts.authors.length === 0 ? { authors: ['dev'] } : {}),
        ...(line.wait.endsWith(':release') && facts.deployedAt === null
          ? {
              build: '7.4.1',
              environment: 'Production',
              deployer: 'dev',
              deployedAt: course.now,
            }
          : {}),
        ...(line.wait.endsWith(':post-release') && facts.results === null
          ? { results: 'All green.' }
          : {}),
      };
      return Object.keys(wanted).length === 0 ? null : keyAct({ kind: 'set-facts', facts: wanted });
    },
    'key-account.tick': (line, course) => {
      const open = keyPartOf(course.ledger)?.release?.items.find(
        ({ section, done, required }) =>
          done === null && required && section === sections[part(line, 2)],
      );
      return open === undefined
        ? null
        : keyAct({ kind: 'tick', item: open.id, done: true, evidence: 'seen' });
    },
    'key-account.hand-over-witness': (_line, _course, by) =>
      keyAct({ kind: 'hand-over-witness', to: by, reason: 'They cannot go on.' }),
    'key-account.decide-monitoring': () =>
      keyAct({ kind: 'decide-monitoring', end: false, note: 'Pay depends on it.' }),
    // "Watch the production cycle of …" comes before there is anything to record.
    'key-account.record-cycle': (line, course) =>
      line.wait.endsWith(':ahead') && notYet(line, course)
        ? null
        : keyAct({ kind: 'record-cycle', date: line.wait.slice(6, 16), passed: true, note: '' }),
  },
};

/** Customers that have set up what they were asked for. */
function accessWork(): Work {
  const created = new Set<string>();
  const rows = (course: Course, ...progress: string[]) =>
    (accessOf(course.ledger)?.rows ?? []).filter((row) => progress.includes(row.progress));
  const report = (cid: string, step: RowStep) =>
    accessAct({ kind: 'report', cid, step, remarks: null });
  return {
    inputs: {
      ...usual('access-request', 'it-ready'),
      'access-request.send': (line, course) => {
        if (line.wait !== 'send') return null;
        const customers = rows(course, 'not-sent').map(({ cid }) => cid);
        return accessAct({ kind: 'send', customers, via: 'eml' });
      },
      'access-request.raise': () => null,
      'access-request.escalate': () => null,
      'access-request.report': (line, course) => {
        const [kind] = line.wait.split(':');
        // Who spoke to them just now does so again when it is time to.
        if (kind === 'follow-up')
          return part(line, 2) === 'chase' && notYet(line, course)
            ? null
            : report(part(line), 'customer-told');
        if (kind === 'closing') {
          const [open] = (accessOf(course.ledger)?.rows ?? []).filter(
            (row) => row.accountClosedAt === undefined && row.requestedAt !== null,
          );
          return open === undefined ? null : report(open.cid, 'account-closed');
        }
        if (kind === 'test') {
          const [there] = rows(course, 'created');
          return there === undefined ? null : report(there.cid, 'verified');
        }
        if (kind === 'repair') {
          const [broken] = rows(course, 'not-functional');
          return broken === undefined ? null : report(broken.cid, 'created');
        }
        const [news] = rows(course, 'sent', 'acknowledged').filter(({ cid }) => created.has(cid));
        return news === undefined ? null : report(news.cid, 'created');
      },
    },
    outside: (course) => {
      const [next] = rows(course, 'sent', 'acknowledged').filter(({ cid }) => !created.has(cid));
      if (next !== undefined) created.add(next.cid);
      return next !== undefined;
    },
  };
}

const hybridAccount: Work = {
  inputs: {
    ...usual(
      'hybrid-account',
      'acknowledge-onboarding',
      'acknowledge-updates',
      'answer-question',
      'resolve-integration',
      'decide-onboarding',
    ),
    'hybrid-account.finish-task': (line, course) => {
      const task = part(line);
      const meets = onboardingOf(course.ledger)?.meetingAt ?? null;
      if (task === 'sync' && meets !== null && meets > course.now) return null;
      return hybridAct({ kind: 'finish-task', task, note: null, at: null, url: link });
    },
    'hybrid-account.set-meeting': (_line, course) =>
      hybridAct({
        kind: 'set-meeting',
        at: new Date(Date.parse(course.now) + 20 * 3_600_000).toISOString(),
      }),
  },
};

const accountManager: Work = {
  inputs: {
    ...usual('account-manager', 'answer', 'put-back', 'add-note', 'request-now'),
    'account-manager.promise': () => null,
    'account-manager.choose-account': () => {
      const { procedure, perform } = askAct({ kind: 'choose-account', cid: chads.cid });
      return {
        procedure,
        // The use case has looked it up before.
        perform: (c, actor) => {
          c.countTo(chads);
          return perform(c, actor);
        },
      };
    },
    'account-manager.set-aside': () => null,
    'account-manager.withdraw': () => null,
  },
  beyond: (course) => {
    if (course.ledger.chosen === chads.cid)
      course.set({ account: { kind: 'known', account: chads, chosen: true } });
  },
};

/** How the work of each procedure is done; of a case of its own, as it remembers what its customers did. */
export const workOf: Readonly<Record<string, () => Work>> = {
  'account-manager': () => accountManager,
  'change-request': () => changeRequest,
  'key-account': () => keyAccount,
  'access-request': accessWork,
  'hybrid-account': () => hybridAccount,
};
