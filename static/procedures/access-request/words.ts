import type {
  AccessMethod,
  RowHolder,
  RowState,
  RowStep,
  Verdict,
} from '../../../src/procedures/access-request/contract/panel';

/** The states of EA-23 as people read them, with the colour of their lozenge. */
export const states: Readonly<
  Record<
    RowState,
    {
      readonly title: string;
      readonly appearance: 'default' | 'inprogress' | 'moved' | 'removed' | 'success';
    }
  >
> = {
  'not-sent': { title: 'Not sent', appearance: 'default' },
  sent: { title: 'Sent', appearance: 'inprogress' },
  acknowledged: { title: 'Acknowledged', appearance: 'inprogress' },
  created: { title: 'Created', appearance: 'inprogress' },
  verified: { title: 'Verified', appearance: 'success' },
  'not-functional': { title: 'Not functional', appearance: 'removed' },
  'escalated-to-team-lead': { title: 'Escalated to team lead', appearance: 'moved' },
  'escalated-to-csm': { title: 'Escalated to CSM', appearance: 'moved' },
  'escalated-to-customer': { title: 'Escalated to customer', appearance: 'moved' },
  done: { title: 'Done', appearance: 'success' },
  'not-needed': { title: 'Not needed', appearance: 'default' },
};

export const holders: Readonly<Record<RowHolder, string>> = {
  'team-lead': 'Team lead',
  engineer: 'Engineer',
  customer: 'Customer',
  csm: 'CSM',
  nobody: 'Nobody',
};

export const methods: Readonly<Record<AccessMethod, string>> = {
  'e-mail': 'E-mail',
  'ticketing-tool': 'Their ticketing tool',
  'jsm-request': 'A request in our service desk',
};

/** What a button says, and what is said when it is done. */
export const steps: Readonly<
  Record<RowStep, { readonly verb: string; readonly done: string; readonly asks: boolean }>
> = {
  acknowledged: { verb: 'Customer replied', done: 'Noted: the customer has replied.', asks: false },
  created: { verb: 'Account is there', done: 'Noted: the account is there.', asks: false },
  verified: { verb: 'Access works', done: 'Noted: the access works.', asks: false },
  'not-functional': { verb: 'Access does not work', done: 'The team lead is told.', asks: true },
  done: { verb: 'Mark as done', done: 'Done.', asks: false },
  'not-needed': { verb: 'Not needed', done: 'Noted: no account is needed there.', asks: true },
  reopened: { verb: 'Needed after all', done: 'The request is to be sent again.', asks: false },
  'customer-told': {
    verb: 'Log customer escalation',
    done: 'The escalation to the customer contact is logged.',
    asks: true,
  },
  'account-closed': {
    verb: 'Account is closed',
    done: 'Noted: the customer has closed the account.',
    asks: false,
  },
};

export const verdicts: Readonly<
  Record<
    Verdict,
    {
      readonly title: string;
      readonly appearance: 'default' | 'moved' | 'removed' | 'success';
    } | null
  >
> = {
  ready: null,
  'in-time': null,
  'no-date': null,
  'at-risk': { title: 'At risk', appearance: 'moved' },
  'cannot-be-ready': { title: 'Cannot be ready', appearance: 'removed' },
};

export const fields = { name: 'Name', email: 'E-mail address', phone: 'Contact number' } as const;

/** `16 Mar`, and with the year when it is another one: a day without a clock means the same in every zone. */
export const spellDay = (day: string): string => {
  const year = day.slice(0, 4) === new Date().toISOString().slice(0, 4) ? undefined : 'numeric';
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year,
  }).format(Date.parse(`${day}T00:00:00Z`));
};
