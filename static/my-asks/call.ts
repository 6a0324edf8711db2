import type {
  MyAsksApi,
  MyAsksFilter,
  MyAsksView,
} from '../../src/procedures/account-manager/contract/gadget';
import { callsOf } from '../shared/call';

export const callMyAsks = callsOf<MyAsksApi>();

/** What the gadget shows, and what it was given to hand back: sent with every call whose answer it then shows. */
let shown: MyAsksFilter = {};

export const whatIsShown = (): MyAsksFilter => shown;

/** @param anew everything is asked of Jira, also what has not changed */
export async function readMyAsks(filter: MyAsksFilter, anew = false): Promise<MyAsksView> {
  const { memory } = shown;
  shown = anew || memory === undefined ? filter : { ...filter, memory };
  return callMyAsks('asks.mine', shown);
}

/** Keeps what an answer has given to be handed back. */
export function keepMemory({ memory }: MyAsksView): void {
  shown = { ...shown, memory };
}
