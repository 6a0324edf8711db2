// Two departments share an account and keep each other informed (HY-12, HY-16, HY-20).
import { type Clicked, counted, type Page, type Procedure, soundBroken } from './procedure';

type Side = 'cs' | 'fmc';

interface View extends Page {
  readonly gaps: Readonly<Record<Side, number>>;
  readonly knowledge: {
    readonly updates: readonly {
      readonly id: number;
      /** Null where it is news for both. */
      readonly from: Side | null;
      readonly text: string;
    }[];
    readonly questions: readonly {
      readonly id: number;
      readonly from: Side;
      readonly answered: object | null;
    }[];
  } | null;
}

const people: Readonly<Record<Side, string>> = { cs: 'dana.fox', fmc: 'petra.vance' };
const textOf = ({ payload }: Clicked): string => String((payload as { text?: string }).text);

export const hybrid: Procedure<View> = {
  name: 'hybrid',
  module: 'hybrid-account',
  ticket: {
    project: 'EBH',
    requestType: 'Benefits question',
    organization: 'Northwind Credit Union',
    reporter: 'nora.quist',
  },
  read: { call: 'hybrid.get', as: 'dana.fox' },

  async next({ knowledge, gaps }, random, site) {
    const side = random.pick(['cs', 'fmc'] as const);
    const as = people[side];
    const question = knowledge?.questions.find(
      ({ from, answered }) => answered === null && from !== side,
    );
    const newest = Math.max(0, ...(knowledge?.updates ?? []).map(({ id }) => id));
    const choice = random.int(1, 10);
    if (choice <= 4 && gaps[side] > 0)
      return { as, call: 'hybrid-account.acknowledge-updates', payload: { upTo: newest } };
    if (choice <= 5 && question !== undefined)
      return {
        as,
        call: 'hybrid-account.answer-question',
        payload: { question: question.id, text: `An answer at ${site.now()}.` },
      };
    if (choice <= 6)
      return {
        as,
        call: 'hybrid-account.ask-question',
        payload: { text: `A question at ${site.now()}?` },
      };
    return {
      as,
      call: 'hybrid-account.share-update',
      payload: { class: 'bug', text: `An update at ${site.now()}.` },
    };
  },

  mistake: (_view, random, site) =>
    random.pick([
      {
        as: 'lin.chen',
        call: 'hybrid-account.share-update',
        payload: { class: 'bug', text: `Said by no department at ${site.now()}.` },
      },
      {
        as: 'dana.fox',
        call: 'hybrid-account.share-update',
        payload: { class: 'bug', text: '   ' },
      },
      { as: 'lin.chen', call: 'hybrid-account.acknowledge-updates', payload: { upTo: 1 } },
    ]),

  async judge(end) {
    const { view, clicks } = end;
    const broken = soundBroken(end);
    const updates = view.knowledge?.updates ?? [];
    for (const click of clicks.filter(
      ({ call, mistake }) => call === 'hybrid-account.share-update' && !mistake,
    )) {
      const kept = updates.filter(({ text }) => text === textOf(click)).length;
      if (kept > 1) broken.push(`"${textOf(click)}" is there ${kept} times`);
      if (kept === 0 && click.outcome === 'done')
        broken.push(`"${textOf(click)}" was accepted and is lost`);
    }
    for (const side of ['cs', 'fmc'] as const) {
      const upTo = (outcomes: readonly Clicked['outcome'][]): number =>
        Math.max(
          0,
          ...clicks
            .filter(
              ({ as, call, outcome, mistake }) =>
                !mistake &&
                call === 'hybrid-account.acknowledge-updates' &&
                as === people[side] &&
                outcomes.includes(outcome),
            )
            .map(({ payload }) => (payload as { upTo: number }).upTo),
        );
      const news = (seen: number): number =>
        updates.filter(({ from, id }) => from !== side && id > seen).length;
      const [least, most] = [news(upTo(['done', 'unknown'])), news(upTo(['done']))];
      if (view.gaps[side] < least || view.gaps[side] > most)
        broken.push(
          `${side} has ${view.gaps[side]} updates to see, and should have ${least} to ${most}`,
        );
    }
    const asked = counted(clicks, ({ call }) => call === 'hybrid-account.ask-question');
    const kept = view.knowledge?.questions.length ?? 0;
    if (kept < asked.least || kept > asked.most)
      broken.push(`${kept} questions are kept of ${asked.least} to ${asked.most}`);
    return broken;
  },
};
