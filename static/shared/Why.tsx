import { type ReactNode, useId, useState } from 'react';
import type { WhyView } from '../../src/contract/why';
import { Rule } from './rule';
import { useSaid } from './use-said';

interface Props {
  readonly why: WhyView;
  /** "Why?" for what was done, "Why not?" for what was not. */
  readonly question?: 'Why?' | 'Why not?';
  /** What it is about, for those who hear the link alone. */
  readonly about?: string;
  /** What stands before the question on its line. */
  readonly children?: ReactNode;
}

/** One click from an act, or its absence, to the rule: clause, sentence, values, settings version. */
export function Why({ why, question = 'Why?', about, children }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="why">
      <div className="why-line">
        <div className="why-subject">{children}</div>
        <button
          type="button"
          className="link-button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {question}
          {about !== undefined && <span className="for-screen-readers"> {about}</span>}
        </button>
      </div>
      <div id={id}>{open && <Because why={why} />}</div>
    </div>
  );
}

function Because({ why }: { why: WhyView }) {
  const said = useSaid();
  return (
    <div className="why-answer">
      <p>{said(why.text)}</p>
      {why.different !== null && <p>It would be different {said(why.different)}</p>}
      <Rule clause={why.clause} />
      <dl>
        {why.values.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said(value)}</dd>
          </div>
        ))}
        <div>
          <dt>Clause</dt>
          <dd>{why.clause}</dd>
        </div>
        <div>
          <dt>Settings</dt>
          <dd>version {why.policyVersion}</dd>
        </div>
      </dl>
    </div>
  );
}
