/** Reads a translated DocBook tree and pairs it with its English. */
import { type Alignment, alignDocuments } from '../align/index.ts';
import type { Pages } from '../docbook/pages.ts';
import { parseManual } from '../docbook/parse.ts';
import { MANUAL_FOLDER, type SourceTree } from '../docbook/read.ts';
import type { Finding } from '../docbook/types.ts';
import { Failure } from '../failure.ts';

/**
 * @param translation files of the translation; what it has not (generated tables, figures, whole chapters) is read from
 *   `base` and neither imported nor reported
 * @returns the pairs, or the errors that keep the translation from being read
 * @throws Failure(2) when it has no text of the manual at all
 */
export function alignTranslation(
  translation: SourceTree,
  base: SourceTree,
  english: Pages,
): Alignment | readonly Finding[] {
  const files = new Overlay(translation, base);
  if (!files.ownsAny)
    throw new Failure(
      2,
      'the translation holds no .sgml file of the manual; expected the folder that has postgres.sgml, or some of the files beside it',
    );
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

  /** Whether the translation has a text of the manual at all. */
  get ownsAny(): boolean {
    const texts = this.base.list(MANUAL_FOLDER).filter((path) => path.endsWith('.sgml'));
    return texts.some((path) => this.translation.read(this.inside(path)) !== undefined);
  }

  /** Whether a file of the manual is the translation's own. */
  owns(file: string): boolean {
    return this.translation.read(this.inside(`${MANUAL_FOLDER}/${file}`)) !== undefined;
  }

  read(path: string): Uint8Array | undefined {
    const own = this.translation.read(this.inside(path));
    if (own === undefined) return this.base.read(path);
    return path.endsWith('.sgml') ? closeMarkers(own) : own;
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

const MARKER = '<!-- pgdoc-cn_';

/**
 * A marker inside the comment of another one, as a start that stands twice, would make the whole file unreadable. The
 * earlier one is closed before the later one, so that it alone is reported. No line moves.
 */
function closeMarkers(bytes: Uint8Array): Uint8Array {
  // Byte by byte: the encoding is for the reader of the file to judge.
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  let open = false;
  for (const [at, line] of lines.entries()) {
    const start = line.indexOf(MARKER);
    if (start >= 0 && open) lines[at - 1] = (lines[at - 1] ?? '').replace(/\r?$/, ' -->$&');
    if (start >= 0) open = true;
    if (line.includes('-->', Math.max(start, 0))) open = false;
  }
  return Buffer.from(lines.join('\n'), 'latin1');
}
