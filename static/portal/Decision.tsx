import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import type {
  PortalDecision,
  PortalView,
} from '../../src/procedures/change-request/contract/portal';
import { callPortal } from './call';
import { Notice } from '../shared/Notice';
import { ProblemMessage } from '../shared/ProblemMessage';
import { announce } from '../shared/tell';
import { useWrite } from '../shared/use-write';
import { WordsForm } from '../shared/WordsForm';

interface Props {
  readonly decision: PortalDecision;
  readonly show: (fresh: PortalView) => void;
}

const focusStanding = (): void => document.getElementById('standing')?.focus();

/** The one decision that is the customer's. It takes two steps: what they agree to is repeated before it counts. */
export function Decision({ decision, show }: Props) {
  const [step, setStep] = useState<'asked' | 'confirm' | 'decline'>('asked');
  const { busy, problem, run } = useWrite<PortalView>((fresh) => {
    show(fresh);
    setStep('asked');
  });
  const { gate, version, agreed } = decision;
  const send = async (call: () => Promise<PortalView>, said: string): Promise<boolean> => {
    if (!(await run(call))) return false;
    announce(said);
    focusStanding();
    return true;
  };
  if (decision.youAgreed) {
    return (
      <Notice appearance="success" title="You have agreed">
        <p>
          {agreed === null
            ? 'Others of your team still have to.'
            : `${agreed.have} of ${agreed.need} people of your team have agreed.`}
        </p>
      </Notice>
    );
  }
  return (
    <section className="portal-decision" aria-label={decision.title}>
      <h2>{decision.question}</h2>
      {decision.changes.length > 0 && (
        <Notice appearance="warning" title="Changed since you agreed before">
          <ul>
            {decision.changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </Notice>
      )}
      {step !== 'confirm' && <Terms lines={decision.agreesTo} />}
      {agreed !== null && (
        <p className="subtle">
          {agreed.have} of {agreed.need} people of your team have agreed.
        </p>
      )}
      {step === 'asked' && (
        <div className="portal-buttons">
          <Button appearance="primary" shouldFitContainer onClick={() => setStep('confirm')}>
            {decision.yes}
          </Button>
          <Button shouldFitContainer onClick={() => setStep('decline')}>
            {decision.no}
          </Button>
        </div>
      )}
      {step === 'confirm' && (
        <Confirm
          decision={decision}
          busy={busy}
          onConfirm={() =>
            void send(
              () => callPortal('change-request.approve', { gate, version }),
              'Thank you. Your decision is recorded.',
            )
          }
          onBack={() => setStep('asked')}
        />
      )}
      {step === 'decline' && (
        <WordsForm
          name={decision.no}
          draft={`portal-${gate}`}
          label={gate === 'uat' ? 'What did not work?' : 'What would you like to be different?'}
          help="We read it, and come back to you."
          submit={decision.no}
          missing="Tell us in a few words."
          field="reason"
          rows={3}
          permission={{ allowed: true }}
          busy={busy}
          problem={problem}
          onSend={(reason) =>
            send(
              () => callPortal('change-request.decline', { gate, version, reason }),
              'Thank you. We have your answer.',
            )
          }
          onClose={() => setStep('asked')}
        />
      )}
      {step !== 'decline' && problem && <ProblemMessage problem={problem} />}
    </section>
  );
}

/** The same lines once more, and the button that counts. */
function Confirm({
  decision,
  busy,
  onConfirm,
  onBack,
}: {
  decision: PortalDecision;
  busy: boolean;
  onConfirm: () => void;
  onBack: () => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="portal-confirm" role="group" aria-labelledby="confirming">
      <h3 id="confirming" ref={heading} tabIndex={-1}>
        You are about to say: {decision.yes.toLowerCase()}
      </h3>
      <Terms lines={decision.agreesTo} />
      <p>This is recorded with your name and the time, and posted on this request.</p>
      <div className="portal-buttons">
        <Button appearance="primary" shouldFitContainer isLoading={busy} onClick={onConfirm}>
          Confirm: {decision.yes.toLowerCase()}
        </Button>
        <Button appearance="subtle" shouldFitContainer onClick={onBack}>
          Back
        </Button>
      </div>
    </div>
  );
}

const linkIn = /^(?<before>.*?)(?<url>https:\/\/\S+)$/su;

const Terms = ({ lines }: { lines: readonly string[] }) => (
  <ul className="portal-terms">
    {lines.map((line) => {
      const { before = line, url } = linkIn.exec(line)?.groups ?? {};
      return (
        <li key={line}>
          {before}
          {url !== undefined && (
            <a href={url} target="_blank" rel="noreferrer">
              {url}
            </a>
          )}
        </li>
      );
    })}
  </ul>
);
