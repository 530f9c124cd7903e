/** The pages of what is to do, version by version. */
import { readText } from '../../io/files.ts';
import { deskTable } from '../../progress/desk-pages.ts';
import { NO_PULLS, type OpenPulls, parsePulls } from '../../progress/pulls.ts';
import { versionWork } from '../../progress/work.ts';
import { versionToDo, workIndex } from '../../progress/work-pages.ts';
import { escapeHtml } from '../../render/html.ts';
import type { Context } from '../context.ts';
import { readViews } from '../page-views.ts';
import { PULLS_FILE } from '../pulls-file.ts';
import { deskFolders } from './desk.ts';
import { factsOf, page, surroundingsOf } from './progress.ts';
import type { OwnPages, SiteFacts } from './site-facts.ts';

const GUIDE = 'guide/translators';

export async function workPages(context: Context, site: SiteFacts): Promise<OwnPages> {
  const { inputs, catalogs, surveys, history } = site;
  const around = surroundingsOf(inputs);
  const { work } = around;
  const views = readViews(context.root);
  const folders = deskFolders(site);
  const versions = factsOf({ inputs, surveys }).map((facts, at) => {
    const texts = new Map(surveys[at]?.pages.map((each) => [each.page, each.texts]));
    return {
      facts,
      work: versionWork({
        facts,
        catalogOf: (name) => catalogs.byPage.get(name),
        textsOf: (name) => texts.get(name) ?? [],
        reviews: inputs.reviews,
        circumstances: { waiting: (file) => daysSince(history.changed(file), history.now), views },
      }),
    };
  });
  const links = {
    guide: inputs.articles.some(({ path }) => path === GUIDE) ? `../${GUIDE}.html` : undefined,
    desks: new Set(folders.map(({ id }) => id)),
    pulls: openPulls(context),
  };
  const desk =
    folders.length === 0
      ? ''
      : `<h2>${escapeHtml(around.work.desk)}</h2><p>${escapeHtml(around.work.deskLead)}</p>${deskTable(folders, '../', around)}`;
  const index = page('work/index', work.title, work.lead, inputs, () => workIndex(versions, links, desk, around));
  const pages = versions.map((version) => {
    const { facts } = version;
    const title = work.titleOf.replace('{release}', facts.release);
    return page(`work/${facts.version}`, title, work.leadOf, inputs, () => versionToDo(version, links, around));
  });
  return { pages: [index, ...pages], files: [] };
}

const DAY = 24 * 60 * 60;

/** Days up to the last commit: two builds of the same commit say the same. */
function daysSince(then: number | undefined, now: number | undefined): number | undefined {
  return then === undefined || now === undefined ? undefined : Math.max(0, Math.floor((now - then) / DAY));
}

/** Without the file, or with one that is not as it should be, nobody is known to work on anything. */
function openPulls(context: Context): OpenPulls {
  const text = readText(context.root, PULLS_FILE);
  if (text === undefined) return NO_PULLS;
  const pulls = parsePulls(text);
  if (!pulls) context.tell(`${PULLS_FILE}: not as \`bot pulls\` writes it; open pull requests are not shown`);
  return pulls ?? NO_PULLS;
}
