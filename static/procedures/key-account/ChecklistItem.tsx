import Button from '@atlaskit/button/new';
import TextField from '@atlaskit/textfield';
import { useId, useState } from 'react';
import type { ItemView } from '../../../src/procedures/key-account/contract/panel';
import { callKeyAccount } from './call';
import { Field } from '../../shared/Field';
import { Moment } from '../../shared/Moment';
import { ProblemMessage } from '../../shared/ProblemMessage';
import { announce } from '../../shared/tell';
import { useWrite } from '../../shared/use-write';
import { useRelease } from './panel-context';

/** One thing to be done, with who did it, when, and what proves it. */
export function ChecklistItem({ item }: { item: ItemView }) {
  const { show, closed } = useRelease();
  const { busy, problem, run } = useWrite(show);
  const [proving, setProving] = useState(false);
  const id = useId();
  const { done } = item;

  const tick = async (ticked: boolean, evidence?: string): Promise<void> => {
    const taken = await run(() =>
      callKeyAccount('key-account.tick', {
        item: item.id,
        done: ticked,
        ...(evidence === undefined ? {} : { evidence }),
      }),
    );
    if (!taken) return;
    setProving(false);
    announce(`${item.text}: ${ticked ? 'ticked' : 'open again'}`);
  };
  return (
    <li>
      <label className="choice" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={done !== null}
          disabled={closed || busy}
          onChange={(event) => {
            if (event.currentTarget.checked && item.evidence) setProving(true);
            else void tick(event.currentTarget.checked);
          }}
        />
        <span>
          {item.text}
          {!item.required && <span className="subtle small"> (if it applies)</span>}
          {item.evidence && done === null && <span className="subtle small"> (with evidence)</span>}
        </span>
      </label>
      {done !== null && (
        <p className="subtle small item-done">
          {done.by.name}, <Moment at={done.at} />
          {done.evidence !== null && (
            <>
              {' '}
              · <Evidence text={done.evidence} />
            </>
          )}
        </p>
      )}
      {proving && done === null && (
        <Prove
          item={item}
          busy={busy}
          onProve={(evidence) => void tick(true, evidence)}
          onClose={() => setProving(false)}
        />
      )}
      {problem && <ProblemMessage problem={problem} />}
    </li>
  );
}

/** A link where it is one; anything else is words. */
const Evidence = ({ text }: { text: string }) =>
  /^https:\/\/\S+$/u.test(text) ? (
    <a href={text} target="_blank" rel="noreferrer">
      {text}
    </a>
  ) : (
    <span>{text}</span>
  );

function Prove({
  item,
  busy,
  onProve,
  onClose,
}: {
  item: ItemView;
  busy: boolean;
  onProve: (evidence: string) => void;
  onClose: () => void;
}) {
  const [evidence, setEvidence] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = evidence.trim() === '';
  return (
    <form
      className="inline-form"
      aria-label={`Evidence for ${item.text}`}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!missing && !busy) onProve(evidence.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <Field
        label="Evidence"
        required
        help="A link, or a few words."
        error={asked && missing ? 'Enter a link, or a few words.' : undefined}
      >
        {(field) => (
          <TextField
            {...field}
            autoFocus
            maxLength={200}
            value={evidence}
            onChange={(event) => setEvidence(event.currentTarget.value)}
          />
        )}
      </Field>
      <div className="buttons">
        <Button type="submit" spacing="compact" appearance="primary" isLoading={busy}>
          Tick
        </Button>
        <Button spacing="compact" appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
