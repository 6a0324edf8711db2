import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { callHybrid } from './call';
import { WordsForm } from '../../shared/WordsForm';
import { Announce } from './Announce';
import { ClosedWon } from './ClosedWon';
import { Guide } from './Guide';
import { useHybrid } from './panel-context';
import { Share } from './Share';
import { useStep } from './use-step';
import { departments } from './words';

type Form = 'share' | 'ask' | 'announce' | 'guide' | 'won';

/** What the viewer's department can do here. */
export function Actions() {
  const { view, issueId } = useHybrid();
  const [open, setOpen] = useState<Form | null>(null);
  const close = (): void => setOpen(null);
  const { side, account, knowledge, onboarding } = view;
  if (side === null) return null;
  const shared = account?.hybrid === true || knowledge !== null;
  const titles: Readonly<Record<Form, string>> = {
    share: 'Share an update',
    ask: `Ask ${departments[side === 'cs' ? 'fmc' : 'cs']}`,
    announce: 'Announce maintenance',
    guide: 'Integration guide',
    won: 'Closed won',
  };
  const offered: Form[] = [
    ...(shared ? (['share', 'ask'] as const) : []),
    ...(account !== null && view.mayRaise && view.guide.length > 0 ? (['guide'] as const) : []),
    ...((knowledge === null || knowledge.updates.length === 0) &&
    onboarding === null &&
    view.hybridAccounts.length > 0
      ? (['announce'] as const)
      : []),
    ...(side === 'cs' && onboarding === null && view.hybridAccounts.length > 0
      ? (['won'] as const)
      : []),
  ];
  return (
    <section className="stack" aria-label="What you can do">
      {open === null && (
        <div className="buttons">
          {offered.map((form) => (
            <Button
              key={form}
              appearance={form === 'share' && view.mine === 0 ? 'primary' : 'default'}
              onClick={() => setOpen(form)}
            >
              {titles[form]}
            </Button>
          ))}
        </div>
      )}
      {open === 'share' && <Share onClose={close} />}
      {open === 'ask' && <Ask title={titles.ask} issueId={issueId} onClose={close} />}
      {open === 'announce' && <Announce onClose={close} />}
      {open === 'guide' && <Guide onClose={close} />}
      {open === 'won' && <ClosedWon onClose={close} />}
    </section>
  );
}

function Ask({ title, issueId, onClose }: { title: string; issueId: string; onClose: () => void }) {
  const { busy, problem, step } = useStep();
  return (
    <WordsForm
      name={title}
      draft={`${issueId} touching base`}
      label="What do you want to know?"
      help="Posted as an internal comment that tags them; customers never see it. It is due like any other request."
      submit="Ask"
      missing="Say what you want to know."
      field="text"
      rows={3}
      permission={{ allowed: true }}
      busy={busy}
      problem={problem}
      onSend={async (text) => {
        const done = await step(
          (expectedRevision) =>
            callHybrid('hybrid-account.ask-question', { text, expectedRevision }),
          'Asked.',
        );
        if (done) onClose();
        return done;
      }}
      onClose={onClose}
    />
  );
}
