/** What the parts of the history are read from. */
import type { Mainline } from '../../io/mainline.ts';
import type { BuildCache } from './cache.ts';
import type { SiteFacts } from './site-facts.ts';

/** Reads texts of the repository by the ids of their contents. */
export type ReadTexts = (ids: Iterable<string>) => Promise<ReadonlyMap<string, string>>;

export interface HistoryRequest {
  readonly main: Mainline;
  readonly texts: ReadTexts;
  readonly facts: Pick<SiteFacts, 'inputs' | 'catalogs' | 'surveys'>;
  readonly cache: BuildCache;
}
