import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { AttestationView } from '../../../src/procedures/key-account/contract/panel';
import { callKeyAccount } from './call';
import { download } from '../../shared/files';
import { Moment } from '../../shared/Moment';
import { Notice } from '../../shared/Notice';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { Why } from '../../shared/Why';
import { WordsForm } from '../../shared/WordsForm';
import { HandOver } from './HandOver';
import { useRelease } from './panel-context';
import { useStep } from './use-step';
import { shortHash } from './words';

/** The three attestations in their order, each with its hash; one that holds no longer says so. */
export function Witness() {
  const { view, release } = useRelease();
  const { chain, chainBroken, witness, names } = release;
  const nameOf = (id: string | null | undefined): string => names[id ?? ''] ?? 'somebody unknown';
  const save = (): void => {
    const record = {
      ticket: view.issueKey,
      how: 'Each hash is SHA-256 over the record without its own hash, as JSON with sorted keys and no spaces; "previous" is the hash of the record before.',
      chain,
    };
    download(
      `${view.issueKey}-attestations.json`,
      new Blob([JSON.stringify(record, null, 2)], { type: 'application/json' }),
    );
  };
  return (
    <section aria-labelledby="witness" className="stack">
      <h2 id="witness" className="section">
        Witnessed by a senior engineer
      </h2>
      {chainBroken !== null && (
        <Notice appearance="error" title="The record was tampered with">
          <p>{chainBroken} Do not rely on this sign-off; tell your administrator.</p>
        </Notice>
      )}
      <ol className="witness">
        {witness.map((one, place) => (
          <Attestation key={one.step} attestation={one} number={place + 1} />
        ))}
      </ol>
      {release.finished === null && <HandOver />}
      {chain
        .filter(({ kind }) => kind === 'handed-over')
        .map(({ number, at, content }) => (
          <p key={number} className="small">
            Handed over from {nameOf(content['from'])} to {nameOf(content['to'])} <Moment at={at} />
            : {content['reason']}
          </p>
        ))}
      {chain.length > 0 && (
        <div className="key-head">
          <span className="subtle small">
            {chain.length === 1 ? '1 record' : `${chain.length} records`}
            {chainBroken === null ? ', the chain is whole.' : '.'}
          </span>
          <Button spacing="compact" appearance="subtle" onClick={save}>
            Download the records
          </Button>
        </div>
      )}
    </section>
  );
}

function Attestation({
  attestation: { step: which, title, given, void: voided, whyNot, late },
  number,
}: {
  attestation: AttestationView;
  number: number;
}) {
  const { issueId, closed } = useRelease();
  const { busy, problem, step } = useStep();
  const [reasoning, setReasoning] = useState(false);
  const attest = (reason?: string): Promise<boolean> =>
    step(
      (expectedRevision) =>
        callKeyAccount('key-account.witness', {
          step: which,
          expectedRevision,
          ...(reason === undefined ? {} : { reason }),
        }),
      `${title} attested.`,
    );
  return (
    <li
      className={`attestation ${given === null ? '' : given.retrospective === null ? 'attestation-given' : 'attestation-late'}`}
    >
      <div className="key-head">
        <span className="strong">
          {number}. {title}
        </span>
        <span className="card-states">
          {given !== null &&
            (given.retrospective === null ? (
              <Lozenge appearance="success">Witnessed</Lozenge>
            ) : (
              <Lozenge appearance="moved">Retrospective</Lozenge>
            ))}
          {given === null && voided !== null && <Lozenge appearance="removed">Void</Lozenge>}
        </span>
      </div>
      {given !== null && (
        <p className="small">
          {given.by.name}, {given.rank}, <Moment at={given.at} /> ·{' '}
          <code title={given.hash}>{shortHash(given.hash)}</code>
        </p>
      )}
      {given?.retrospective != null && (
        <p className="subtle small">
          {given.retrospective.because} Reason: {given.retrospective.reason}
        </p>
      )}
      {given === null && voided !== null && (
        <p className="small">
          {voided.why} <Moment at={voided.at} />
        </p>
      )}
      {given === null && whyNot !== null && !closed && (
        <Why why={whyNot} question="Why not?" about={`can I not attest: ${title}`}>
          <span className="subtle small">Not by you now.</span>
        </Why>
      )}
      {given === null && whyNot === null && !closed && !reasoning && (
        <div className="buttons">
          <Button
            appearance="primary"
            spacing="compact"
            isLoading={busy}
            onClick={() => (late === null ? void attest() : setReasoning(true))}
          >
            I saw it happen
          </Button>
          {late !== null && (
            <span className="subtle small">Will be marked retrospective: {late}</span>
          )}
        </div>
      )}
      {reasoning && given === null && (
        <WordsForm
          name={`Attest: ${title}`}
          draft={`${issueId} attest ${which}`}
          label="Why was it not attested when it happened?"
          help={late ?? ''}
          submit="Attest afterwards"
          missing="Say why."
          field="reason"
          rows={2}
          permission={{ allowed: true }}
          busy={busy}
          problem={problem}
          onSend={attest}
          onClose={() => setReasoning(false)}
        />
      )}
      {!reasoning && problem?.field === 'reason' && (
        <div className="buttons">
          <span className="small">{problem.message}</span>
          <Button spacing="compact" onClick={() => setReasoning(true)}>
            Give the reason
          </Button>
        </div>
      )}
      {!reasoning && problem && problem.field !== 'reason' && <ProblemMessage problem={problem} />}
    </li>
  );
}
