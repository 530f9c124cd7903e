/** Serves a folder on localhost, as a static host would: pages with and without `.html`, and the site's own 404. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { Failure } from '../failure.ts';
import { safeJoin } from './safe-join.ts';

export interface Serving {
  readonly url: string;
  /** Makes every open page load itself again; only of a server that is `live`. */
  readonly reload: () => void;
  readonly close: () => Promise<void>;
}

/** Where pages of a live server wait for changes (server-sent events, HTML Standard 9.2). */
const CHANGES = '/.pgdoc/changes';
const LIVE_SCRIPT = `<script>new EventSource(${JSON.stringify(CHANGES)}).onmessage=()=>location.reload()</script>`;

const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

/**
 * Starts serving; only this machine can reach it.
 *
 * @param port 0 takes any free one
 * @param base path under which the site lives, such as `/` or `/manual/`
 * @param live pages wait for `reload`; their files stay as they are, the script is added as they are sent
 * @throws Failure(2) when there is no site in the folder or the port is taken
 */
export async function serveFolder(folder: string, port: number, base = '/', live = false): Promise<Serving> {
  if (!existsSync(join(folder, 'index.html'))) throw new Failure(2, `${folder} holds no site: it has no index.html`);
  const files = sirv(folder, { dev: true, extensions: ['html'] });
  const waiting = new Set<ServerResponse>();
  const server = createServer(async (request, response) => {
    if (live && request.url === CHANGES) return wait(request, response);
    const path = request.url ?? '/';
    if (`${path}/` === base) return response.writeHead(302, { Location: base }).end();
    // What a page asks for outside of its site would be missing on the real host, too; hidden files are nobody's.
    if (!path.startsWith(base) || /\/(?:\.|%2e)/i.test(path)) return notFound(folder, response);
    request.url = path.slice(base.length - 1);
    const page = live ? await readPage(folder, request.url ?? '/') : undefined;
    if (page !== undefined) response.writeHead(200, HTML).end(page + LIVE_SCRIPT);
    else files(request, response, () => void notFound(folder, response));
  });

  function wait(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' }).write('\n');
    waiting.add(response);
    request.on('close', () => waiting.delete(response));
  }

  await listen(server, port);
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://localhost:${actual}${base}`,
    reload: () => {
      for (const response of waiting) response.write('data: changed\n\n');
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function notFound(folder: string, response: ServerResponse): Promise<void> {
  response.writeHead(404, HTML);
  response.end(await readFile(join(folder, '404.html')).catch(() => 'Not found'));
}

/** The HTML page that a path names, if it is one. */
async function readPage(folder: string, url: string): Promise<string | undefined> {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/, '')).replace(/^\/+/, '');
    const name =
      path === '' || path.endsWith('/') ? `${path}index.html` : path.endsWith('.html') ? path : `${path}.html`;
    return await readFile(safeJoin(folder, name), 'utf8');
  } catch {
    return undefined;
  }
}

const PORT_TROUBLE: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken; --port names another',
  EACCES: 'is not for everyone; --port names another, from 1024 on',
};

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        PORT_TROUBLE[cause.code ?? '']
          ? new Failure(2, `port ${port} ${PORT_TROUBLE[cause.code ?? '']}`, { cause })
          : cause,
      ),
    );
    server.listen(port, 'localhost', resolve);
  });
}
