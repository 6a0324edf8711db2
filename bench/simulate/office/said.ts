// What the words to people have to be: to the right people, once, in time, and about those who knew (X10, X11, X7).
import { demoPeople } from '../../../host/seeds/demo/people';
import { workingTime } from '../../replay/judge';
import {
  clauseOf,
  closeAfter,
  customersIn,
  endOf,
  type Judged,
  mayBe,
  mayOwe,
  minuteMs,
  nameIn,
  nextMorning,
  spelled,
  sweepsMs,
  undisturbed,
  verdict,
} from './case';
import { grace, office, owedOf } from './owed';
import { mail } from './play';
import type { Word } from './words';

const hourMs = 3_600_000;

/** Everything that is wrong with what was said in a ticket. */
export const saidBroken = (judged: Judged): string[] => [
  ...strangers(judged),
  ...silentUntold(judged),
  ...tooOften(judged),
  ...dueBroken(judged),
  ...lateWords(judged),
  ...inPublic(judged),
];

/** Nobody who may not do it is asked, by the roles of the written settings; and what no SOP says is asked of nobody. */
function strangers(judged: Judged): string[] {
  return judged.words.flatMap((word): string[] => {
    const owed = owedOf(word.title);
    if (owed === undefined)
      return [
        verdict(judged, 'X10', `"${word.title}" is asked of people`, 'only what an SOP says'),
      ];
    const may = mayOwe(judged, owed);
    const author = owed.notAuthor === true && word.how !== 'escalated' ? authorIn(judged) : null;
    return word.to
      .filter((person) => (may !== null && !may.has(person)) || person === author)
      .map((person) =>
        verdict(
          judged,
          owed.clause,
          `${nameIn(judged, person)} was tagged at ${spelled(word.at)} for "${word.title}"`,
          `only ${owed.who.join(', ')}, above them ${owed.above.join(', ') || 'nobody'}, or who stands in, and no author`,
        ),
      );
  });
}

/** Here it is always the same person who wrote what is released. */
const authorIn = ({ id, done }: Judged): string | null =>
  done.some(({ what, outcome }) => what === 'key-account.start-release' && outcome === 'done')
    ? id('tara.quinn')
    : null;

/** X11: nobody is named as silent who was not told a grace before, or who is told of their own silence. */
function silentUntold(judged: Judged): string[] {
  const { words, ticket, done, id } = judged;
  return words
    .filter(({ how }) => how === 'escalated')
    .flatMap((word) =>
      word.silent.flatMap((name): string[] => {
        const mailName = demoPeople.find(({ displayName }) => displayName === name)?.email;
        if (mailName === undefined)
          return [
            verdict(
              judged,
              clauseOf(word.title),
              `"${name}" is named as silent at ${spelled(word.at)}: "${word.title}"`,
              'the name of somebody here',
            ),
          ];
        const person = id(mailName);
        const owed = owedOf(word.title);
        const loose = owed === undefined || !owed.tagged || owed.moving === true;
        const told = [
          ...ticket.comments
            .filter(({ paragraphs }) =>
              paragraphs.some(
                ({ mentions, said }) =>
                  mentions.includes(person) &&
                  (loose || said.toLowerCase().includes(word.title.toLowerCase())),
              ),
            )
            .map(({ at }) => at),
          ...done
            .filter((one) => one.key !== null && mail(one.who) === mailName && mayBe(one))
            .map(({ at }) => at),
          // It stood in the list of whoever has it.
          ...(owed?.atLeast === true && !owed.tagged ? [ticket.createdAt] : []),
        ];
        const fair = told.some((at) => workingTime(office, at, grace) <= word.at + 1000);
        const of = word.to.includes(person) ? ['is told of their own silence'] : [];
        return [...(fair ? [] : ['is named as silent and was not told before']), ...of].map(
          (wrong) =>
            verdict(
              judged,
              clauseOf(word.title),
              `${name} ${wrong} at ${spelled(word.at)}: "${word.title}"`,
              `a word to them ${grace} business minutes before, and the silence told to others`,
            ),
        );
      }),
    );
}

/** At most one word an hour that something is somebody's turn; what falls due, climbs or changes hands says so at once. */
function tooOften(judged: Judged): string[] {
  const turns = judged.words.filter(({ how }) => how === 'turn');
  return turns.flatMap((word, place) =>
    turns
      .slice(0, place)
      .filter(
        (one) =>
          one.title === word.title &&
          word.at - one.at < hourMs &&
          one.to.some((person) => word.to.includes(person)) &&
          (one.at === word.at || undisturbed(judged, one.at + 1, word.at)),
      )
      .map((one) =>
        verdict(
          judged,
          clauseOf(word.title),
          `the same was told at ${spelled(one.at)} and at ${spelled(word.at)}: "${word.title}"`,
          'one word within an hour',
        ),
      ),
  );
}

