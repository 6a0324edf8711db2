/** What a value takes in storage. */
export const bytesOf = (value: unknown): number =>
  Buffer.byteLength(JSON.stringify(value) ?? '', 'utf8');
