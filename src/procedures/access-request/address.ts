/**
 * Is that one plain e-mail address? No display name, no list, no line break: nothing that could become a second header
 * or a second recipient. Stricter than RFC 5321 on purpose.
 */
export const isAddress = (value: string): boolean =>
  value.length <= 254 &&
  /^[^\s@<>(),;:"\\[\]]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/iu.test(
    value,
  );
