/** `pgdoc next`: what is best translated or reviewed next. */
import type { Entry } from '../catalog/types.ts';
import { Failure } from '../failure.ts';
import { fileDates, lineDates, type Seconds } from '../io/change-dates.ts';
import { listFiles, readText } from '../io/files.ts';
import { countWords } from '../segment/words.ts';
import { KINDS, type Piece, queueOf, sitting, type Task, type WorkKind } from '../status/queue.ts';
import { type ReviewedTexts, statusOf } from '../status/status-of.ts';
import { type Context, formatFinding, type Outcome } from './context.ts';
import { showSitting, showTasks } from './next-report.ts';
import { readViews } from './page-views.ts';
import { readLedger } from './read-ledger.ts';
import { releaseNotePages } from './release-note-pages.ts';
import { type Catalogs, languageFolder, readCatalogs, readWorkspace } from './workspace.ts';

const DAY = 24 * 60 * 60;

export interface NextOptions {
  /** Kinds of work asked for; all when empty. */
  readonly kinds: readonly WorkKind[];
  /** Show the paragraphs of a sitting of so many words, not a list of pages. */
  readonly words: number | undefined;
  /** Only catalogs of this folder or file, relative to the language's folder. */
  readonly folder: string | undefined;
  /** Only release notes, which are left out otherwise. */
  readonly releaseNotes: boolean;
  /** Tasks that are listed. */
  readonly limit: number;
  readonly now: Seconds;
  /** Folder of the tool itself. */
  readonly toolRoot: string;
}

/** @throws Failure(2) for a folder without catalogs, or page views that cannot be read */
export async function next(context: Context, options: NextOptions): Promise<Outcome> {
  const workspace = readWorkspace(context.root);
  const { project } = workspace;
  const catalogs = await readCatalogs(context.root, project);
  const ledger = await readLedger(context.root);
  for (const finding of [...catalogs.findings, ...ledger.findings]) context.tell(formatFinding(finding));
  const folder = await chooseFolder(context.root, languageFolder(project), options.folder);
  const notes = await releaseNotePages(context, workspace, options.toolRoot);
  const dates = await fileDates(context.root, languageFolder(project), context.env);
  if (dates === undefined) context.tell('No history in git: how long work has waited is not known.');
  const kinds = options.kinds.length === 0 ? KINDS : options.kinds;
  const wanted = (piece: Piece) =>
    kinds.includes(piece.kind) &&
    `${piece.file}/`.startsWith(`${folder}/`) &&
    notes.has(piece.page) === options.releaseNotes;
  const tasks = queueOf([...piecesOf(catalogs, ledger.reviews)].filter(wanted), {
    waiting: (file) => daysSince(dates?.get(file), options.now),
    views: readViews(context.root),
  });
  if (options.words !== undefined) await printSitting(context, sitting(tasks, options.words), options.now);
  else printTasks(context, tasks, options.limit);
  return 0;
}

/** Index terms are words of a list, not work for a sitting; they are left to `status`. */
function* piecesOf({ files }: Catalogs, reviews: ReviewedTexts): Generator<Piece> {
  for (const { path, catalog } of files)
    for (const item of catalog.items) {
      if (item.type === 'junk' || item.index) continue;
      const kind = kindOf(catalog.page, item, reviews);
      if (kind === undefined) continue;
      const { key, source, line } = item;
      const current = item.versions === undefined;
      yield {
        page: catalog.page,
        file: path,
        line,
        key,
        source,
        words: countWords(source),
        kind,
        current,
      };
    }
}

function kindOf(page: string, entry: Entry, reviews: ReviewedTexts): WorkKind | undefined {
  const status = statusOf(page, entry, reviews);
  if (status === 'reviewed') return undefined;
  return status === 'stale' || status === 'untranslated' ? status : 'unreviewed';
}

function daysSince(then: Seconds | undefined, now: Seconds): number | undefined {
  return then === undefined ? undefined : Math.max(0, Math.floor((now - then) / DAY));
}

async function chooseFolder(root: string, language: string, folder: string | undefined): Promise<string> {
  if (folder === undefined) return language;
  const path = [`${language}/`, ''].map((start) => `${start}${folder.replace(/\/+$/, '')}`);
  const files = await listFiles(root, language);
  const found = path.find((each) => files.some((file) => `${file}/`.startsWith(`${each}/`)));
  if (found) return found;
  const folders = [
    ...new Set(files.flatMap((file) => file.split('/')[2] ?? []).filter((name) => !/\.\w+$/.test(name))),
  ];
  throw new Failure(2, `--folder ${folder}: no catalogs there; ${language}/ has ${folders.join(', ')}`);
}

function printTasks(context: Context, tasks: readonly Task[], limit: number): void {
  if (context.json) {
    const list = tasks.slice(0, limit).map(({ pieces, ...task }) => ({ ...task, keys: pieces.map(({ key }) => key) }));
    context.print(JSON.stringify({ tasks: list, total: tasks.length }, null, 2));
  } else context.print(showTasks(tasks, limit));
}

/** An entry waits since it was last changed. Git is asked line by line for what is shown only: that takes it a while. */
async function printSitting(context: Context, pieces: readonly Piece[], now: Seconds): Promise<void> {
  const dates = new Map<string, readonly (Seconds | undefined)[] | undefined>();
  for (const { file } of pieces)
    if (!dates.has(file)) dates.set(file, await lineDates(context.root, file, context.env));
  const texts = new Map([...dates.keys()].map((file) => [file, (readText(context.root, file) ?? '').split('\n')]));
  const timed = pieces.map((piece) => {
    const lines = texts.get(piece.file) ?? [];
    const blank = lines.indexOf('', piece.line);
    const changed = dates.get(piece.file)?.slice(piece.line - 1, blank < 0 ? undefined : blank) ?? [];
    const known = changed.filter((date) => date !== undefined);
    return { ...piece, waiting: known.length === 0 ? undefined : daysSince(Math.max(...known), now) };
  });
  context.print(context.json ? JSON.stringify({ paragraphs: timed }, null, 2) : showSitting(timed));
}
