// The accounts of a new engineer at customers (EA-12, EA-20 to EA-23).
import { counted, type Clicked, type Page, type Procedure, soundBroken } from './procedure';

interface View extends Page {
  readonly today: string;
  readonly state: 'off' | 'none' | 'started';
  readonly request: {
    readonly employmentStart: string;
    readonly itReady: { readonly at: string } | null;
  } | null;
  readonly rows: readonly {
    readonly cid: string;
    readonly state: string;
    readonly attempts: number;
    readonly requestedAt: string | null;
    readonly steps: readonly string[];
    readonly sendable: boolean;
  }[];
}

const lead = 'greta.holm';
const profile = { name: 'Quilla Zorn', email: 'quilla.zorn@person.example', phone: '+1 555 0137' };
const employmentStart = '2026-03-06';
const steps = ['acknowledged', 'created', 'verified', 'not-functional'];
const customersOf = ({ payload }: Clicked): readonly string[] =>
  (payload as { customers?: readonly string[] }).customers ?? [];

export const access: Procedure<View> = {
  name: 'access',
  module: 'follow-ups',
  ticket: {
    project: 'OPS',
    requestType: 'Access for a new engineer',
    organization: null,
    reporter: 'ben.ito',
  },
  read: { call: 'follow-ups.get', as: lead },

  async next(view, random, { accountId }) {
    if (view.state !== 'started') {
      return {
        as: lead,
        call: 'access-request.start',
        payload: {
          engineer: accountId('sami.lund'),
          employmentStart,
          workStart: '2026-04-15',
          customers: ['NWCU', 'ALDR', 'BRCH'],
          profile,
        },
      };
    }
    if (view.request?.itReady === null)
      return { as: 'ivan.reed', call: 'access-request.it-ready', payload: { ready: true } };
    if (view.today < employmentStart) return null;
    const unsent = view.rows.filter(
      ({ requestedAt, sendable }) => requestedAt === null && sendable,
    );
    if (unsent.length > 0)
      return {
        as: lead,
        call: 'access-request.send',
        payload: { customers: [random.pick(unsent).cid], via: 'eml' },
      };
    const open = view.rows.filter((row) => row.steps.some((step) => steps.includes(step)));
    if (open.length === 0) return null;
    const row = random.pick(open);
    return {
      as: lead,
      call: 'access-request.report',
      payload: {
        cid: row.cid,
        step: random.pick(row.steps.filter((step) => steps.includes(step))),
        remarks: 'As they wrote.',
      },
    };
  },

  mistake(view, random) {
    if (view.state !== 'started')
      return { as: 'lin.chen', call: 'access-request.it-ready', payload: { ready: true } };
    if (view.today < employmentStart || view.request?.itReady === null)
      return {
        as: lead,
        call: 'access-request.send',
        payload: { customers: ['NWCU'], via: 'eml' },
      };
    return random.pick([
      { as: 'lin.chen', call: 'access-request.send', payload: { customers: ['NWCU'], via: 'eml' } },
      {
        as: 'ivan.reed',
        call: 'access-request.report',
        payload: { cid: 'NWCU', step: 'verified', remarks: 'Not mine to say.' },
      },
      { as: lead, call: 'access-request.send', payload: { customers: ['NOPE'], via: 'eml' } },
    ]);
  },

  async judge(end) {
    const { view, clicks, ticket } = end;
    const broken = soundBroken(end);
    if (view.state !== 'started')
      return counted(clicks, ({ call }) => call === 'access-request.start').least > 0
        ? [...broken, 'the access request that was started is lost']
        : broken;
    for (const { cid, requestedAt, attempts } of view.rows) {
      const sent = counted(
        clicks,
        (click) =>
          click.call === 'access-request.send' &&
          !click.mistake &&
          customersOf(click).includes(cid),
      );
      if (attempts < sent.least || attempts > sent.most)
        broken.push(`${cid}: sent ${attempts} times of ${sent.least} to ${sent.most}`);
      if (requestedAt === null) continue;
      const ready = view.request?.itReady?.at;
      if (ready === undefined || requestedAt < ready || requestedAt < employmentStart)
        broken.push(`${cid}: the request left at ${requestedAt}, before it may`);
    }
    // Little personal data, and none of it in Jira or in the journal.
    const shown = JSON.stringify([ticket.comments, view.history]);
    for (const value of Object.values(profile))
      if (shown.includes(value)) broken.push(`"${value}" stands in the ticket`);
    return broken;
  },
};