/** Acts by which a time is no more what the settings say. */
const waitActs = /^wait\./u;

/** The time that is said is the one that the written settings give, reckoned from when it was said. */
function dueBroken(judged: Judged): string[] {
  const { words, done, healthy } = judged;
  return words.flatMap((word): string[] => {
    const owed = owedOf(word.title);
    if (owed === undefined || word.how !== 'turn' || word.due === null) return [];
    if (word.due <= word.at || done.some(({ what, at }) => waitActs.test(what) && at <= word.at))
      return [];
    if (done.some(({ what, at }) => what === 'away' && at <= word.at)) return [];
    // What somebody found in their list, or was told by other words, had begun before.
    const begun = !owed.tagged || owed.moving === true;
    const least = endOf(owed.within, word.at - (healthy ? minuteMs : sweepsMs)) - minuteMs;
    const most = endOf(owed.within, word.at);
    const early = !begun && word.due < least;
    const late = owed.atLeast !== true && word.due > most;
    if (!early && !late) return [];
    return [
      verdict(
        judged,
        owed.clause,
        `at ${spelled(word.at)} "${word.title}" is said to be due ${spelled(word.due)}`,
        `${spelled(most)}, by the time that the settings give`,
      ),
    ];
  });
}

/**
 * What comes next, at its second: at the due time whoever has it hears of it, or those above; then those above; then a
 * reminder each working morning.
 */
function lateWords(judged: Judged): string[] {
  const { words, healthy, played } = judged;
  const end = played.host.clock.now();
  return words.flatMap((word): string[] => {
    const owed = owedOf(word.title);
    const broken: string[] = [];
    const say = (wrong: string, expected: string): void =>
      void broken.push(verdict(judged, clauseOf(word.title), wrong, expected));
    // A due time is said to the minute.
    if (word.due !== null && word.past && word.at < word.due - 1000)
      say(`"${word.title}" is said to have been due at ${spelled(word.at)}`, spelled(word.due));
    if (word.due !== null && word.how === 'late' && word.at < word.due - 1000)
      say(`"${word.title}" is called late at ${spelled(word.at)}`, spelled(word.due));
    const next = expectedAfter(word, owed?.first ?? 1);
    if (next === null || owed === undefined || owed.moving === true) return broken;
    const slack = healthy ? 2 * minuteMs : sweepsMs;
    if (next + sweepsMs > end || !undisturbed(judged, word.at + 1, next + slack)) return broken;
    const follows = words.filter(
      ({ title, at, how }) => title === word.title && at > word.at && how !== 'turn',
    );
    const [first] = follows;
    // It was not about this any more before that: another look at the lists says whether it was ended by somebody.
    if (first === undefined) {
      if (isOpenAtEnd(judged, word))
        say(`nothing was heard of "${word.title}" after ${spelled(word.at)}`, spelled(next));
      return broken;
    }
    if (first.at < next - 1000)
      say(`"${word.title}" went on at ${spelled(first.at)}`, `nothing before ${spelled(next)}`);
    if (first.at > next + slack)
      say(`"${word.title}" went on at ${spelled(first.at)}`, `a word at ${spelled(next)}`);
    return broken;
  });
}

function expectedAfter({ how, due, at }: Word, first: number): number | null {
  if (how === 'turn') return due === null || due <= at ? null : due;
  if (how === 'late') return due === null ? null : first === 0 ? due : closeAfter(due, first);
  return how === 'reminder' ? nextMorning(at) : null;
}

const isOpenAtEnd = ({ lines }: Judged, { title }: Word): boolean =>
  lines.some((line) => line.title === title);

/** X7: no customer is tagged, and nothing of the app is public but what a customer's own decision says. */
function inPublic(judged: Judged): string[] {
  const { ticket } = judged;
  const customers = customersIn(judged);
  const internal = /your turn|this is yours now|still open|did not do this in time|\$\$/u;
  return ticket.comments.flatMap((comment): string[] => [
    ...comment.mentions
      .filter((person) => customers.includes(person))
      .map((person) =>
        verdict(
          judged,
          'X7',
          `the customer ${nameIn(judged, person)} was tagged at ${spelled(comment.at)}`,
          'the name of whoever of us sees to it',
        ),
      ),
    ...(comment.public && (comment.byApp || internal.test(comment.text))
      ? [verdict(judged, 'X7', `customers can read "${comment.text}"`, 'an internal note')]
      : []),
  ]);
}
