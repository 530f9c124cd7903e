import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { preview } from '../../tools/commands/preview.ts';
import { Failure } from '../../tools/failure.ts';
import { type Serving, serveFolder } from '../../tools/io/serve.ts';
import { temporary } from './helpers/folder.ts';
import { failureOf, record } from './helpers/record.ts';
import { builtSite, copyWorkspace, editFile, toolRoot } from './helpers/shared.ts';

let site: string;
let serving: Serving | undefined;
beforeAll(async () => {
  site = await builtSite();
});
afterEach(async () => {
  await serving?.close();
  serving = undefined;
});

async function serve(
  folder: string,
  base?: string,
): Promise<(path: string) => Promise<{ status: number; text: string; location?: string | undefined }>> {
  serving = await serveFolder(folder, 0, base);
  const { port } = new URL(serving.url);
  // Paths go out as they are: fetch would tidy them up first.
  return (path) =>
    new Promise((resolve, reject) => {
      get({ host: 'localhost', port, path }, (response) => {
        let text = '';
        response.on('data', (chunk) => (text += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text, location: response.headers.location }),
        );
      }).on('error', reject);
    });
}

describe('a served site', () => {
  test('has its pages with and without .html, and folders by their index', async () => {
    const ask = await serve(site);
    const page = readFileSync(join(site, 'docs/3/locking.html'), 'utf8');
    for (const path of ['/docs/3/locking.html', '/docs/3/locking', '/docs/3/locking.html?x=1'])
      expect(await ask(path)).toMatchObject({ status: 200, text: page });
    expect((await ask('/')).text).toBe(readFileSync(join(site, 'index.html'), 'utf8'));
    expect((await ask('/docs/3/')).text).toBe(readFileSync(join(site, 'docs/3/index.html'), 'utf8'));
  });

  test('shows its own page for what is not there', async () => {
    const ask = await serve(site);
    const missing = readFileSync(join(site, '404.html'), 'utf8');
    for (const path of ['/docs/3/no-such-page.html', '/docs/9/', '/%E0%A4%A', '/.pgdoc-site'])
      expect(await ask(path), path).toMatchObject({ status: 404, text: missing });
  });

  test('gives nothing from outside its folder', async () => {
    const folder = temporary();
    const inner = join(folder, 'site');
    mkdirSync(inner);
    writeFileSync(join(inner, 'index.html'), 'home');
    writeFileSync(join(folder, 'secret.html'), 'SECRET');
    const paths = [
      '/../secret.html',
      '/..%2fsecret.html',
      '/%2e%2e/secret',
      '/..\\secret.html',
      '//../secret.html',
      '/a/..%2f..%2fsecret.html',
    ];
    for (const base of ['/', '/manual/']) {
      const ask = await serve(inner, base);
      for (const path of paths)
        for (const prefix of ['', base.slice(0, -1)])
          expect((await ask(prefix + path)).text, path).not.toContain('SECRET');
      await serving?.close();
    }
  });

  test('lives below its base path only', async () => {
    const ask = await serve(site, '/manual/');
    expect(serving?.url).toMatch(/^http:\/\/localhost:\d+\/manual\/$/);
    expect((await ask('/manual/docs/3/locking.html')).status).toBe(200);
    expect(await ask('/manual')).toMatchObject({ status: 302, location: '/manual/' });
    expect((await ask('/docs/3/locking.html')).status).toBe(404);
    expect((await ask('/manual/no-such-page')).status).toBe(404);
  });

  test('cannot be reached from another machine', async () => {
    await serve(site);
    const { port } = new URL(serving?.url ?? '');
    const own = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    for (const { address, internal, family } of own) {
      if (internal || family !== 'IPv4') continue;
      await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow();
    }
    expect((await fetch(`http://localhost:${port}/`)).status).toBe(200);
  });
});

test('a port that is taken, and a folder without a site, are told', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, 'localhost', resolve));
  const { port } = other.address() as AddressInfo;
  await expect(serveFolder(site, port)).rejects.toThrow(new Failure(2, `port ${port} is taken; --port names another`));
  other.close();
  const empty = temporary();
  const failure = await failureOf(preview(record(empty), { ...options(), site: empty }));
  expect([failure.exitCode, failure.message]).toEqual([2, expect.stringContaining('no index.html')]);
});

const options = () => ({ port: 0, site: undefined, toolRoot, stopped: Promise.resolve() });

test('preview serves a site that is built already, until it is stopped', async () => {
  let stop = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const context = record(temporary(), { json: true });
  const running = preview(context, { ...options(), site, stopped });
  await expect.poll(() => context.printed.length).toBe(1);
  const { url } = JSON.parse(context.printed[0] ?? '');
  expect((await fetch(`${url}docs/2/index.html`)).status).toBe(200);
  stop();
  expect(await running).toBe(0);
  await expect(fetch(url)).rejects.toThrow();
});

test('preview --watch shows an edited paragraph, and survives a slip', async () => {
  const root = temporary();
  await copyWorkspace(root);
  let stop = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const context = record(root, { json: true });
  const running = preview(context, { ...options(), watch: true, stopped });
  await expect.poll(() => context.printed.length, { timeout: 60_000 }).toBe(1);
  const { url } = JSON.parse(context.printed[0] ?? '');
  const page = () => fetch(`${url}docs/3/locking-rows.html`).then((response) => response.text());
  expect(await page()).toContain('EventSource');
  const slip = join(root, 'docs/slip.md');
  writeFileSync(slip, '---\nlayout: home\n---\n# Slip\n');
  await expect.poll(() => context.told.join('\n'), { timeout: 30_000 }).toContain('docs/slip.md:2: error');
  writeFileSync(slip, '# Slip\n');
  editFile(join(root, 'translations/zh-CN/sql/locking-rows.md'), (text) =>
    text.replace('碰一行的三种方式', '三种碰法'),
  );
  await expect.poll(page, { timeout: 30_000 }).toContain('三种碰法');
  stop();
  expect(await running).toBe(0);
});
