/** The search bundles of a build: taken over from the last one while they lag little or nothing, else made anew. */
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { Context } from '../context.ts';
import type { BuildCache } from './cache.ts';
import type { BuildInputs } from './inputs.ts';
import { siteOptions } from './site-options.ts';

export interface IndexRequest {
  readonly inputs: BuildInputs;
  readonly cache: BuildCache;
  readonly staged: string;
}

/** A version's index while its pages are being written. */
export interface OpenIndex {
  /** @param name of a page that has been written, below the version's folder */
  add(name: string): void;
  /** There are no more pages. */
  end(): void;
  /** Nothing more is to be written. */
  abandon(): void;
}

/** Up to this share of a version's pages may be newer than its search index, which takes longer than all the rest. */
const BEHIND = 0.02;

/**
 * Indexes versions one after the other, in a process of its own, beside whatever is rendered meanwhile: rendering never waits for
 * it.
 */
export class SearchIndexes {
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly context: Context,
    private readonly request: IndexRequest,
  ) {}

  /**
   * @param made how many of the pages are new
   * @returns undefined where the last build's index does
   */
  async open(
    version: string,
    { pages, made }: { readonly pages: number; readonly made: number },
  ): Promise<OpenIndex | undefined> {
    const { cache, staged } = this.request;
    const folder = `docs/${version}/pagefind`;
    const name = `pages newer than the index of ${version}`;
    const behind = (cache.known<number>(name, '') ?? 0) + made;
    cache.record(folder);
    if (behind <= pages * BEHIND && (await cache.reuseFolder(folder, staged))) {
      cache.keep(name, '', behind);
      if (behind > 0)
        this.context.tell(`${behind} pages of ${version} are newer than its search index; --full makes it anew`);
      return undefined;
    }
    cache.keep(name, '', 0);
    const names = new PassThrough({ objectMode: true });
    // Whoever reads the names is told of it, if somebody does already.
    names.on('error', () => undefined);
    this.last = this.last.then(() => this.index(version, names));
    // Whoever waits for the end is told; until then, nobody listens.
    this.last.catch(() => undefined);
    return {
      add: (name) => names.write(name),
      end: () => names.end(),
      abandon: () => names.destroy(new Error(`The index of ${version} was abandoned`)),
    };
  }

  /** @throws what went wrong with any of them */
  async finished(): Promise<void> {
    await this.last;
  }

  /** Waits until nothing is written any more, whatever became of it. */
  async stopped(): Promise<void> {
    await this.last.catch(() => undefined);
  }

  private async index(version: string, names: AsyncIterable<string>): Promise<void> {
    const { inputs, staged } = this.request;
    const { indexVersion } = await import('../../../.vitepress/search/index.ts');
    const work = this.context.begin(`Indexing ${version} for search`);
    await indexVersion(join(staged, 'docs', version), inputs.project.language, names);
    work.end();
  }
}

/** @param key digest of the pages that belong to no version and are to be found */
export async function indexOwn(context: Context, { inputs, cache, staged }: IndexRequest, key: string): Promise<void> {
  const { indexOwnPages } = await import('../../../.vitepress/search/index.ts');
  cache.record('pagefind');
  const isKnown = cache.known<boolean>('index of own pages', key) === true;
  cache.keep('index of own pages', key, true);
  if (isKnown && (await cache.reuseFolder('pagefind', staged))) return;
  const work = context.begin('Indexing the pages of the site itself');
  const { nav } = siteOptions(inputs, staged);
  const sections = nav.map(({ href, text }): [string, string] => [/^[^/.]*/.exec(href)?.[0] ?? '', text]);
  await indexOwnPages(staged, inputs.project.language, new Map(sections.filter(([section]) => section !== 'docs')));
  work.end();
}
