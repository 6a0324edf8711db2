// Where a case of each procedure may stand when everybody stops doing anything: one opening for each thing that is owed.
import type { Case } from '../../src/core/case';
import type { Actor } from '../../src/core/act';
import { askBack } from '../../src/core/wait-acts';
import { plusMs } from '../../src/core/instant';
import { aboutKeyAccounts } from '../../src/procedures/key-account/about';
import { beginMonthEnd } from '../../src/procedures/key-account/month-end-steps';
import type { StepKey } from '../../src/procedures/change-request/lifecycle';
import { AccessStory } from '../support/access';
import { ChangeStory, day, hour } from '../support/change-request';
import { Course, type Scene } from '../support/course';
import { HybridStory } from '../support/hybrid';
import { anAction, beginWeek, gates, KeyStory, proposal } from '../support/key-account';
import { anas, aPerson, Story } from '../support/sop';

/** What it is called, and a ticket that has come that far. */
export type Opening = readonly [name: string, begin: () => Scene];

/** Where a case of each procedure may stand. */
export const openings: Readonly<Record<string, readonly Opening[]>> = {
  'account-manager': accountManager(),
  'change-request': changeRequest(),
  'key-account': keyAccount(),
  'access-request': accessRequest(),
  'hybrid-account': hybridAccount(),
};

function accountManager(): Opening[] {
  const asked = (note = true): Story => {
    const story = new Story({ account: { kind: 'known', account: anas, chosen: false } });
    if (note) story.request();
    return story;
  };
  return [
    ['asked in the panel', () => asked()],
    [
      'the account manager is the regional manager as well',
      () => {
        const story = new Story();
        story.request();
        return story;
      },
    ],
    [
      'tagged on a ticket without an account',
      () => {
        const story = new Story({ account: { kind: 'unknown' } });
        story.managers = ['Ana'];
        story.comment('agent', { mentions: ['Ana'], text: '@Ana can you please confirm this?' });
        story.turn();
        return story;
      },
    ],
    [
      'the status set by hand, and nothing said',
      () => {
        const story = asked(false);
        story.moves('wfam').turn();
        return story;
      },
    ],
    [
      'the customer has replied meanwhile',
      () => {
        const story = asked().at('2026-03-02T11:00:00.000Z').customerReplies();
        story.turn();
        return story;
      },
    ],
    [
      'with management',
      () => {
        const story = asked().at('2026-03-02T11:00:00.000Z');
        story.turn({ kind: 'escalate', reason: 'the board asks' });
        return story;
      },
    ],
  ];
}

function changeRequest(): Opening[] {
  const at = (step: StepKey, then: (story: ChangeStory) => unknown = () => null): Opening => [
    step,
    () => {
      const story = new ChangeStory().upTo(step);
      then(story);
      return story;
    },
  ];
  const named = (name: string, [, begin]: Opening): Opening => [name, begin];
  return [
    [
      'nobody has said whether it is one',
      () => {
        const story = new ChangeStory({ requestTypes: ['Change'] });
        story.ticket = { ...story.ticket, requestType: 'Change', createdAt: story.now };
        story.do('relay');
        return story;
      },
    ],
    at('in-principle-client'),
    at('requirement'),
    at('impact'),
    at('cost'),
    at('internal-approval'),
    named(
      'internal approval, asked',
      at('internal-approval', (story) => story.ask('internal-approval')),
    ),
    named(
      'the approver needs information',
      at('internal-approval', (story) => {
        story.ask('internal-approval');
        const wait = 'gate:internal-approval:decide';
        const text = 'Which budget is it for?';
        const perform = (c: Case, actor: Actor) =>
          askBack(c, actor, { procedure: 'change-request', wait, text });
        story.act({ procedure: 'change-request', perform }, 'approver');
      }),
    ),
    named(
      'an issue of its own',
      at('classified', (story) => {
        story.policy = {
          ...story.policy,
          target: {
            project: { id: '1', key: 'EBH', name: 'EBH' },
            requestType: 'Change',
            linkType: 'Relates',
          },
        };
        story.do('integrator', {
          kind: 'classify',
          intake: 'csm',
          chargeable: true,
          implication: 'It will be charged by effort.',
          customerRep: 'customer',
        });
      }),
    ),
    named(
      'approval of the customer, asked',
      at('customer-approval', (story) => story.ask('customer-approval')),
    ),
    at('due-date'),
    at('interface'),
    at('interface-shared'),
    at('development'),
    at('deployed-to-qa'),
    at('qa'),
    at('uat'),
    at('deployed-to-production'),
    at('go-live'),
    named(
      'declined by QA',
      at('qa', (story) => story.no('qa', 'tester')),
    ),
    named(
      'on hold',
      at('impact', (story) =>
        story.do('csm', { kind: 'hold', reason: 'Budget freeze', until: '2026-03-10' }),
      ),
    ),
    [
      'closed by hand, in a queue that puts nothing back',
      () => {
        const story = new ChangeStory({ statuses: {} }).upTo('development');
        return story.moves('done', 'tester');
      },
    ],
  ];
}

