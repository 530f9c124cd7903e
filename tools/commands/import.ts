/**
 * `pgdoc import`: an existing translation, as DocBook, into the catalogs: bilingual with markers, or a plain
 * translated tree aligned with the English that it was made from.
 */
import { alignDocuments } from '../align/index.ts';
import { type ImportAs, type ImportNote, type ImportResult, importTargets } from '../catalog/import-targets.ts';
import { serializeCatalog } from '../catalog/serialize.ts';
import { parseManual } from '../docbook/parse.ts';
import { MANUAL_FOLDER, type SourceTree } from '../docbook/read.ts';
import { Failure } from '../failure.ts';
import { readFolder } from '../io/folder-tree.ts';
import { withLock } from '../io/lock.ts';
import { resolveRef } from '../io/resolve-ref.ts';
import { recover, writeAll } from '../io/transaction.ts';
import { type Context, formatFinding, type Outcome } from './context.ts';
import { importMarkdown, importSummary, markerOutcomes } from './import-report.ts';
import { openPin, pinOf, readManual, upstreamOf } from './manual.ts';
import { readCatalogs, readWorkspace } from './workspace.ts';

export interface ImportOptions {
  /** Folder of the translated .sgml files. */
  readonly from: string;
  readonly version: string;
  /** Upstream's branch, tag or commit that the translation was made from; default: the version's pin. */
  readonly base: string | undefined;
  readonly as: ImportAs;
  /** Id of an origin in project.yml. */
  readonly origin: string | undefined;
  /** A file, relative to the workspace, for the list of what needs a look. */
  readonly report: string | undefined;
}

/** Notes shown on a terminal; the report has them all. */
const SHOWN = 10;

export async function importTranslation(context: Context, options: ImportOptions): Promise<Outcome> {
  return withLock(context.root, { name: 'workspace', purpose: 'import' }, () => run(context, options));
}

async function run(context: Context, options: ImportOptions): Promise<Outcome> {
  if (!context.dryRun) await recover(context.root);
  const { project, lock } = readWorkspace(context.root);
  const { version, origin } = options;
  if (!project.versions.some(({ name }) => name === version))
    throw new Failure(
      2,
      `--version ${version}: translations/project.yml has ${project.versions.map(({ name }) => name).join(', ')}`,
    );
  if (origin !== undefined && !project.origins.some(({ id }) => id === origin))
    throw new Failure(
      2,
      `--origin ${origin}: translations/project.yml has no origin of that id; add it under origins: with its name and people`,
    );
  const catalogs = await readCatalogs(context.root, project);
  const broken = catalogs.findings.filter(({ severity }) => severity === 'error');
  if (broken.length > 0) {
    for (const finding of broken) context.tell(formatFinding(finding));
    throw new Failure(1, `${broken.length} broken entries in the catalogs; mend them first. Nothing was written.`);
  }
  if (catalogs.files.length === 0) throw new Failure(2, 'the workspace has no catalogs yet; run `pgdoc sync` first');

  const work = context.begin('Reading and aligning the translation', 3);
  const upstream = await upstreamOf(context, project);
  const pin = pinOf(lock.pins, version);
  const spec = project.versions.find(({ name }) => name === version) as (typeof project.versions)[number];
  const commit = options.base === undefined ? pin.commit : (await resolveRef(upstream, spec, options.base)).commit;
  const base = await openPin(upstream, commit);
  const english = readManual(version, base);
  work.tick();
  const translation = new Overlay(await readFolder(options.from), base);
  const translated = parseManual(translation);
  const errors = translated.findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    work.end();
    for (const finding of errors.slice(0, SHOWN)) context.tell(formatFinding(finding));
    throw new Failure(
      1,
      `the translation in ${options.from} cannot be read: ${errors.length} errors. Nothing was written.`,
    );
  }
  work.tick();
  const whole = alignDocuments(english.pages, translated);
  // What the translation lacks was read from the English: nothing to import, nothing to report.
  const alignment = {
    ...whole,
    pairs: whole.pairs.filter(({ at }) => translation.owns(at.file)),
    problems: whole.problems.filter(({ file }) => translation.owns(file)),
  };
  const result = importTargets(
    catalogs.files.map(({ catalog }) => catalog),
    alignment.pairs,
    options.as,
  );
  work.tick();
  work.end();

  const problems: ImportNote[] = alignment.problems.map((problem) => ({ kind: 'unpaired', key: '', ...problem }));
  const notes = [...problems, ...result.notes];
  const markers = markerOutcomes(alignment, result);
  const changes = result.catalogs.map((catalog, at) => ({
    path: (catalogs.files[at] as (typeof catalogs.files)[number]).path,
    content: serializeCatalog(catalog),
  }));
  const report =
    options.report === undefined ? [] : [{ path: options.report, content: importMarkdown(options, notes, markers) }];
  const written = context.dryRun ? [] : await writeAll(context.root, [...changes, ...report]);
  if (context.json) context.print(JSON.stringify(describe(options, result, notes, markers, written.length), null, 2));
  else {
    context.print(importSummary(options, result, notes, markers));
    for (const note of notes.slice(0, SHOWN)) context.print(`${note.file}:${note.line}: ${note.kind}: ${note.message}`);
    if (notes.length > SHOWN)
      context.print(
        `… and ${notes.length - SHOWN} more${options.report ? `, all in ${options.report}` : '; --report FILE writes them all'}`,
      );
    context.print(context.dryRun ? '\nDry run: nothing was written.' : `\n${written.length} files written.`);
  }
  return 0;
}

function describe(
  options: ImportOptions,
  result: ImportResult,
  notes: readonly ImportNote[],
  markers: unknown,
  pages: number,
) {
  const count = (kind: ImportNote['kind']) => notes.filter((note) => note.kind === kind).length;
  return {
    version: options.version,
    paired: result.paired,
    filled: result.filled + result.filledElsewhere,
    conflicts: count('conflict'),
    unpaired: count('unpaired'),
    untranslated: count('untranslated'),
    mismatches: count('mismatch'),
    pages,
    markers,
    notes,
  };
}

/** The translation's files over upstream's: what it has not (generated tables, figures) comes from the base. */
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
    return (
      this.translation.isLink(this.inside(path)) ||
      (!this.translation.read(this.inside(path)) && this.base.isLink(path))
    );
  }

  private inside(path: string): string {
    return path.startsWith(this.prefix) ? path.slice(this.prefix.length) : path;
  }
}
