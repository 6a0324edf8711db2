import { type Site } from '../jira/site';
import { demo } from './demo/site';
import { empty } from './empty';

/** The sites the host can start from, by name. */
export const seeds: Readonly<Record<string, () => Site>> = { demo, empty };
