/** Reads a translated DocBook tree and pairs it with its English. */
import { type Alignment, alignDocuments } from '../align/index.ts';
import type { Pages } from '../docbook/pages.ts';
import { parseManual } from '../docbook/parse.ts';
import { MANUAL_FOLDER, type SourceTree } from '../docbook/read.ts';
import type { Finding } from '../docbook/types.ts';

/**
 * @param translation files of the translation; what it has not (generated tables, figures, whole chapters) is read from
 *   `base` and neither imported nor reported
 * @returns the pairs, or the errors that keep the translation from being read
 */
export function alignTranslation(
  translation: SourceTree,
  base: SourceTree,
  english: Pages,
): Alignment | readonly Finding[] {
  const files = new Overlay(translation, base);
  const document = parseManual(files);
  const errors = document.findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return errors;
  const whole = alignDocuments(english, document);
  return {
    ...whole,
    pairs: whole.pairs.filter(({ at }) => files.owns(at.file)),
    problems: whole.problems.filter(({ file }) => files.owns(file)),
  };
}

/** The translation's files over upstream's. They stand in doc/src/sgml, or in the folder itself. */
class Overlay implements SourceTree {
  private readonly prefix: string;

  constructor(
    private readonly translation: SourceTree,
    private readonly base: SourceTree,
  ) {
    this.prefix = translation.list(MANUAL_FOLDER).length > 0 ? '' : `${MANUAL_FOLDER}/`;
  }

  /** Whether a file of the manual is the translation's own. */
  owns(file: string): boolean {
    return this.translation.read(this.inside(`${MANUAL_FOLDER}/${file}`)) !== undefined;
  }

  read(path: string): Uint8Array | undefined {
    return this.translation.read(this.inside(path)) ?? this.base.read(path);
  }

  list(folder: string): readonly string[] {
    return this.base.list(folder);
  }

  isLink(path: string): boolean {
    const own = this.inside(path);
    return this.translation.isLink(own) || (!this.translation.read(own) && this.base.isLink(path));
  }

  private inside(path: string): string {
    return path.startsWith(this.prefix) ? path.slice(this.prefix.length) : path;
  }
}
