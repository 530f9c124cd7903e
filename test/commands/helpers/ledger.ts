/** Puts reviews into a workspace's ledger. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseCatalog } from '../../../tools/catalog/parse.ts';
import type { Entry } from '../../../tools/catalog/types.ts';
import { pathOf } from '../../../tools/ledger/names.ts';
import { serializeRecord } from '../../../tools/ledger/serialize.ts';
import type { LedgerRecord } from '../../../tools/ledger/types.ts';
import { targetHash } from '../../../tools/segment/key.ts';

/** Writes a record where it belongs, and returns its path. */
export function putRecord(root: string, record: LedgerRecord): string {
  const path = pathOf(record);
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), serializeRecord(record));
  return path;
}

/**
 * Has a person review entries of a page as they stand.
 *
 * @param file catalog below translations/zh-CN, such as `sql/jars.md`
 */
export function putReview(root: string, comment: number, file: string, isWanted: (entry: Entry) => boolean): Entry[] {
  const page = file.replace(/^.*\/|\.md$/g, '');
  const { catalog } = parseCatalog(readFileSync(join(root, 'translations/zh-CN', file), 'utf8'), file, page);
  const entries = catalog.items.flatMap((item) => (item.type === 'entry' && isWanted(item) ? [item] : []));
  putRecord(root, {
    type: 'review',
    comment,
    url: `https://github.com/example/manual/issues/1#issuecomment-${comment}`,
    at: '2026-05-01T12:00:00Z',
    reviewer: { id: 22, login: 'bob' },
    entitledBy: '*',
    commit: 'c0ffee'.padEnd(40, '0'),
    segments: entries.map(({ key, target }) => ({ page, key, target: targetHash(target), words: 5 })),
  });
  return entries;
}
