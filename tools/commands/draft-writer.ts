/**
 * Writes drafts into the catalogs as they come, wherever their sources stand: a run that is stopped has lost nothing it
 * paid for. What comes while a write is under way goes into the next one.
 */
import type { Entry } from '../catalog/types.ts';
import { changeCatalogs } from './change-catalogs.ts';
import type { Context } from './context.ts';
import { type DraftWish, mayDraft, withDraft } from './draft-plan.ts';

/** Milliseconds to wait for another writer: drafts have been paid for. */
const PATIENCE = 120_000;

export class DraftWriter {
  private pending = new Map<string, string>();
  private writing: Promise<void> = Promise.resolve();
  /** Segments that were drafted. */
  size = 0;

  constructor(
    private readonly context: Context,
    private readonly wish: DraftWish,
  ) {}

  /** Resolves when these targets, by key, are on the disk. */
  add(targets: ReadonlyMap<string, string>): Promise<void> {
    for (const [key, target] of targets) this.pending.set(key, target);
    this.size += targets.size;
    this.writing = this.writing.then(() => this.flush());
    return this.writing;
  }

  private async flush(): Promise<void> {
    if (this.pending.size === 0) return;
    const drafts = this.pending;
    this.pending = new Map();
    const fill = (entry: Entry) => {
      const target = drafts.get(entry.key);
      // An index term may share its source with a paragraph that was asked for.
      const mayFill = target !== undefined && mayDraft(entry, { ...this.wish, index: true });
      return mayFill ? withDraft(entry, target) : entry;
    };
    await changeCatalogs(this.context, { purpose: 'draft', wait: PATIENCE }, ({ files }) => {
      const changed = files.flatMap(({ path, catalog }) => {
        const items = catalog.items.map((item) => (item.type === 'entry' ? fill(item) : item));
        return items.some((item, at) => item !== catalog.items[at]) ? [{ path, catalog: { ...catalog, items } }] : [];
      });
      return { changed, result: undefined };
    });
  }
}
