// Which of the engine's clocks a row belongs to. Nothing in a key is a person or a day of a calendar, so that a promise, a
// question and who was told stay what they are when those change.
import type { Instant } from '../../core/instant';
import type { AccessRow, Together } from './access-request';

export const lastSent = ({ lastSentAt, requestedAt }: AccessRow): Instant | null =>
  lastSentAt ?? requestedAt;

/** Since when it has to be tested. */
export const testSince = ({ stands, testAgainSince, createdAt }: AccessRow): Instant | null =>
  stands?.at ?? testAgainSince ?? createdAt;

/** Since when it does not work. */
export const brokenSince = (row: AccessRow): Instant | null =>
  row.stands?.at ?? row.brokenAt ?? row.createdAt ?? row.requestedAt;

/** A row of before it was kept is with no other. */
const named = ({ cid }: AccessRow, together: Together | undefined): string =>
  together === undefined ? cid : `${together.with}:${together.at}`;

export const itKey = 'it';
export const sendKey = ({ addedAt }: AccessRow): string =>
  addedAt === undefined ? 'send' : `send:${addedAt}`;
export const responseKey = (row: AccessRow): string => `response:${named(row, row.stands)}`;
export const accountKey = (row: AccessRow): string => `account:${named(row, row.asked)}`;
export const testKey = (row: AccessRow): string => `test:${named(row, row.stands)}`;
export const repairKey = (row: AccessRow): string => `repair:${named(row, row.stands)}`;
