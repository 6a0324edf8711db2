import * as v from 'valibot';
import { instant } from '../date-shapes';
import { id } from '../input';

/** An absence as a page sends it; null ends it. */
export const absence = v.nullable(
  v.object({
    delegate: id('The delegate'),
    from: instant('The beginning'),
    until: instant('The end'),
  }),
);
