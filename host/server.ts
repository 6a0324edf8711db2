// Puts a local site on two origins: Jira's, and that of the app's pages.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createSite, type LocalSite, type SiteOptions } from './local-site';

export interface ListenOptions extends Omit<SiteOptions, 'url' | 'resourceUrl'> {
  /** Port of the main origin; 0 takes a free one. The pages of the app get the next free port after it. */
  readonly port: number;
  /** Address to listen on. Default 127.0.0.1: whoever reaches the host can do everything in it. */
  readonly address?: string;
}

export interface LocalServer {
  /** Such as http://localhost:8080. */
  readonly url: string;
  /** Such as http://127.0.0.1:8081. */
  readonly resourceUrl: string;
  readonly site: LocalSite;
  close(): Promise<void>;
}

/** Somebody else listens on that port. */
export class PortTaken extends Error {
  constructor(readonly port: number) {
    super(
      `Port ${port} is taken. Stop what listens there, or choose another: PORT=${port + 10} npm start`,
    );
    this.name = 'PortTaken';
  }
}

/** Ports tried for the origin of the app's pages. */
const tries = 20;

/** @throws PortTaken for the main port; what `start` throws, after which nothing listens any more */
export async function listen({
  port,
  address = '127.0.0.1',
  ...options
}: ListenOptions): Promise<LocalServer> {
  // Requests that come while the site is being made wait for it.
  const made = promised<LocalSite>();
  const main = await serverOn(port, address, async (request) => (await made.value).main(request));
  const mainPort = portOf(main);
  const resources = await firstFree(mainPort + 1, address, async (request) =>
    (await made.value).resources(request),
  ).catch(async (error: unknown) => {
    await closed(main);
    throw error;
  });
  const close = async (): Promise<void> =>
    void (await Promise.all([closed(main), closed(resources)]));
  const url = `http://localhost:${mainPort}`;
  const resourceUrl = `http://127.0.0.1:${portOf(resources)}`;
  try {
    const site = await createSite({ ...options, url, resourceUrl });
    made.resolve(site);
    return {
      url,
      resourceUrl,
      site,
      async close() {
        await close();
        await site.stop();
      },
    };
  } catch (error) {
    made.reject(error);
    await close();
    throw error;
  }
}

/** A value to come. Promise.withResolvers comes with Node 22. */
function promised<T>(): {
  readonly value: Promise<T>;
  resolve(value: T): void;
  reject(error: unknown): void;
} {
  const settle: { resolve?: (value: T) => void; reject?: (error: unknown) => void } = {};
  const value = new Promise<T>((resolve, reject) => Object.assign(settle, { resolve, reject }));
  value.catch(() => undefined);
  return {
    value,
    resolve: (made) => settle.resolve?.(made),
    reject: (error) => settle.reject?.(error),
  };
}

type Answering = (request: Request) => Promise<Response>;

async function firstFree(from: number, address: string, fetch: Answering): Promise<Server> {
  for (let port = from; port < from + tries && port < 65_536; port += 1) {
    try {
      return await serverOn(port, address, fetch);
    } catch (error) {
      if (!(error instanceof PortTaken)) throw error;
    }
  }
  throw new Error(
    `No port is free from ${from} to ${from + tries - 1}, and the pages of the app need one.`,
  );
}

function serverOn(port: number, address: string, fetch: Answering): Promise<Server> {
  // The host shares its process with the app's code: the globals stay node's own.
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false }) as Server;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error),
    );
    server.listen(port, address, () => resolve(server));
  });
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    // Streams of changes would stay open for ever.
    server.closeAllConnections();
  });
