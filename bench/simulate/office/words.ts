// What the app writes to people who owe something, read as whoever gets it reads it.
import { DateTime } from 'luxon';
import type { SeenComment } from '../what-jira-shows';
import { office } from './owed';

export type How = 'turn' | 'late' | 'reminder' | 'escalated' | 'by-hand' | 'declined' | 'nobody';

/** One sentence to somebody about something that is owed. */
export interface Word {
  readonly at: number;
  /** Account ids of whom it tags. */
  readonly to: readonly string[];
  readonly how: How;
  readonly title: string;
  /** Until when, as it says; null where it says nothing. */
  readonly due: number | null;
  /** It says that this time is over. */
  readonly past: boolean;
  /** Of an escalation: the names of those who were silent. */
  readonly silent: readonly string[];
}

const due = String.raw`(?: (?<tense>Due|It was due|It is due) by \w+ (?<due>[^.]+?) \(America/New_York\)\.)?`;
const shapes: readonly (readonly [How, RegExp])[] = [
  ['turn', new RegExp(String.raw`^(?:your turn|this is yours now): (?<title>.+?)\.?${due}$`, 'su')],
  ['reminder', new RegExp(String.raw`^a reminder: still open: (?<title>.+?)\.?${due}$`, 'su')],
  ['late', new RegExp(String.raw`^still open: (?<title>.+?)\.?${due}$`, 'su')],
  [
    'escalated',
    new RegExp(
      String.raw`^(?<silent>.+?) did not do this in time: (?<title>.+?)\.?${due} Please .+$`,
      'su',
    ),
  ],
  [
    'declined',
    new RegExp(
      String.raw`^.+? says that this is not theirs: (?<title>.+?)\.? The reason: .+$`,
      'su',
    ),
  ],
  [
    'nobody',
    new RegExp(
      String.raw`^nobody else can be asked for this: (?<title>.+?)\.?${due} Please .+$`,
      'su',
    ),
  ],
  ['by-hand', /^.+? escalates this to you: (?<title>.+?)\. .+$/su],
];

const timeOf = (spelled: string | undefined): number | null =>
  spelled === undefined
    ? null
    : DateTime.fromFormat(spelled, 'd LLL yyyy, HH:mm', {
        zone: office.timeZone,
        locale: 'en-GB',
      }).toMillis();

/** Every sentence of a comment of the app that is about something owed, in order. */
export const wordsOf = ({ at, byApp, paragraphs }: SeenComment): Word[] =>
  !byApp
    ? []
    : paragraphs.flatMap(({ mentions, said }): Word[] => {
        for (const [how, shape] of shapes) {
          const found = shape.exec(said);
          if (found === null) continue;
          const { title = '', due: until, tense, silent = '' } = found.groups ?? {};
          const past = tense === 'It was due';
          const names = silent.split(/, (?:and )?| and /u).filter((name) => name !== '');
          return [{ at, to: mentions, how, title, due: timeOf(until), past, silent: names }];
        }
        return [];
      });
