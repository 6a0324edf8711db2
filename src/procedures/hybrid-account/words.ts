// The internal comments about hybrid accounts. They speak to departments and never to customers.
import { mention, type Paragraph, text } from '../../core/command';
import type { AccountId } from '../../core/ids';
import { nameOf } from '../../core/people';
import type { Situation } from '../../core/situation';

/** One sentence to some people, each once; people who are not there are left out. */
export const toPeople = (
  situation: Situation,
  people: readonly (AccountId | null)[],
  sentence: string,
  ...more: readonly string[]
): Paragraph[] => {
  const known = [...new Set(people)].filter((person): person is AccountId => person !== null);
  return [
    [
      ...known.flatMap((person) => [mention(person, nameOf(situation.people, person)), text(' ')]),
      text(sentence),
    ],
    ...more.map((line): Paragraph => [text(line)]),
  ];
};
