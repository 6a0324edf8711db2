// A ticket of a hybrid account, as both departments see it in its panel.
import type { HybridApi, HybridView } from '../../src/procedures/hybrid-account/contract/panel';
import type { Desk } from './desk';
import { Panel } from './panel';

export class Shared extends Panel<HybridApi, HybridView> {
  constructor(desk: Desk, key: string) {
    // What Jira's index may not show yet is waited for, ten minutes at most, so that nothing is raised twice.
    super(desk, key, {
      module: 'hybrid-account',
      read: 'hybrid.get',
      reader: 'dana.fox',
      tries: 12,
    });
  }
}

/** A ticket of Northwind, which is hybrid, and its panel. */
export async function northwind(desk: Desk): Promise<Shared> {
  await desk.ticket();
  return new Shared(desk, desk.key);
}
