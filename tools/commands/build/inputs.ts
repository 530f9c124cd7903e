/** Reads everything that a site is made from, except upstream, which the pins stand for. */
import type { SitePage } from '../../../.vitepress/site.ts';
import { Failure } from '../../failure.ts';
import { listFiles, readBytes, readText } from '../../io/files.ts';
import { LEDGER_FOLDER } from '../../ledger/names.ts';
import { type PersonPages, personPages } from '../../ledger/person-pages.ts';
import type { Reviewer } from '../../ledger/reviewers.ts';
import type { Reviews } from '../../ledger/reviews.ts';
import type { LedgerFile } from '../../ledger/types.ts';
import { OFFICES_FILE } from '../../points/offices.ts';
import { RULES_FILE } from '../../points/parse-rules.ts';
import { type OriginPages, parseOrigins } from '../../project/origins-file.ts';
import type { Pin, Project } from '../../project/types.ts';
import { type Context, formatFinding } from '../context.ts';
import { digestOf, toolDigest } from '../digest.ts';
import { readGlossary } from '../glossary.ts';
import { pinOf } from '../manual.ts';
import { VIEWS_FILE } from '../page-views.ts';
import { PULLS_FILE } from '../pulls-file.ts';
import { readLedger } from '../read-ledger.ts';
import { type PointsSettings, readPointsSettings, readReviewersOf } from '../read-points.ts';
import { type LanguageWords, readWords } from '../words.ts';
import { LOCK_FILE, languageFolder, originsFile, PROJECT_FILE, readWorkspace } from '../workspace.ts';
import { type Articles, readArticles } from './articles.ts';
import { GLOSSARY_PATH, glossaryPage } from './glossary-page.ts';
import { historyKey } from './history-key.ts';

export interface BuildInputs extends Pick<Articles, 'posts' | 'questions' | 'intros' | 'folders'> {
  readonly project: Project;
  /** The pins of all versions of the project, in its order. */
  readonly pins: readonly Pin[];
  readonly words: LanguageWords;
  /** Plain pages of the site, the glossary too where there is one. */
  readonly articles: readonly SitePage[];
  readonly origins: OriginPages;
  /** Site path of the picture that links to the site are shown with, where the workspace has one. */
  readonly card: string | undefined;
  /** Sound records of the ledger. */
  readonly ledger: readonly LedgerFile[];
  /** Which texts people have approved. */
  readonly reviews: Reviews;
  /** Rules of points, and who holds an office. */
  readonly points: PointsSettings;
  /** Who may review which folders. */
  readonly reviewers: readonly Reviewer[];
  /** The page of everybody whom the ledger, offices.yml or reviewers.yml names. */
  readonly people: PersonPages;
  /** Of what all pages depend on: the tool, the configuration, the words. */
  readonly common: string;
  /** Of the tool alone. */
  readonly tool: string;
  /** Of everything. */
  readonly whole: string;
}

/** The picture on social cards, in docs/. */
const CARD = 'card.png';

/** @throws Failure(1) when pages of docs/ are wrong, Failure(2) for the configuration or a version without a pin */
export async function readInputs(context: Context, toolRoot: string): Promise<BuildInputs> {
  const { root } = context;
  const { project, lock } = readWorkspace(root);
  const pins = project.versions.map(({ name }) => pinOf(lock.pins, name));
  const words = readWords(root, project.language, toolRoot);
  const { pages, findings, ...articles } = await readArticles(root, project.language);
  for (const finding of findings) context.tell(formatFinding(finding));
  const wrong = findings.filter(({ severity }) => severity === 'error').length;
  if (wrong > 0) throw new Failure(1, `${wrong} errors in docs/; nothing was built`);
  const glossary = readGlossary(root, project);
  const hasOwn = pages.some(({ path }) => path === GLOSSARY_PATH);
  const terms = glossary && glossary.terms.length > 0 && !hasOwn ? [glossaryPage(glossary, project, words)] : [];
  const origins = parseOrigins(readText(root, originsFile(project)) ?? '', originsFile(project));
  const configuration = [PROJECT_FILE, LOCK_FILE].map((file) => readText(root, file) ?? '');
  const tool = await toolDigest(toolRoot);
  const common = digestOf(tool, ...configuration, JSON.stringify(words));
  const ledger = await readLedger(root);
  for (const finding of ledger.findings) context.tell(formatFinding(finding));
  const points = readPointsSettings(root);
  const settings = [RULES_FILE, OFFICES_FILE, VIEWS_FILE, PULLS_FILE].map((file) => readText(root, file) ?? '');
  const { reviewers, findings: ofReviewers } = readReviewersOf(root, project);
  for (const finding of [...points.findings, ...ofReviewers]) context.tell(formatFinding(finding));
  settings.push(await historyKey(context, project));
  const sources = [languageFolder(project), LEDGER_FOLDER, 'docs'];
  const files = (await Promise.all(sources.map((folder) => listFiles(root, folder)))).flat();
  const whole = digestOf(common, ...settings, ...files.flatMap((file) => [file, readBytes(root, file) ?? '']));
  return {
    project,
    pins,
    words,
    articles: [...pages, ...terms],
    ...articles,
    origins,
    card: files.includes(`docs/${CARD}`) ? CARD : undefined,
    ledger: ledger.files,
    reviews: ledger.reviews,
    points,
    reviewers,
    people: personPages(ledger.files, [...(points.offices ?? []), ...reviewers]),
    common,
    tool,
    whole,
  };
}

/** The version that docs/current/ shows. */
export function currentVersion(project: Project): string {
  return project.versions.find(({ current }) => current)?.name ?? '';
}
