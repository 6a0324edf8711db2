import type { Host, HostChange } from '../host';

export interface StartOptions {
  readonly seed: string;
  readonly baseUrl: string;
  /** The first instant. */
  readonly start?: string;
  readonly faultSeed?: number;
}

/** Makes a host: `createHost`, or another in tests. */
export type StartHost = (options: StartOptions) => Promise<Host>;

/** What a page that is open wants to know. */
export type SiteChange = HostChange | { readonly kind: 'reset'; readonly seed: string };

export interface CurrentHostOptions {
  readonly start: StartHost;
  readonly baseUrl: string;
  readonly seed: string;
}

/** The host of the moment: a reset puts another in its place, and whoever listens goes on listening. */
export class CurrentHost {
  readonly #listeners = new Set<(change: SiteChange) => void>();
  readonly #options: CurrentHostOptions;
  #host: Host;
  #seed: string;
  #resetting: Promise<void> = Promise.resolve();

  private constructor(options: CurrentHostOptions, host: Host) {
    this.#options = options;
    this.#seed = options.seed;
    this.#host = host;
    host.onChange(this.tell);
  }

  static async begin(options: CurrentHostOptions): Promise<CurrentHost> {
    const { seed, baseUrl } = options;
    return new CurrentHost(options, await options.start({ seed, baseUrl }));
  }

  get host(): Host {
    return this.#host;
  }

  get seed(): string {
    return this.#seed;
  }

  onChange(listener: (change: SiteChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  readonly tell = (change: SiteChange): void => {
    for (const listener of this.#listeners) listener(change);
  };

  /** A fresh site. The old one serves until the new one stands; when that fails, it stays. */
  reset(wish: Omit<StartOptions, 'baseUrl'>): Promise<void> {
    const turn = this.#resetting.then(() => this.#replace(wish));
    this.#resetting = turn.catch(() => undefined);
    return turn;
  }

  async stop(): Promise<void> {
    await this.#resetting;
    await quietly(this.#host);
  }

  async #replace(wish: Omit<StartOptions, 'baseUrl'>): Promise<void> {
    const before = this.#host;
    const host = await this.#options.start({ ...wish, baseUrl: this.#options.baseUrl });
    host.onChange(this.tell);
    this.#host = host;
    this.#seed = wish.seed;
    this.tell({ kind: 'reset', seed: wish.seed });
    await quietly(before);
  }
}

/** Whatever still failed in a host that nobody will ask any more is nobody's concern. */
const quietly = (host: Host): Promise<void> => host.stop().catch(() => undefined);
