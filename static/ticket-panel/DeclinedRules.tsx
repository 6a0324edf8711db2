import { useState } from 'react';
import { useSaid } from '../shared/use-said';
import { Why } from '../shared/Why';
import { usePanel } from './panel-context';

/** Rules that looked at the ticket just now and did nothing: the answer to "why has nothing happened?" */
export function DeclinedRules() {
  const { whyNot } = usePanel().view;
  const said = useSaid();
  const [open, setOpen] = useState(false);
  if (whyNot.length === 0) return null;
  return (
    <section>
      <button
        type="button"
        className="link-button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        Why did nothing else happen?
      </button>
      {open && (
        <ul className="steps">
          {whyNot.map((why) => (
            <li key={`${why.clause} ${why.text}`} className="step step-declined">
              <Why why={why} question="Why not?" about={said(why.text)}>
                <span className="step-time">{why.clause}</span>
                {said(why.text)}
              </Why>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
