/** From a pin to the manual of a version: fetched, read, cut into pages and segments. */
import { inputsOfGeneratedFiles } from '../docbook/generated/index.ts';
import { cutPages, type Pages } from '../docbook/pages.ts';
import { parseManual } from '../docbook/parse.ts';
import { MANUAL_FOLDER, type SourceTree } from '../docbook/read.ts';
import type { DocumentTree, Finding } from '../docbook/types.ts';
import { Failure } from '../failure.ts';
import { fetchCommit } from '../io/fetch-commit.ts';
import { openTree } from '../io/open-tree.ts';
import { openUpstream, type Upstream } from '../io/upstream.ts';
import type { Pin, Project } from '../project/types.ts';
import { collectSegments, type Segmentation } from '../segment/collect.ts';
import { type Context, formatFinding } from './context.ts';

/** Everything of upstream that a manual is made of. */
const UPSTREAM_PATHS: readonly string[] = [MANUAL_FOLDER, ...inputsOfGeneratedFiles];

/** Findings shown of a broken manual; the rest follow from the first ones more often than not. */
const SHOWN_FINDINGS = 20;

export interface Manual {
  readonly version: string;
  /** As the manual itself says: "18.6". */
  readonly release: string;
  readonly tree: DocumentTree;
  readonly source: SourceTree;
  readonly pages: Pages;
  readonly segmentation: Segmentation;
}

export async function upstreamOf(context: Context, project: Project): Promise<Upstream> {
  return openUpstream({ root: context.root, upstream: project.upstream, paths: UPSTREAM_PATHS, env: context.env });
}

/** Opens the files of a pin; fetches what the cache lacks. */
export async function openPin(upstream: Upstream, commit: string): Promise<SourceTree> {
  await fetchCommit(upstream, commit);
  return openTree(upstream, commit);
}

/**
 * Reads the manual of a version.
 *
 * @throws Failure(3) naming file and line of each error: nothing may be made from a manual that is not understood
 */
export function readManual(version: string, source: SourceTree): Manual {
  const tree = parseManual(source);
  refuseErrors(version, tree.findings);
  const pages = cutPages(tree);
  const segmentation = collectSegments(pages);
  refuseErrors(version, [...pages.findings, ...segmentation.findings]);
  const release = tree.entities.get('version');
  if (release?.kind !== 'internal')
    throw new Failure(
      3,
      `version ${version}: the manual does not declare the entity &version;, which names its release`,
    );
  return { version, release: release.value, tree, source, pages, segmentation };
}

function refuseErrors(version: string, findings: readonly Finding[]): void {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const shown = errors.slice(0, SHOWN_FINDINGS).map(formatFinding);
  const more = errors.length > shown.length ? [`… and ${errors.length - shown.length} more`] : [];
  throw new Failure(3, [`The manual of version ${version} cannot be read:`, ...shown, ...more].join('\n'));
}

/** The pin of a version. @throws Failure(2) when sync has not pinned it yet */
export function pinOf(pins: readonly Pin[], version: string): Pin {
  const pin = pins.find((each) => each.version === version);
  if (!pin)
    throw new Failure(2, `version ${version} has no pin in translations/upstream.lock.yml; run \`pgdoc sync\` first`);
  return pin;
}