function keyAccount(): Opening[] {
  const listing = (): KeyStory => {
    const story = new KeyStory({ account: anas });
    story.named = [anas, gates];
    story.step(proposal);
    return story;
  };
  const escalated = (): KeyStory => {
    const story = new KeyStory();
    story.step({
      kind: 'escalate',
      aspect: 'accuracy',
      what: 'Deductions of 40 employees are wrong.',
    });
    return story;
  };
  const then = (story: KeyStory, does: (story: KeyStory) => unknown): KeyStory => {
    does(story);
    return story;
  };
  const beginMonth = {
    procedure: 'key-account',
    perform: (c: Case, actor: Actor) => aboutKeyAccounts(beginMonthEnd)(c, actor, '2026-02'),
  };
  return [
    ['a change of the list', listing],
    [
      'an accepted change of the list',
      () =>
        then(listing(), (story) =>
          story.step({ kind: 'decide-listing', accept: true, note: null }, 'keeper'),
        ),
    ],
    [
      'the document of the month',
      () =>
        then(new KeyStory({ account: anas }), (story) =>
          story.doing(beginMonth, { accountId: 'relay' }),
        ),
    ],
    [
      'a weekly meeting',
      () =>
        then(new KeyStory({ account: anas }), (story) =>
          story.doing(beginWeek(), { accountId: 'relay' }),
        ),
    ],
    [
      'an action of a weekly meeting',
      () =>
        then(new KeyStory({ account: anas }), (story) => {
          story.doing(beginWeek(), { accountId: 'relay' });
          story.step(anAction('dev'));
          story.at('2026-03-03T15:00:00.000Z');
          story.step(
            {
              kind: 'hold-meeting',
              attended: [aPerson('keeper')],
              others: null,
              on: null,
              lookedAt: [],
            },
            'keeper',
          );
        }),
    ],
    [
      'an action of a weekly meeting that is moved to somebody else',
      () =>
        then(new KeyStory({ account: anas }), (story) => {
          story.doing(beginWeek(), { accountId: 'relay' });
          story.step(anAction('dev'));
          story.step(
            {
              kind: 'move-action',
              id: 1,
              due: '2026-03-10',
              owner: aPerson('peer'),
              reason: 'They know more.',
            },
            'keeper',
          );
        }),
    ],
    [
      'a release of which nothing is documented',
      () => then(new KeyStory({ ticket: { requestType: 'Release' } }), (story) => story.turn()),
    ],
    [
      'a release to be reviewed and witnessed',
      () =>
        then(new KeyStory(), (story) => {
          story.step({ kind: 'start-release', cid: null, authors: ['dev'] });
          story.step({ kind: 'set-facts', facts: { commit: 'a1b2c3d4' } });
          story.step({ kind: 'tick', item: 'diff', done: true, evidence: 'seen' });
          story.step({ kind: 'set-processing', value: false });
        }),
    ],
    [
      'production cycles of a release',
      () =>
        then(new KeyStory().signedOff(), (story) =>
          story.step({ kind: 'set-processing', value: true }),
        ),
    ],
    [
      'a production cycle that failed',
      () =>
        then(new KeyStory().signedOff(), (story) => {
          story.step({ kind: 'set-processing', value: true });
          story.at('2026-03-06T18:00:00.000Z').step({
            kind: 'record-cycle',
            date: '2026-03-06',
            passed: false,
            note: 'Deductions were wrong.',
            aspect: 'accuracy',
          });
        }),
    ],
    [
      'a witness who leaves',
      () =>
        then(new KeyStory().reviewed(), (story) => {
          story.step({ kind: 'set-processing', value: false, reason: 'Only a report.' });
          story.step({ kind: 'witness', step: 'commit', reason: null }, 'senior');
          story.people = { ...story.people, senior: aPerson('senior', { active: false }) };
          story.turn();
        }),
    ],
    [
      'somebody wants monitoring to end',
      () =>
        then(new KeyStory().signedOff(), (story) => {
          story.step({ kind: 'set-processing', value: true });
          story.at('2026-03-09T10:00:00.000Z').turn();
          story.step({ kind: 'set-processing', value: false, reason: 'Only a report.' });
        }),
    ],
    ['an escalation', escalated],
    [
      'an escalation to be resolved',
      () => then(escalated(), (story) => story.step({ kind: 'answer-escalation' }, 'senior')),
    ],
    [
      'an escalation in a closed ticket',
      () => then(escalated(), (story) => story.moves('done').turn()),
    ],
  ];
}

