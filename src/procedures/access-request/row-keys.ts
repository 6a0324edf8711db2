// Which of the engine's clocks a row belongs to: rows that have the same days have one together.
import type { LocalDate } from '../../core/calendar/local-time';
import type { Instant } from '../../core/instant';
import { localDay, type Situation } from '../../core/situation';
import type { AccessRow } from './access-request';
import { factsOf } from './customer-facts';

const day = (situation: Situation, at: Instant | null): LocalDate =>
  at === null ? '' : localDay(situation, at);

const csm = (situation: Situation, { cid }: AccessRow): string => factsOf(situation, cid).csm ?? '';

export const lastSent = ({ lastSentAt, requestedAt }: AccessRow): Instant | null =>
  lastSentAt ?? requestedAt;

/** Since when it has to be tested. */
export const testSince = ({ testAgainSince, createdAt }: AccessRow): Instant | null =>
  testAgainSince ?? createdAt;

/** Since when it does not work. */
export const brokenSince = ({ brokenAt, createdAt, requestedAt }: AccessRow): Instant | null =>
  brokenAt ?? createdAt ?? requestedAt;

export const responseKey = (situation: Situation, row: AccessRow): string =>
  `response:${day(situation, lastSent(row))}:${day(situation, row.firstResponseDueAt)}`;

export const accountKey = (situation: Situation, row: AccessRow): string =>
  `account:${day(situation, row.requestedAt)}:${day(situation, row.dueAt)}:${csm(situation, row)}`;

export const testKey = (situation: Situation, row: AccessRow): string =>
  `test:${day(situation, testSince(row))}`;

export const repairKey = (situation: Situation, row: AccessRow): string =>
  `repair:${day(situation, brokenSince(row))}:${csm(situation, row)}`;
