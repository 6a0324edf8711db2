// A change request from its classification to the go-live sign-off (CR-02 to CR-33, C7).
import {
  counted,
  type Attempt,
  type Page,
  type Procedure,
  type Site,
  soundBroken,
} from './procedure';

interface View extends Page {
  readonly today: string;
  readonly state: 'none' | 'running' | 'on-hold' | 'withdrawn' | 'done';
  readonly next: readonly { readonly step: string }[];
  readonly steps: readonly {
    readonly key: string;
    readonly state: 'done' | 'skipped' | 'now' | 'again' | 'later';
  }[];
  readonly gates: readonly {
    readonly gate: string;
    readonly side: 'team' | 'customer';
    readonly state: string;
    readonly verdicts: readonly {
      readonly receipt: number;
      readonly approved: boolean;
      readonly via: string;
      readonly by: { readonly accountId: string };
      readonly at: string;
    }[];
  }[];
}

interface PortalPage {
  readonly decision: { readonly gate: string; readonly version: number } | null;
}

const portal = 'change-request-portal';
const customer = 'nora.quist';
/** Who decides at our gates. */
const deciders: Readonly<Record<string, string>> = {
  'in-principle-internal': 'priya.nair',
  'internal-approval': 'priya.nair',
  qa: 'hana.sato',
};
const ours = [
  'Priya',
  'Nair',
  'Dana',
  'Elif',
  'Kaya',
  'Kofi',
  'Mensah',
  'Luca',
  'Moretti',
  'Hana',
  'Sato',
];
/** What an interface document says. */
export const headings = {
  'planned-interfaces': 'One nightly file',
  apis: 'POST /exports',
  'process-steps': 'Collect, write, send',
  schemas: 'export.schema.json',
  'request-payloads': '{}',
  responses: '202',
};

const save = (as: string, edit: object): Attempt => ({
  as,
  call: 'change-request.save',
  payload: { edit },
});
const finish = (as: string, step: string, build?: string): Attempt => ({
  as,
  call: 'change-request.complete',
  payload: { step, ...(build === undefined ? {} : { build }) },
});

/** The work between the gates, and whose it is. */
const work: Readonly<Record<string, Attempt>> = {
  requirement: save('dana.fox', {
    part: 'requirement',
    requirement: 'Export the payroll every night',
    documentUrl: null,
  }),
  impact: save('elif.kaya', {
    part: 'impact',
    approach: 'A job that writes the file',
    effort: [{ role: 'Integration engineer', days: 12 }],
    timeline: { from: '2026-03-16', until: '2026-04-03' },
  }),
  cost: save('dana.fox', { part: 'cost' }),
  'due-date': save('kofi.mensah', { part: 'due-date', dueDate: '2026-04-10' }),
  interface: save('kofi.mensah', { part: 'interface', url: null, headings }),
  'interface-shared': { as: 'kofi.mensah', call: 'change-request.share-interface', payload: {} },
  development: finish('kofi.mensah', 'development'),
  'deployed-to-qa': finish('luca.moretti', 'deployed-to-qa', '2026.3'),
  'deployed-to-integration': finish('luca.moretti', 'deployed-to-integration', '2026.3'),
  'deployed-to-production': finish('luca.moretti', 'deployed-to-production', '2026.3'),
};

async function atGate(
  { gate, side, state }: View['gates'][number],
  no: boolean,
  site: Site,
): Promise<Attempt | null> {
  if (state === 'to-ask' || state === 'lapsed' || state === 'declined')
    return { as: 'dana.fox', call: 'change-request.ask', payload: { gate } };
  if (side === 'team') {
    const as = deciders[gate] ?? '';
    return no
      ? { as, call: 'change-request.decline', payload: { gate, reason: 'Not like this.' } }
      : { as, call: 'change-request.approve', payload: { gate } };
  }
  const { decision } = await site.look<PortalPage>(customer, 'request.get', portal);
  if (decision === null) return null;
  const { version } = decision;
  return no
    ? {
        as: customer,
        module: portal,
        call: 'change-request.decline',
        payload: { gate: decision.gate, version, reason: 'Not like this.' },
      }
    : {
        as: customer,
        module: portal,
        call: 'change-request.approve',
        payload: { gate: decision.gate, version },
      };
}

