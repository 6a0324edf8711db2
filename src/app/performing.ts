// What carrying out an effect needs and leaves behind, whatever the effect is.
import { type Because, because } from '../core/because';
import type { IssueId } from '../core/ids';
import type { Instant } from '../core/instant';
import type { JournalEntry, Ledger } from '../core/ledger';
import { nameless, nameOf } from '../core/people';
import type { Situation } from '../core/situation';
import type { Ticket } from '../core/ticket';
import { JiraRefused } from './errors';
import type { OutboxItem } from './outbox';
import type { Ports } from './ports';
import type { JiraDoor } from './jira-ports';

export interface Performing {
  readonly ports: Ports;
  readonly issueId: IssueId;
  /** What the turn saw; null when an earlier turn decided this. */
  readonly situation: Situation | null;
  /** Whose eyes the situation was seen through. */
  readonly readAs: JiraDoor | null;
  /** An earlier turn may have done it already: look before doing. */
  readonly recovered: boolean;
  /** Since when this outbox has been waiting. */
  readonly since: Instant;
  /** The ticket as it stands when an earlier turn's outbox is taken up; read once. Null when it cannot be seen. */
  readonly found: () => Promise<Ticket | null>;
}

/** Did an earlier turn carry this out already? Its effect id stands in Jira's own history then. */
export const alreadyDone = async (
  { recovered, found }: Performing,
  { id }: OutboxItem,
): Promise<boolean> => recovered && ((await found())?.effects.includes(id) ?? false);

/** A line for the journal. */
export interface Note {
  readonly kind: JournalEntry['kind'];
  readonly text: string;
  readonly because: Because;
}

/** What came of an effect. */
export interface Done {
  /** Ids of the comments it posted. */
  readonly comments: readonly number[];
  readonly notes: readonly Note[];
  readonly blocked: Ledger['blocked'];
  /** Another ticket that it raised. */
  readonly raised: NonNullable<Ledger['raised']>[number] | null;
  /** What the ledger knows because of it, where that is more than a note. */
  readonly learned: ((ledger: Ledger) => Ledger) | null;
}

export const done = (part: Partial<Done> = {}): Done => ({
  comments: [],
  notes: [],
  blocked: null,
  raised: null,
  learned: null,
  ...part,
});

/** The door of the person whose act it is, when it is they who look. */
export const doorOf = ({ ports }: Performing, item: OutboxItem): JiraDoor =>
  item.actor !== null && item.actor === ports.jira.viewer?.accountId
    ? ports.jira.viewer.door
    : ports.jira.app;

/**
 * Does Jira say that this caller may not? It answers 401, 403 or 404, and 400 without naming a field where somebody
 * edits without the right to (REST reference, "Edit issue").
 */
export const mayNot = (error: unknown): boolean =>
  error instanceof JiraRefused &&
  ([401, 403, 404].includes(error.status) ||
    (error.status === 400 && Object.keys(error.fields).length === 0));

/** Jira refused for good: said in the journal. Everything else is thrown, and tried again later. */
export function failed(error: unknown, item: OutboxItem): Note {
  if (!(error instanceof JiraRefused)) throw error;
  return {
    kind: 'failed',
    text: error.message,
    because: because(item.clause, error.message, { ...error.fields }),
  };
}

/** How to call whose act it is: the turn may have named nobody, or be over. */
export async function nameOfActor(
  { ports, situation }: Performing,
  { actor }: OutboxItem,
): Promise<string> {
  const people = situation?.people ?? {};
  if (actor === null || people[actor] !== undefined) return nameOf(people, actor);
  const { naming } = await import('./name-people');
  const name = nameOf(await naming(ports, people, new Set([actor])), actor);
  return name === nameless ? 'a colleague' : name;
}

/** X8: the app did for somebody what they may not do in Jira, and says so. */
export const onBehalf = async (performing: Performing, item: OutboxItem): Promise<Note> => ({
  kind: 'done',
  text: `Done by Account Relay for ${await nameOfActor(performing, item)}, who may not do it in Jira`,
  because: because(
    'X8',
    'What a person may not do in Jira themselves, the app does for them and says so.',
    {
      effect: item.command.kind,
    },
  ),
});

/** As the person; where Jira does not let them, as the app. What else Jira says comes through. */
export async function asActor(
  performing: Performing,
  item: OutboxItem,
  act: (door: JiraDoor) => Promise<void>,
): Promise<Note[]> {
  const door = doorOf(performing, item);
  try {
    await act(door);
    return [];
  } catch (error) {
    if (!mayNot(error) || door === performing.ports.jira.app) throw error;
  }
  await act(performing.ports.jira.app);
  return [await onBehalf(performing, item)];
}
