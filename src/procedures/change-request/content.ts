// The CR document and the interface document (CR-06 … CR-09, CR-16 … CR-18), as far as they are kept here.
import type { LocalDate } from '../../core/calendar/local-time';
import type { AccountId } from '../../core/ids';
import type { CostedWith, Effort } from './money';

export type { Effort };

/** The six headings of the interface document (CR-18). */
export const interfaceHeadings = {
  'planned-interfaces': 'Planned interfaces',
  apis: 'APIs',
  'process-steps': 'Process steps',
  schemas: 'Schemas',
  'request-payloads': 'Request payloads',
  responses: 'Responses',
} as const;

export type InterfaceHeading = keyof typeof interfaceHeadings;

export interface Timeline {
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
}

/** The document of its interface (CR-18): under its headings, as a link, or both. */
export interface InterfaceDocument {
  readonly url: string | null;
  readonly headings: Readonly<Partial<Record<InterfaceHeading, string>>>;
}

/** Everything that somebody approves some part of. */
export interface Content {
  /** Counts up whenever anything in here changes. */
  readonly version: number;
  /** C1. */
  readonly chargeable: boolean;
  readonly implication: string;
  /** Whom the change request is created for (CR-13). */
  readonly customerRep: AccountId | null;
  readonly requirement: string;
  /** The CR document, where it is kept elsewhere. */
  readonly documentUrl: string | null;
  readonly approach: string;
  readonly effort: readonly Effort[];
  /** CR-08: tentative. The firm date is {@link Content.dueDate} (CR-36). */
  readonly timeline: Timeline;
  /** The agreed rates when the cost was added, and they stay until somebody takes new ones (CR-38); null before. */
  readonly rates: CostedWith | null;
  readonly dueDate: LocalDate | null;
  readonly interface: InterfaceDocument | null;
  /** What was deployed last, by environment. */
  readonly builds: Readonly<Partial<Record<'QA' | 'Integration' | 'Production', string>>>;
}

export const emptyContent: Content = {
  version: 0,
  chargeable: true,
  implication: '',
  customerRep: null,
  requirement: '',
  documentUrl: null,
  approach: '',
  effort: [],
  timeline: { from: null, until: null },
  rates: null,
  dueDate: null,
  interface: null,
  builds: {},
};

export type ContentPart =
  'classification' | 'requirement' | 'impact' | 'cost' | 'due-date' | 'interface';

/** What a person writes into one part of it. */
export type ContentEdit =
  | {
      readonly part: 'classification';
      readonly chargeable: boolean;
      readonly implication: string;
      readonly customerRep: AccountId | null;
    }
  | {
      readonly part: 'requirement';
      readonly requirement: string;
      readonly documentUrl: string | null;
    }
  | {
      readonly part: 'impact';
      readonly approach: string;
      readonly effort: readonly Effort[];
      readonly timeline: Timeline;
    }
  /** `now`: takes the rates of the account as they are agreed now; otherwise those it was costed with stay. */
  | { readonly part: 'cost'; readonly rates?: 'kept' | 'now' | undefined }
  | { readonly part: 'due-date'; readonly dueDate: LocalDate }
  | ({ readonly part: 'interface' } & InterfaceDocument);
