// Members and methods of values in Jira expressions.
// https://developer.atlassian.com/cloud/jira/software/jira-expressions-type-reference/

export type Callback = (item: unknown) => unknown;

/** A property of a value; lists and texts have `length`. @throws Error when there is no value to ask */
export function memberOf(value: unknown, name: string): unknown {
  if (value === null || value === undefined) throw new Error(`it asks for ${name} of nothing`);
  if (typeof value === 'string') return name === 'length' ? value.length : undefined;
  if (Array.isArray(value))
    return name === 'length' ? value.length : (value as unknown[])[Number(name)];
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

/** @throws Error when the value has no such method, or it is given something else */
export function call(value: unknown, method: string, given: unknown): unknown {
  if (value === null || value === undefined) throw new Error(`it calls ${method} of nothing`);
  if (Array.isArray(value)) return callList(value as unknown[], method, given);
  if (typeof value === 'string') return callText(value, method, given);
  throw new Error(`it calls ${method}, which is not a method of ${typeof value}`);
}

function callList(list: readonly unknown[], method: string, given: unknown): unknown {
  if (method === 'includes') return list.includes(given);
  if (method === 'indexOf') return list.indexOf(given);
  if (typeof given !== 'function')
    throw new Error(`it calls ${method} of a list without a function`);
  const each = given as Callback;
  switch (method) {
    case 'some':
      return list.some((item) => each(item) === true);
    case 'every':
      return list.every((item) => each(item) === true);
    case 'filter':
      return list.filter((item) => each(item) === true);
    case 'map':
      return list.map((item) => each(item));
    default:
      throw new Error(`it calls ${method}, which is not a method of lists`);
  }
}

function callText(text: string, method: string, given: unknown): unknown {
  switch (method) {
    case 'includes':
      return text.includes(String(given));
    case 'indexOf':
      return text.indexOf(String(given));
    case 'startsWith':
      return text.startsWith(String(given));
    case 'endsWith':
      return text.endsWith(String(given));
    case 'match':
      return new RegExp(String(given), 'u').exec(text);
    case 'toLowerCase':
      return text.toLowerCase();
    case 'toUpperCase':
      return text.toUpperCase();
    case 'trim':
      return text.trim();
    default:
      throw new Error(`it calls ${method}, which is not a method of texts`);
  }
}
