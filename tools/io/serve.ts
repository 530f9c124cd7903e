/** Serves a folder on localhost, as a static host would: pages with and without `.html`, and the site's own 404. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { Failure } from '../failure.ts';

export interface Serving {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Starts serving; only this machine can reach it.
 *
 * @param port 0 takes any free one
 * @param base path under which the site lives, such as `/` or `/manual/`
 * @throws Failure(2) when there is no site in the folder or the port is taken
 */
export async function serveFolder(folder: string, port: number, base = '/'): Promise<Serving> {
  if (!existsSync(join(folder, 'index.html'))) throw new Failure(2, `${folder} holds no site: it has no index.html`);
  const files = sirv(folder, { dev: true, extensions: ['html'] });
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (base !== '/' && url.startsWith(base)) request.url = url.slice(base.length - 1);
    files(request, response, () => void notFound());
    async function notFound() {
      response.statusCode = 404;
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(await readFile(join(folder, '404.html')).catch(() => 'Not found'));
    }
  });
  await listen(server, port);
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://localhost:${actual}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === 'EADDRINUSE' ? new Failure(2, `port ${port} is taken; --port names another`, { cause }) : cause,
      ),
    );
    server.listen(port, 'localhost', resolve);
  });
}
