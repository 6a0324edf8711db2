import type {
  GateView,
  InterfaceHeading,
} from '../../../src/procedures/change-request/contract/panel';

export const interfaceTitles: Readonly<Record<InterfaceHeading, string>> = {
  'planned-interfaces': 'Planned interfaces',
  apis: 'APIs',
  'process-steps': 'Process steps',
  schemas: 'Schemas',
  'request-payloads': 'Request payloads',
  responses: 'Responses',
};

/** Where a gate stands, as a lozenge says it. */
export const gateStates: Readonly<
  Record<
    GateView['state'],
    {
      readonly text: string;
      readonly appearance: 'default' | 'inprogress' | 'moved' | 'removed' | 'success';
    }
  >
> = {
  closed: { text: 'Not yet', appearance: 'default' },
  'to-ask': { text: 'To be asked', appearance: 'moved' },
  open: { text: 'Waiting', appearance: 'inprogress' },
  approved: { text: 'Approved', appearance: 'success' },
  declined: { text: 'Declined', appearance: 'removed' },
  lapsed: { text: 'Ask again', appearance: 'moved' },
  skipped: { text: 'Skipped', appearance: 'default' },
};

/** What a decision is called, to be pressed and once it is given: a test passes or fails, the rest is approved or declined. */
export const decisionWords = ({
  gate,
}: GateView): {
  readonly yes: string;
  readonly no: string;
  readonly given: string;
  readonly refused: string;
} => {
  switch (gate) {
    case 'qa':
    case 'uat':
      return {
        yes: 'Test passed',
        no: 'Test failed',
        given: 'Test passed',
        refused: 'Test failed',
      };
    case 'go-live':
      return { yes: 'Live', no: 'Not live', given: 'Live', refused: 'Not live' };
    default:
      return { yes: 'Approve', no: 'Decline', given: 'Approved', refused: 'Declined' };
  }
};

/** Enough of a seal to compare two by eye. */
export const shortSeal = (sha256: string): string => sha256.slice(0, 12);

export const spellDays = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;
