import { makeInvoke } from '@forge/bridge';
import { type Api, type Call, unwrapping } from './unwrapping';

/** The functions a page calls, typed by its contract: a wrong key, payload or field does not compile. */
export const callsOf = <A extends Api>(): Call<A> => unwrapping<A>(makeInvoke<A>());
