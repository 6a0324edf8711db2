import type { ReactNode } from 'react';

/** What a procedure shows of customer accounts; static/procedures/accounts.ts lists them. What travels is its own. */
export interface AccountPart {
  /** The procedure's. */
  readonly id: string;
  readonly columns: {
    readonly beforeContacts?: readonly Column[];
    readonly afterContacts?: readonly Column[];
    /** Columns that most files have none of, under a heading of their own. */
    readonly apart?: { readonly heading: string; readonly columns: readonly Column[] };
  };
  readonly fields?: PartFields;
  readonly beside?: PartBeside;
}

/** A column that a file may have; the functions know it by its key. */
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly needed: boolean;
  /** Headings that probably mean it. */
  readonly like: readonly string[];
  /** Asked once where a file leaves cells of it empty, and that may mean several things. */
  readonly blank?: {
    readonly question: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  };
}

/** Fields in the form of one account. */
export interface PartFields {
  readonly place: 'before-contacts' | 'after-contacts' | 'last';
  /** What the form begins with. @param shown of the account; undefined for a new one */
  begin(shown: unknown): unknown;
  /** What is sent of what somebody has typed. */
  sent(typed: unknown): unknown;
  Fields(props: FieldsProps<unknown>): ReactNode;
}

export interface FieldsProps<Typed> {
  readonly typed: Typed;
  change(typed: Typed): void;
  /** What the functions say is wrong with a field. */
  readonly at: (field: string) => string | undefined;
}

/** What the procedure says of an account in the list. */
export interface PartMark {
  readonly id: string;
  Mark(props: { shown: unknown }): ReactNode;
}

/** What a file sets going beside accounts. */
export interface PartBeside {
  /** What it would do. */
  Announced(props: { announced: unknown }): ReactNode;
  /** What became of it. */
  Done(props: { announced: unknown }): ReactNode;
  /** What the button says after "Apply and", such as "open 2 tickets". */
  readonly doing: (count: number) => string;
  /** Such as "Opening tickets". */
  readonly working: string;
}
