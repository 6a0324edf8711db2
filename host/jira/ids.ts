type Counted =
  | 'issue'
  | 'comment'
  | 'history'
  | 'link'
  | 'project'
  | 'field'
  | 'option'
  | 'request-type'
  | 'status'
  | 'transition'
  | 'organization'
  | 'approval'
  | 'person'
  | 'attachment'
  | 'temporary-file';

/** Ids by counting, so that two sites from the same seed are equal. */
export class Ids {
  readonly #last = new Map<Counted, number>();

  /** The next id of its kind; those of Jira's own tables start at 10000. */
  next(kind: Counted): string {
    const last = this.#last.get(kind) ?? (kind === 'organization' || kind === 'person' ? 0 : 9_999);
    this.#last.set(kind, last + 1);
    return String(last + 1);
  }
}

/** A UUID that only depends on what it is for. */
export function uuidFor(kind: string, number: number): string {
  let hash = 0x811c9dc5;
  for (const sign of kind) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193) >>> 0;
  return `${hash.toString(16).padStart(8, '0')}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}
