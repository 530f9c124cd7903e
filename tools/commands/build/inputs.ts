/** Reads everything that a site is made from, except upstream, which the pins stand for. */
import type { SitePage } from '../../../.vitepress/site.ts';
import { Failure } from '../../failure.ts';
import { readText } from '../../io/files.ts';
import { type PersonPages, personPages } from '../../ledger/person-pages.ts';
import type { Reviewer } from '../../ledger/reviewers.ts';
import type { Reviews } from '../../ledger/reviews.ts';
import type { LedgerFile } from '../../ledger/types.ts';
import { type OriginPages, parseOrigins } from '../../project/origins-file.ts';
import type { Pin, Project } from '../../project/types.ts';
import { type Context, formatFinding } from '../context.ts';
import { readGlossary } from '../glossary.ts';
import { pinOf } from '../manual.ts';
import { readLedger } from '../read-ledger.ts';
import { type PointsSettings, readPointsSettings, readReviewersOf } from '../read-points.ts';
import { originsFile } from '../workspace.ts';
import { type Articles, readArticles } from './articles.ts';
import { GLOSSARY_PATH, glossaryPage } from './glossary-page.ts';
import type { InputsDigest } from './inputs-digest.ts';

export interface BuildInputs
  extends Pick<Articles, 'posts' | 'questions' | 'intros' | 'folders'>,
    Pick<InputsDigest, 'project' | 'words' | 'common' | 'tool'> {
  /** The pins of all versions of the project, in its order. */
  readonly pins: readonly Pin[];
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
}

/** The picture on social cards, in docs/. */
const CARD = 'card.png';

/** @throws Failure(1) when pages of docs/ are wrong, Failure(2) for a version without a pin */
export async function readInputs(context: Context, digest: InputsDigest): Promise<BuildInputs> {
  const { root } = context;
  const { project, lock, words, files, common, tool } = digest;
  const pins = project.versions.map(({ name }) => pinOf(lock.pins, name));
  const { pages, findings, ...articles } = await readArticles(root, project.language);
  for (const finding of findings) context.tell(formatFinding(finding));
  const wrong = findings.filter(({ severity }) => severity === 'error').length;
  if (wrong > 0) throw new Failure(1, `${wrong} errors in docs/; nothing was built`);
  const glossary = readGlossary(root, project);
  const hasOwn = pages.some(({ path }) => path === GLOSSARY_PATH);
  const terms = glossary && glossary.terms.length > 0 && !hasOwn ? [glossaryPage(glossary, project, words)] : [];
  const ledger = await readLedger(root);
  const points = readPointsSettings(root);
  const { reviewers, findings: ofReviewers } = readReviewersOf(root, project);
  for (const finding of [...ledger.findings, ...points.findings, ...ofReviewers]) context.tell(formatFinding(finding));
  return {
    project,
    pins,
    words,
    articles: [...pages, ...terms],
    ...articles,
    origins: parseOrigins(readText(root, originsFile(project)) ?? '', originsFile(project)),
    card: files.includes(`docs/${CARD}`) ? CARD : undefined,
    ledger: ledger.files,
    reviews: ledger.reviews,
    points,
    reviewers,
    people: personPages(ledger.files, [...(points.offices ?? []), ...reviewers]),
    common,
    tool,
  };
}

/** The version that docs/current/ shows. */
export function currentVersion(project: Project): string {
  return project.versions.find(({ current }) => current)?.name ?? '';
}
