import type { GateView, InterfaceHeading } from '../../src/contract/change-request';

export const interfaceTitles: Readonly<Record<InterfaceHeading, string>> = {
  'planned-interfaces': 'Planned interfaces', apis: 'APIs', 'process-steps': 'Process steps', schemas: 'Schemas', 'request-payloads': 'Request payloads', responses: 'Responses',
};

/** Where a gate stands, as a lozenge says it. */
export const gateStates: Readonly<Record<GateView['state'], { readonly text: string; readonly appearance: 'default' | 'inprogress' | 'moved' | 'removed' | 'success' }>> = {
  closed: { text: 'Not yet', appearance: 'default' },
  'to-ask': { text: 'To be asked', appearance: 'moved' },
  open: { text: 'Waiting', appearance: 'inprogress' },
  approved: { text: 'Approved', appearance: 'success' },
  declined: { text: 'Declined', appearance: 'removed' },
  lapsed: { text: 'Ask again', appearance: 'moved' },
  skipped: { text: 'Skipped', appearance: 'default' },
};

/** What a decision is called: a test passes or fails, the rest is approved or declined. */
export const decisionWords = ({ gate }: GateView): { readonly yes: string; readonly no: string; readonly said: string; readonly saidNo: string } => {
  switch (gate) {
    case 'qa':
    case 'uat':
      return { yes: 'Test passed', no: 'Test failed', said: 'Test passed.', saidNo: 'Test failed. The work goes back.' };
    case 'go-live':
      return { yes: 'Live', no: 'Not live', said: 'Live.', saidNo: 'Not live. The work goes back.' };
    default:
      return { yes: 'Approve', no: 'Decline', said: 'Approved.', saidNo: 'Declined. The work goes back.' };
  }
};

/** Enough of a seal to compare two by eye. */
export const shortSeal = (sha256: string): string => sha256.slice(0, 12);

export const spellDays = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;
