import { useRef } from 'react';
import type { SentenceView } from '../../../src/contract/sop';

interface Props {
  readonly sentences: readonly SentenceView[];
  /** Names of the entries, for the headings between. */
  readonly entries: readonly { readonly id: string; readonly name: string }[];
}

/** Sentences with their clauses; those that were not there when somebody began to edit are marked. */
export function SopText({ sentences, entries }: Props) {
  const began = useRef<ReadonlySet<string> | null>(null);
  began.current ??= new Set(sentences.map(keyOf));
  const before = began.current;
  const groups = [null, ...entries.map(({ id }) => id)];
  return (
    <div className="sop">
      {groups.map((entry) => {
        const own = sentences.filter((sentence) => sentence.entry === entry);
        if (own.length === 0) return null;
        return (
          <div key={entry ?? ''} className="sop-part">
            {entry !== null && <h4>{entries.find(({ id }) => id === entry)?.name}</h4>}
            <ul>
              {own.map((sentence) => (
                <li
                  key={keyOf(sentence)}
                  data-clause={sentence.clause}
                  tabIndex={-1}
                  className={before.has(keyOf(sentence)) ? undefined : 'sop-new'}
                >
                  <span className="sop-clause">{sentence.clause}</span>
                  <span>
                    {!before.has(keyOf(sentence)) && (
                      <span className="for-screen-readers">Changed: </span>
                    )}
                    {sentence.text}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}

const keyOf = ({ clause, text, entry }: SentenceView): string => `${clause} ${entry ?? ''} ${text}`;
