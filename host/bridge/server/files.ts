import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { getMimeType } from 'hono/utils/mime';

export interface FileFound {
  readonly bytes: Buffer;
  readonly type: string;
}

/** A file of a folder by its path in a URL; null when there is none, or it would lie outside the folder. */
export async function fileIn(folder: string, urlPath: string): Promise<FileFound | null> {
  const file = pathIn(folder, urlPath);
  if (file === null) return null;
  try {
    return { bytes: await readFile(file), type: getMimeType(file) ?? 'application/octet-stream' };
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return null;
    throw error;
  }
}

function pathIn(folder: string, urlPath: string): string | null {
  try {
    const file = join(folder, decodeURIComponent(urlPath));
    return file.startsWith(resolve(folder) + sep) && !file.includes('\0') ? file : null;
  } catch {
    return null;
  }
}

/** Files change whenever somebody builds, so browsers ask each time. */
export const fileAnswer = ({ bytes, type }: FileFound): Response =>
  new Response(new Uint8Array(bytes), {
    headers: { 'content-type': type, 'cache-control': 'no-cache' },
  });
