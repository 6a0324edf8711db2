import type { TicketView } from '../../src/procedures/account-manager/contract/panel';
import { callPanel } from './call';
import { refreshTicket, tellDone } from '../shared/tell';
import { useWrite } from '../shared/use-write';
import { WordsForm } from '../shared/WordsForm';
import { usePanel } from './panel-context';

interface Words {
  readonly label: string;
  readonly help: string;
  readonly submit: string;
  readonly missing: string;
  readonly done: string;
  readonly field: 'text' | 'reason' | 'note';
  readonly send: (words: string, expectedRevision: number) => Promise<TicketView>;
}

const wordsOf: Readonly<Record<'answer' | 'escalate' | 'withdraw' | 'add-question', Words>> = {
  answer: {
    label: 'Your answer',
    help: 'Posted as an internal comment; customers never see it. The ticket goes back to support.',
    submit: 'Post and hand back',
    missing: 'Write the answer support can work with.',
    done: 'Answer posted. The ticket is handed back to support.',
    field: 'text',
    send: (text, expectedRevision) =>
      callPanel('account-manager.answer', { text, expectedRevision }),
  },
  escalate: {
    label: 'Why now?',
    help: 'Whoever is above is tagged with this in an internal comment.',
    submit: 'Escalate now',
    missing: 'Say why it cannot wait, for example who in leadership asks for it.',
    done: 'Escalated.',
    field: 'reason',
    send: (reason, expectedRevision) =>
      callPanel('account-manager.escalate', { reason, expectedRevision }),
  },
  withdraw: {
    label: 'Why is the answer no longer needed?',
    help: 'The request ends, and this reason stays in the history.',
    submit: 'Withdraw request',
    missing: 'Say why the answer is no longer needed.',
    done: 'Request withdrawn.',
    field: 'reason',
    send: (reason, expectedRevision) =>
      callPanel('account-manager.withdraw', { reason, expectedRevision }),
  },
  'add-question': {
    label: 'What else do you need?',
    help: 'Whoever is asked is tagged with this in an internal comment. You hear the answer too.',
    submit: 'Ask this too',
    missing: 'Write what you need.',
    done: 'Your question has joined the request.',
    field: 'note',
    send: (note, expectedRevision) =>
      callPanel('account-manager.add-question', { note, expectedRevision }),
  },
};

/** The forms that need one text: the answer, or the reason. */
export function ActionWords({
  action,
  onClose,
}: {
  action: keyof typeof wordsOf;
  onClose: () => void;
}) {
  const { issueId, view, show } = usePanel();
  const { send, done, ...words } = wordsOf[action];
  const { busy, problem, run } = useWrite(show);
  const onSend = async (text: string): Promise<boolean> => {
    if (!(await run(() => send(text, view.revision)))) return false;
    onClose();
    tellDone(done);
    await refreshTicket();
    return true;
  };
  return (
    <WordsForm
      {...words}
      name={words.label}
      draft={`${issueId} ${action}`}
      rows={3}
      permission={view.actions[action]}
      busy={busy}
      problem={problem}
      onSend={onSend}
      onClose={onClose}
    />
  );
}
