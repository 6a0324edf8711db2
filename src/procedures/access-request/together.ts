// Rows that are owed together, so that fourteen letters are not fourteen tags: what was said of them was said at once, so
// that nobody is late with what they were not told of.
import type { Situation } from '../../core/situation';
import type { AccessRequest, AccessRow, Progress, Together } from './access-request';
import { factsOf } from './customer-facts';

/** How a row stands while somebody owes something for that alone. */
const standing: readonly Progress[] = ['sent', 'created', 'not-functional'];

/** The row with the others that are asked for now; one that was asked for before stays with those of then. */
export function askedTogether(
  situation: Situation,
  request: AccessRequest,
  row: AccessRow,
): AccessRow {
  const others = request.rows.filter(
    (one) =>
      isOther(situation, row, one) && one.asked?.at === situation.now && one.dueAt === row.dueAt,
  );
  const asked = row.asked ?? others[0]?.asked ?? alone(situation, row);
  return standTogether(situation, request, { ...row, asked });
}

/** The row with the others that come to stand so now. */
export function standTogether(
  situation: Situation,
  request: AccessRequest,
  row: AccessRow,
): AccessRow {
  const { stands: _before, ...rest } = row;
  const { progress, firstResponseDueAt } = row;
  if (!standing.includes(progress)) return rest;
  const others = request.rows.filter(
    (one) =>
      one.cid !== row.cid &&
      one.stands?.at === situation.now &&
      one.progress === progress &&
      (progress !== 'sent' || one.firstResponseDueAt === firstResponseDueAt) &&
      (progress !== 'not-functional' || isOther(situation, row, one)),
  );
  return { ...rest, stands: others[0]?.stands ?? alone(situation, row) };
}

const alone = ({ now }: Situation, { cid }: AccessRow): Together => ({ at: now, with: cid });

/** Another one with the same CSM above it. */
const isOther = (situation: Situation, row: AccessRow, one: AccessRow): boolean =>
  one.cid !== row.cid && csmOf(situation, one) === csmOf(situation, row);

const csmOf = (situation: Situation, { cid }: AccessRow): string | null =>
  factsOf(situation, cid).csm;
