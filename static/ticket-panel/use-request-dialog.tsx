import { Modal } from '@forge/bridge';
import { type ReactNode, useState } from 'react';
import type { TicketView } from '../../src/procedures/account-manager/contract/panel';
import { callPanel } from './call';
import { type PageProblem, problemOf } from '../shared/problem';
import { ProblemMessage } from '../shared/ProblemMessage';
import { refreshTicket, tellDone } from '../shared/tell';
import { usePanel } from './panel-context';

/** What the dialog hands back when it closes; nothing when it was only closed. */
export interface RequestResponseOutcome {
  readonly fresh: TicketView;
  readonly done: string;
}

const outcomeOf = (payload: unknown): RequestResponseOutcome | null =>
  typeof payload === 'object' && payload !== null && 'fresh' in payload
    ? (payload as RequestResponseOutcome)
    : null;

/** Opens "Request response" as a dialog of Jira's own size: the same resource, told apart by the modal's context. */
export function useRequestDialog(): {
  readonly open: () => Promise<void>;
  readonly problem: ReactNode;
} {
  const { show } = usePanel();
  const [problem, setProblem] = useState<PageProblem | null>(null);

  const closed = async (payload: unknown): Promise<void> => {
    const outcome = outcomeOf(payload);
    if (outcome) {
      show(outcome.fresh);
      tellDone(outcome.done);
      await refreshTicket();
    } else {
      // Closed without a word: it may have been sent all the same, so look.
      await callPanel('ticket.get', {}).then(show, () => undefined);
    }
  };
  const open = async (): Promise<void> => {
    setProblem(null);
    try {
      await new Modal({
        size: 'large',
        context: { modal: 'request-response' },
        onClose: (payload: unknown) => void closed(payload),
      }).open();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return {
    open,
    problem: problem && <ProblemMessage problem={problem} onTryAgain={() => void open()} />,
  };
}
