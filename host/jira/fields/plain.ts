import { isDay, jiraDate, parseInstant } from '../dates';
import { isDocument } from '../adf/schema';
import { textOf } from '../adf/text';
import { type Stored } from '../entities';
import { asList, FieldProblem, type FieldRules, nobody } from './rules';

const setOnly = ['set'] as const;
const name = (text: string): { id: null; name: string } => ({ id: null, name: text });

export const text: FieldRules = {
  type: 'string',
  operations: setOnly,
  parse(sent, field) {
    if (sent === null) return null;
    if (typeof sent !== 'string') throw new FieldProblem('Operation value must be a string');
    if (sent.length > 255)
      throw new FieldProblem(
        `The entered text is too long. It exceeds the allowed limit of 255 characters.`,
      );
    if (field.id === 'summary' && /[\r\n]/.test(sent))
      throw new FieldProblem('The summary is invalid because it contains newline characters.');
    return sent.trim() === '' ? null : sent;
  },
  format: (stored) => stored,
  tell: (stored) => (typeof stored === 'string' ? name(stored) : nobody),
};

export const paragraph: FieldRules = {
  type: 'string',
  operations: setOnly,
  parse(sent) {
    if (sent === null) return null;
    if (!isDocument(sent))
      throw new FieldProblem(
        'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
      );
    return sent.content.length === 0 ? null : sent;
  },
  format: (stored) => stored,
  tell: (stored) => (isStoredDocument(stored) ? name(textOf(stored)) : nobody),
};

/** Is this stored value a document? */
export const isStoredDocument = (stored: Stored): stored is Extract<Stored, { type: 'doc' }> =>
  typeof stored === 'object' && stored !== null && !Array.isArray(stored);

export const number: FieldRules = {
  type: 'number',
  operations: setOnly,
  parse(sent) {
    if (sent === null) return null;
    if (typeof sent !== 'number' || !Number.isFinite(sent))
      throw new FieldProblem('Operation value must be a number');
    return sent;
  },
  format: (stored) => stored,
  tell: (stored) => (typeof stored === 'number' ? name(String(stored)) : nobody),
};

export const date: FieldRules = {
  type: 'date',
  operations: setOnly,
  parse(sent) {
    if (sent === null || sent === '') return null;
    if (typeof sent !== 'string' || !isDay(sent))
      throw new FieldProblem(
        "Error parsing date string: '" + String(sent) + "'. Use the format yyyy-MM-dd.",
      );
    return sent;
  },
  format: (stored) => stored,
  tell: (stored) => (typeof stored === 'string' ? { id: stored, name: stored } : nobody),
};

/** Stored as epoch milliseconds. */
export const datetime: FieldRules = {
  type: 'datetime',
  operations: setOnly,
  parse(sent) {
    if (sent === null || sent === '') return null;
    const ms = typeof sent === 'string' ? parseInstant(sent) : null;
    if (ms === null)
      throw new FieldProblem(
        "Error parsing date-time string: '" +
          String(sent) +
          "'. Use the format yyyy-MM-dd'T'HH:mm:ss.SSSZ.",
      );
    return ms;
  },
  format: (stored) => (typeof stored === 'number' ? jiraDate(stored) : null),
  tell: (stored) =>
    typeof stored === 'number' ? { id: jiraDate(stored), name: jiraDate(stored) } : nobody,
};

export const labels: FieldRules = {
  type: 'array',
  items: 'string',
  operations: ['add', 'set', 'remove'],
  parse(sent) {
    if (sent === null) return [];
    if (!Array.isArray(sent) || sent.some((label) => typeof label !== 'string'))
      throw new FieldProblem('data was not an array of strings');
    const wrong = (sent as string[]).find((label) => /\s/.test(label) || label === '');
    if (wrong !== undefined)
      throw new FieldProblem(`The label '${wrong}' contains spaces which is invalid.`);
    return [...new Set(sent as string[])].sort();
  },
  format: (stored) => asList(stored),
  tell: (stored) => name(asList(stored).join(' ')),
};
