/** Chromium on a built site: where it is, who reads in it, and a server that knows what it has sent. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Serving, serveFolder as serveSite } from '../../../tools/io/serve.ts';

/** Undefined where the machine has none; tests in a browser are left out there. */
export const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);

export const BROWSER_ARGUMENTS = ['--no-sandbox', '--disable-background-networking', '--disable-gpu'];

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath ?? '', args: BROWSER_ARGUMENTS });

/**
 * Tells what no page may do: errors, and requests to other hosts. That an address which was opened is not there is none.
 *
 * @param origin what addresses of the site begin with; `file:` for none but those of the folder
 */
export function watch(page: Page, origin: string, tell: (fault: string) => void): void {
  page.on('console', (message) => {
    if (message.type() === 'error' && message.location().url !== page.url()) tell(message.text());
  });
  page.on('pageerror', (error) => tell(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(?:file|data|blob):/.test(url)) tell(`asked ${url}`);
  });
}

/** Somebody who reads a built site, served or from its folder. */
export interface Reader {
  /** The folder of the site. */
  readonly folder: string;
  /** Where it is served; a slash at the end. */
  readonly url: string;
  readonly browser: Browser;
  /** A page in a window of its own, by its path in the site or by an address; 1280 pixels wide by default. */
  open(path: string, settings?: BrowserContextOptions): Promise<Page>;
  /** Looks at pages one after another, in one window: to open another takes longer than to load a page. */
  visit(paths: readonly string[], settings: BrowserContextOptions, look: Look): Promise<void>;
}

type Look = (page: Page, path: string) => Promise<void>;

/** A reader for the tests of a block, each of which fails when a page did what none may do. */
export function reader(site: () => Promise<string>): Reader {
  let folder = '';
  let serving: Serving;
  let browser: Browser;
  const trouble: string[] = [];
  beforeAll(async () => {
    folder = await site();
    serving = await serveSite(folder, 0);
    browser = await startBrowser();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    expect(trouble.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await serving?.close();
  });
  const goTo = (page: Page, path: string) => page.goto(/^\w+:\/\//.test(path) ? path : `${serving.url}${path}`);
  async function openWindow(settings: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...settings });
    const page = await context.newPage();
    watch(page, serving.url, (fault) => trouble.push(`${page.url()}: ${fault}`));
    return page;
  }
  return {
    get folder() {
      return folder;
    },
    get url() {
      return serving.url;
    },
    get browser() {
      return browser;
    },
    async open(path, settings = {}) {
      const page = await openWindow(settings);
      await goTo(page, path);
      return page;
    },
    async visit(paths, settings, look) {
      const page = await openWindow(settings);
      for (const path of paths) {
        await goTo(page, path);
        await look(page, path);
      }
      await page.context().close();
    },
  };
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

export interface Served {
  readonly origin: string;
  /** Bytes of all bodies sent so far. */
  sent(): number;
  close(): Promise<void>;
}

/** Serves a folder on this machine alone, without compression. */
export async function serveFolder(folder: string): Promise<Served> {
  let sent = 0;
  const server = createServer((request, response) => {
    const file = join(folder, decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return response.writeHead(404).end();
    const body = readFileSync(file);
    sent += body.length;
    return response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent: () => sent,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
