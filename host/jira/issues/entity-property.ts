import { badRequest, notFound } from '../errors';
import { requestLimits } from '../limits';

const most = requestLimits.property;

/** @throws JiraError 400 when key or value cannot be a property */
export function checkProperty(key: string, value: unknown): void {
  if (key.length === 0 || key.length > most.key) {
    throw badRequest(`The property key must be between 1 and ${most.key} characters.`);
  }
  if (value === undefined) throw badRequest('The value of the property must be valid JSON.');
  if (JSON.stringify(value).length > most.value) {
    throw badRequest(
      `The value of the property is too long. It must not exceed ${most.value} characters.`,
    );
  }
}

/** The property's value. @throws JiraError 404 when there is none */
export function propertyOf(properties: ReadonlyMap<string, unknown>, key: string): unknown {
  if (!properties.has(key)) throw notFound(`The property with key '${key}' does not exist.`);
  return properties.get(key);
}

/** `properties` of a create, edit, transition or comment request. @throws JiraError 400 */
export function readProperties(
  sent: readonly { readonly key: string; readonly value?: unknown }[] | undefined,
): ReadonlyMap<string, unknown> {
  const read = new Map<string, unknown>();
  for (const { key, value } of sent ?? []) {
    checkProperty(key, value);
    read.set(key, value);
  }
  return read;
}
