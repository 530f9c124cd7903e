/** Upstream's files in memory, wherever they were read from. */

/** Upstream's files at one commit. Paths are upstream's own: `doc/src/sgml/ref/select.sgml`. */
export interface SourceTree {
  /** Contents of a file; undefined for what is not there and for links. */
  read(path: string): Uint8Array | undefined;
  /** Paths of all files and links anywhere below a folder, sorted by code unit. */
  list(folder: string): readonly string[];
  /** Whether the path is a symbolic link or a submodule: it is there, but not to be followed. */
  isLink(path: string): boolean;
}

/** A tree over files that are in memory. */
export function sourceTree(files: ReadonlyMap<string, Uint8Array>, links: ReadonlySet<string>): SourceTree {
  const paths = [...files.keys(), ...links].sort();
  return {
    read: (path) => files.get(path),
    list: (folder) => paths.filter((path) => path.startsWith(folder.endsWith('/') ? folder : `${folder}/`)),
    isLink: (path) => links.has(path),
  };
}
