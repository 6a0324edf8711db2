import { createContext, useContext, useEffect, useState } from 'react';

/** Where a page can look a clause up in the written SOP. */
export interface WrittenSop {
  /** The sentences of a clause, as they are in force. Must not change between renders. */
  readonly read: (clause: string) => Promise<readonly string[]>;
  /** Opens the SOP at the clause, for those who may open it; null where the viewer may not. */
  readonly open: ((clause: string) => void) | null;
}

/** Null on pages that cannot look anything up. */
export const WrittenSopContext = createContext<WrittenSop | null>(null);

/** What the SOP says under a clause: a link for those who may open it, the sentences themselves for everybody. */
export function Rule({ clause }: { clause: string }) {
  const sop = useContext(WrittenSopContext);
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const read = sop?.read;
  useEffect(() => {
    let wanted = true;
    // Without an answer the reason above still stands.
    read?.(clause).then(
      (found) => wanted && setSentences(found),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [read, clause]);
  if (sop === null || sentences.length === 0) return null;
  return (
    <div className="why-rule">
      <p className="small subtle">What the SOP says under {clause}:</p>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {sop.open !== null && (
        <p>
          <button type="button" className="link-button" onClick={() => sop.open?.(clause)}>
            Open it in the written SOP
          </button>
        </p>
      )}
    </div>
  );
}