export const changeRequest: Procedure<View> = {
  name: 'change-request',
  module: 'change-request',
  ticket: {
    project: 'CHG',
    requestType: 'Change request',
    organization: 'Northwind Credit Union',
    reporter: customer,
  },
  read: { call: 'change.get', as: 'dana.fox' },

  async next(view, random, site) {
    if (view.state === 'none') {
      return {
        as: 'elif.kaya',
        call: 'change-request.classify',
        payload: {
          intake: 'customer-ticket',
          chargeable: true,
          implication: 'Charged by effort.',
          customerRep: null,
        },
      };
    }
    if (view.state === 'on-hold')
      return { as: 'dana.fox', call: 'change-request.resume', payload: {} };
    if (view.state !== 'running' || view.next.length === 0) return null;
    if (random.int(1, 25) === 1)
      return {
        as: 'dana.fox',
        call: 'change-request.hold',
        payload: { reason: 'The customer is on holiday.' },
      };
    const { step } = random.pick(view.next);
    const gate = view.gates.find((one) => one.gate === step);
    return gate === undefined ? (work[step] ?? null) : atGate(gate, random.int(1, 10) === 1, site);
  },

  mistake(view, random) {
    if (view.state !== 'running')
      return {
        as: 'lin.chen',
        call: 'change-request.approve',
        payload: { gate: 'internal-approval' },
      };
    const now = view.next.map(({ step }) => step);
    const later = view.steps
      .filter(({ key, state }) => state === 'later' && !now.includes(key))
      .map(({ key }) => key);
    const decision = random.pick([
      'in-principle-client',
      'customer-approval',
      'interface-approval',
      'uat',
      'go-live',
    ]);
    return random.pick<Attempt>([
      { as: 'dana.fox', call: 'change-request.approve', payload: { gate: decision } },
      {
        as: 'lin.chen',
        call: 'change-request.approve',
        payload: { gate: random.pick(Object.keys(deciders)) },
      },
      {
        as: 'hugo.stein',
        module: portal,
        call: 'change-request.approve',
        payload: { gate: decision, version: 1 },
      },
      save('elif.kaya', {
        part: 'impact',
        approach: 'x',
        effort: [{ role: 'Integration engineer', days: -3 }],
        timeline: { from: null, until: null },
      }),
      ...(later.includes('deployed-to-production')
        ? [finish('luca.moretti', 'deployed-to-production', '2026.3')]
        : []),
    ]);
  },

  async judge(end) {
    const { view, clicks, site } = end;
    const broken = soundBroken(end);
    if (view.state === 'none')
      return counted(clicks, ({ call }) => call === 'change-request.classify').least > 0
        ? [...broken, 'the change request is lost']
        : broken;
    for (const { gate, side, verdicts } of view.gates) {
      const receipts = verdicts.map(({ receipt }) => receipt);
      if (new Set(receipts).size !== receipts.length)
        broken.push(`${gate}: a decision is kept twice`);
      for (const { approved, via, by } of verdicts) {
        const right =
          side === 'customer' ? site.accountId(customer) : site.accountId(deciders[gate] ?? '');
        if (by.accountId !== right || (side === 'customer' && via !== 'portal'))
          broken.push(
            `${gate}: ${approved ? 'approved' : 'declined'} by ${by.accountId} over the ${via}`,
          );
      }
    }
    const first = view.steps.findIndex(({ state }) => state === 'later');
    // CR-05: our agreement in principle is sought beside the customer's, and stands when theirs does not.
    const early =
      first < 0
        ? []
        : view.steps
            .slice(first)
            .filter(({ key, state }) => state === 'done' && key !== 'in-principle-internal');
    broken.push(...early.map(({ key }) => `${key} is done before what comes first`));
    const approvals = counted(
      clicks,
      ({ call, mistake }) =>
        !mistake && (call === 'change-request.approve' || call === 'change-request.approve'),
    );
    if (view.state === 'done' && approvals.most < view.gates.length)
      broken.push(`it is done after ${approvals.most} approvals of ${view.gates.length}`);
    const page = JSON.stringify(await site.look<object>(customer, 'request.get', portal));
    for (const name of ours) if (page.includes(name)) broken.push(`the customer reads "${name}"`);
    const told = clicks.some(
      ({ call, payload, outcome }) =>
        call === 'change-request.ask' &&
        outcome !== 'refused' &&
        (payload as { gate: string }).gate === 'customer-approval',
    );
    if (!told && /\bUSD\b/u.test(page))
      broken.push('the customer reads what it costs before it is asked');
    return broken;
  },
};
