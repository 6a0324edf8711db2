import { useEffect, useRef } from 'react';
import type { SopPreview } from '../../../src/contract/sop';
import { Skeleton } from '../../shared/Skeleton';
import { SopText } from './SopText';

interface Props {
  readonly name: string;
  /** Null until it was written for the first time. */
  readonly preview: SopPreview | null;
  readonly entries: readonly { readonly id: string; readonly name: string }[];
}

/** The SOP beside the form: it follows what is changed, so that the sentence in question is in sight. */
export function LivingSop({ name, preview, entries }: Props) {
  const place = useRef<HTMLElement>(null);
  const seen = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const box = place.current;
    const marked = [...(box?.querySelectorAll<HTMLElement>('.sop-new') ?? [])];
    const fresh = marked.find(({ textContent }) => !seen.current.has(textContent ?? ''));
    seen.current = new Set(marked.map(({ textContent }) => textContent ?? ''));
    // Only this box scrolls, never the page under the pointer.
    if (box && fresh) box.scrollTop = fresh.offsetTop - box.clientHeight / 3;
  }, [preview]);
  return (
    <aside className="queue-sop" aria-label={`The SOP of ${name}`} tabIndex={0} ref={place}>
      <h3>This is the SOP it writes</h3>
      {preview === null && <Skeleton lines={[90, 80, 95, 70]} label="Writing the SOP" />}
      {preview !== null && preview.sentences === null && (
        <p className="subtle">Correct what is marked, and the SOP is written anew.</p>
      )}
      {preview?.sentences && <SopText sentences={preview.sentences} entries={entries} />}
    </aside>
  );
}