function accessRequest(): Opening[] {
  const begun = () => new AccessStory().begin({ workStart: null }, ['ALDR']);
  return [
    [
      'Internal IT is not ready',
      () => {
        const story = new AccessStory();
        story.turn({
          kind: 'start',
          customers: ['ALDR', 'BRCH'],
          engineer: 'engineer',
          employmentStart: '2026-03-02',
          workStart: '2026-06-01',
          onFile: ['name', 'email', 'phone'],
        });
        return story;
      },
    ],
    ['two requests to be sent', () => new AccessStory().begin()],
    ['sent', () => begun().sent('ALDR')],
    [
      'the customer has replied',
      () => {
        const story = begun().sent('ALDR');
        story.says('acknowledged', 'ALDR', 'engineer');
        return story;
      },
    ],
    [
      'an account to be tested',
      () => {
        const story = begun().sent('ALDR');
        story.says('created');
        return story;
      },
    ],
    [
      'an account that does not work',
      () => {
        const story = begun().sent('ALDR');
        story.says('created');
        story.says('not-functional', 'ALDR', 'engineer');
        return story;
      },
    ],
    [
      'work starts soon',
      () => new AccessStory().begin({ workStart: '2026-03-09' }, ['ALDR']).sent('ALDR'),
    ],
    [
      'escalated to the CSM by hand',
      () => {
        const story = begun().sent('ALDR');
        story.turn({ kind: 'escalate', cid: 'ALDR', reason: 'They start on Monday.' });
        return story;
      },
    ],
    [
      'an engineer without an account here',
      () => new AccessStory().begin({ engineer: null, workStart: null }, ['ALDR']).sent('ALDR'),
    ],
    [
      'an engineer who leaves',
      () => {
        const story = begun().sent('ALDR');
        story.says('created');
        story.says('verified', 'ALDR', 'engineer');
        story.turn({ kind: 'leave', on: '2026-03-06' });
        return story;
      },
    ],
  ];
}

function hybridAccount(): Opening[] {
  return [
    ['an onboarding', () => new HybridStory().start()],
    ['an onboarding to be acknowledged', () => new HybridStory().start().tick('inform', 'ops')],
    [
      'both calls',
      () =>
        new HybridStory()
          .start()
          .tick('inform', 'ops')
          .turn({ kind: 'acknowledge-onboarding' }, 'fmc'),
    ],
    ['after both calls', () => new HybridStory().joined()],
    [
      'a meeting with a time',
      () =>
        new HybridStory()
          .joined()
          .turn({ kind: 'set-meeting', at: '2026-03-10T10:00:00.000Z' }, 'csm'),
    ],
    ['an update to be acknowledged', () => new HybridStory().share('csm')],
    [
      'a question to the other department',
      () => new HybridStory().turn({ kind: 'ask-question', text: 'When?' }, 'csm'),
    ],
    [
      'a ticket with the integrations team',
      () =>
        new HybridStory().turn(
          {
            kind: 'raise-integration',
            symptom: 'places',
            summary: 'Wrong places',
            description: '',
            checked: [],
          },
          'csm',
        ),
    ],
    [
      'an account that is no longer hybrid',
      () => {
        const story = new HybridStory().start();
        story.products = ['LMS'];
        return story.turn();
      },
    ],
  ];
}

/** The same, some hours or days later: time has passed, and nobody has done anything. */
export const afterwards = (scene: Scene, ms: number): Course =>
  new Course(scene).until(plusMs(scene.situation.now, ms));

/** How long after its opening each is looked at. */
export const later: readonly (readonly [string, number])[] = [
  ['at once', 0],
  ['an hour later', hour],
  ['three days later', 3 * day],
  ['eight days later', 8 * day],
];
