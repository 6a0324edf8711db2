// How a procedure's settings are described, once: shape, default, form, words of a difference, names in the file, and what
// the doctor looks for follow from it. Plain data, which the pages import too: this file imports nothing.

interface Common {
  /** Where the value stands in the procedure's settings, such as `release.cycles.needed`. */
  readonly path: string;
  /** What the form calls it. */
  readonly label: string;
  /** What a sentence calls it, such as `the expected timeline of an access request`. */
  readonly subject: string;
  readonly help?: string;
  /** The clause of the SOP that the value is about. */
  readonly clause?: string;
}

/** What the SOP begins with, and what is meant where the file says nothing; without it the value has to be given. */
interface Usual<T> {
  readonly usual?: T;
}

export interface Option {
  readonly value: string;
  readonly label: string;
  /** What the written SOP says then; names of the queue stand in braces. */
  readonly sentence?: string;
}

/** What somebody can choose among, where Jira or the settings tell it. */
export type Source = 'statuses' | 'priorities' | 'request-types' | 'projects' | 'queues';

/** What an SOP's settings, or a part of them, hold. */
export type Values = Readonly<Record<string, unknown>>;

export type Described = Common &
  (
    | ({
        readonly kind: 'number';
        readonly unit: string;
        readonly min: number;
        readonly max: number;
      } & Usual<number>)
    /** Working time, written as `1 h 30 min`. */
    | ({ readonly kind: 'minutes'; readonly min: number; readonly max: number } & Usual<number>)
    | ({ readonly kind: 'yes-no' } & Usual<boolean>)
    /** `empty` is said where no text means "none"; the value is null then. */
    | ({
        readonly kind: 'text';
        readonly longest: number;
        readonly empty?: string;
        /** A sentence, which takes a line of its own. */
        readonly wide?: true;
        readonly pattern?: { readonly matches: RegExp; readonly rule: string };
        /** What it may name as `{{…}}`; anything where absent. */
        readonly mergeFields?: readonly string[];
        /** It is the name of something in Jira: a request type of the project beside it, or a type of links. */
        readonly names?: 'request-type' | 'link-type';
      } & Usual<string | null>)
    | ({
        readonly kind: 'long-text';
        readonly longest: number;
        readonly mergeFields?: readonly string[];
      } & Usual<string>)
    | ({
        readonly kind: 'lines';
        /** What one line is. */
        readonly one: string;
        readonly longest: number;
        readonly most: number;
      } & Usual<readonly string[]>)
    | ({ readonly kind: 'choice'; readonly options: readonly Option[] } & Usual<string>)
    | ({ readonly kind: 'several'; readonly options: readonly Option[] } & Usual<readonly string[]>)
    /** Somebody's role; the roles come with the settings. */
    | { readonly kind: 'role' }
    /** `empty` is offered where none is a choice: the value is null then, or absent where it may be left out. */
    | ({
        readonly kind: 'pick';
        readonly from: Source;
        readonly empty?: string;
        readonly mayLack?: true;
      } & Usual<null>)
    | ({
        readonly kind: 'pick-some';
        readonly from: Source;
        readonly nothing: string;
      } & Usual<readonly string[]>)
    | ({
        readonly kind: 'list';
        readonly one: string;
        readonly items: readonly Described[];
        /** Paths of its values as the form has them, where that is another order. */
        readonly shows?: readonly string[];
        readonly blank: Values;
        readonly least?: number;
        readonly most: number;
        /** The member that has to be different in every item; made up for a new one. */
        readonly key?: string;
        /** One item in a sentence, such as `{to} after {afterDays}`. */
        readonly said: string;
        /** Items follow one another in time, and the sentence says so. */
        readonly inTurn?: true;
      } & Usual<readonly Values[]>)
    /** A name each, and what it means. */
    | ({
        readonly kind: 'meanings';
        readonly one: string;
        readonly meanings: readonly Option[];
      } & Usual<Readonly<Record<string, string | null>>>)
    /** Several values that are there together, or not at all: null then, or absent where they may be left out. */
    | ({
        readonly kind: 'together';
        readonly fields: readonly Described[];
        readonly blank: Values;
        readonly said: string;
        readonly mayLack?: true;
      } & Usual<null>)
  );

/** A section of the form. */
export interface Group {
  readonly title: string;
  /** What is set inside, while it is closed. */
  readonly about: string;
  /** Paths of the values it shows. */
  readonly shows: readonly string[];
}

/** Everything one procedure lets an organization decide. */
export interface SettingsDescription {
  /** The procedure's id. */
  readonly id: string;
  /** Where its settings stand: for each queue, or for the whole site. */
  readonly of: 'queue' | 'site';
  /** What they are called there in the configuration file. */
  readonly file: string;
  readonly title: string;
  readonly intro: string;
  /** What a difference calls all of it, such as `how change requests run`. */
  readonly subject: string;
  /** In the order of the file, and of differences. */
  readonly values: readonly Described[];
  readonly groups: readonly Group[];
}

const inside = (value: unknown): Values =>
  typeof value === 'object' && value !== null ? (value as Values) : {};

/** The value at a path such as `release.cycles.needed`. */
export const valueAt = (values: Values, path: string): unknown =>
  path.split('.').reduce<unknown>((value, step) => inside(value)[step], values);

/** The values with another one at that path; undefined removes it. */
export function withValue(values: Values, path: string, value: unknown): Values {
  const [step = '', ...rest] = path.split('.');
  const changed =
    rest.length === 0 ? value : withValue(inside(values[step]), rest.join('.'), value);
  if (changed !== undefined) return { ...values, [step]: changed };
  const { [step]: _, ...others } = values;
  return others;
}

/** What is meant where nothing is said; undefined where something has to be, or may be absent. */
export const usualOf = (field: Described): unknown => ('usual' in field ? field.usual : undefined);

/** The settings as the SOP has them, without what each organization has to say itself. */
export const usualSettings = ({ values }: Pick<SettingsDescription, 'values'>): Values =>
  values.reduce<Values>((all, field) => withValue(all, field.path, usualOf(field)), {});

/** Whether null is a value: nothing is chosen, and that means something. */
export const mayBeNull = (field: Described): boolean =>
  field.kind === 'together' ||
  ('empty' in field && field.empty !== undefined && !('mayLack' in field));

/** Whether somebody has to say it before the procedure can run. */
export const isRequired = (field: Described): boolean =>
  usualOf(field) === undefined && !('mayLack' in field);
