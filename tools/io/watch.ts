/** Tells when files below some folders have changed, once a flurry of changes is over. */
import { existsSync, watch } from 'node:fs';

/** Milliseconds without a change after which a flurry is over: editors write a file in several steps. */
const QUIET = 150;

/**
 * @param folders those that do not exist are passed over
 * @returns stops watching
 */
export function watchFolders(folders: readonly string[], changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watchers = folders.filter(existsSync).map((folder) =>
    watch(folder, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(changed, QUIET);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
