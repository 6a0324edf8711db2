import { randomUUID } from 'node:crypto';
import { Refusal } from '../../control/refusal';

/** A module mounted on a page, as the server knows it: nothing of this comes from the app's iframe. */
export interface Extension {
  readonly id: string;
  readonly module: string;
  readonly issue: string | null;
  /** Key of the project a project page stands in. */
  readonly project: string | null;
  /** Who looks at it. */
  readonly accountId: string;
  /** What the place adds to `context.extension`. */
  readonly place: Readonly<Record<string, unknown>>;
}

/** Open pages remembered; who has more open than this reloads the oldest. */
const remembered = 1000;

export class Extensions {
  readonly #mounted = new Map<string, Extension>();

  mount(extension: Omit<Extension, 'id'>): Extension {
    const mounted = { id: randomUUID(), ...extension };
    this.#mounted.set(mounted.id, mounted);
    for (const id of this.#mounted.keys()) {
      if (this.#mounted.size <= remembered) break;
      this.#mounted.delete(id);
    }
    return mounted;
  }

  /** @throws Refusal 404 for one that is not mounted, 403 when somebody else sits there now */
  of(id: string, viewer: string): Extension {
    const mounted = this.#mounted.get(id);
    if (mounted === undefined)
      throw new Refusal(404, `No extension ${id} is mounted here any more; reload the page.`);
    if (mounted.accountId !== viewer)
      throw new Refusal(403, 'Somebody else is signed in now; reload the page.');
    return mounted;
  }

  clear(): void {
    this.#mounted.clear();
  }
}
