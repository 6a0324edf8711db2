import { type User } from './entities';
import { type Notification, type ProductEvent } from './types';
import { type World } from './world';

/** A change of an issue, for whoever looks at it. */
export interface IssueChange {
  readonly issueId: string;
  readonly issueKey: string;
  readonly projectId: string;
  readonly kind: 'updated' | 'commented' | 'created' | 'deleted';
  readonly actor: string | null;
}

/** What an act sets off, told when it has succeeded. */
export interface Effects {
  readonly events: ProductEvent[];
  readonly changes: IssueChange[];
  readonly mails: Notification[];
  /** What a rule of Jira does a while later, as somebody else. */
  readonly later: Later[];
}

/** Something that happens by itself, so many milliseconds after the act that has set it off. */
interface Later {
  readonly afterMs: number;
  /** Account id of whom it is done as. */
  readonly by: string;
  readonly run: (act: Act) => void;
}

export const noEffects = (): Effects => ({ events: [], changes: [], mails: [], later: [] });

/** Somebody does something at an instant. */
export interface Act {
  readonly world: World;
  readonly actor: User;
  readonly now: number;
  /** The request came through the app, as itself or as a person. */
  readonly viaApp: boolean;
  readonly trace: string | null;
  /** False keeps mails back (`notifyUsers=false`). */
  readonly notify: boolean;
  readonly effects: Effects;
}

/** The same act by somebody else: what an automation rule of Jira does on the heels of it. */
export const actOnBehalf = (act: Act, actor: User): Act => ({
  ...act,
  actor,
  viaApp: false,
  trace: null,
});
