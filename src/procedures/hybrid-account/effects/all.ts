// HY-22: what is decided in one onboarding and done in another.
import type { PerformOwn } from '../../../app/app-procedure';
import { done } from '../../../app/performing';
import { takeTurn } from '../../../app/take-turn';
import { endInFavourOf } from '../crossroads';
import { endOther } from '../effects';
import { id } from '../state';

export const effects: Readonly<Record<string, PerformOwn>> = {
  [endOther.name]: async ({ ports }, _item, command) => {
    const { issueId, opportunity, inFavourOf } = endOther.inputOf(command);
    const policy = await ports.policy.current();
    if (policy === null) return done();
    const self = await ports.policy.self(async () => (await ports.jira.app.myself()).accountId);
    await takeTurn(
      ports,
      policy,
      issueId,
      { door: ports.jira.app },
      {
        act: { procedure: id, perform: (c) => endInFavourOf(c, opportunity, inFavourOf) },
        actor: () => ({ accountId: self, mayTransition: true }),
        expectedRevision: null,
      },
    );
    return done();
  },
};
