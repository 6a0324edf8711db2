import * as v from 'valibot';
import { id, instant } from './input';

/** An absence as a page sends it; null ends it. */
export const absence = v.nullable(v.object({ delegate: id('The delegate'), from: instant, until: instant }));
