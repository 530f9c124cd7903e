/** Writes the pages that say: not in this version, but in those. */
import type { PageWriter } from '../../../.vitepress/site.ts';
import { entriesByKey } from '../../catalog/entries.ts';
import type { Pin } from '../../project/types.ts';
import { type AbsentPage, absentPage, absentTitle } from '../../render/absent-page.ts';
import type { Texts } from '../../render/types.ts';
import { plainText } from '../../segment/inline.ts';
import { readMarkdown } from '../../segment/read.ts';
import { digestOf } from '../digest.ts';
import type { Catalogs } from '../workspace.ts';
import type { BuildCache } from './cache.ts';
import type { BuildInputs } from './inputs.ts';
import type { PageNames } from './page-names.ts';

export interface AbsentRequest {
  readonly pin: Pin;
  readonly inputs: BuildInputs;
  readonly catalogs: Catalogs;
  readonly names: PageNames;
  readonly writer: PageWriter;
  readonly cache: BuildCache;
  readonly staged: string;
  /** Digest of the shell. */
  readonly shellKey: string;
}

/** A page a name that other versions have: no manual page, not to be found by search engines or the site's own. */
export async function writeAbsentPages(request: AbsentRequest): Promise<void> {
  const { pin, inputs, catalogs, names, writer, cache, staged } = request;
  const { version } = pin;
  const titleOf = (page: string) => titleIn(catalogs, names, page);
  for (const [page, versions] of names.missing(version)) {
    const absent: AbsentPage = { page, version, versions, titleOf, words: inputs.words.page };
    const path = `docs/${version}/${page}`;
    const html = absentPage(absent);
    if (await cache.reuse(`${path}.html`, digestOf(inputs.common, request.shellKey, html), staged)) continue;
    await writer.write({
      path,
      title: absentTitle(absent),
      lang: inputs.project.language,
      kind: 'article',
      version,
      noindex: true,
      searchable: false,
      html: () => html,
    });
  }
}

/** As the first version that has the page calls it. */
function titleIn(catalogs: Catalogs, names: PageNames, page: string): Texts {
  const { title, titleKey } = names.title(page) ?? { title: page, titleKey: undefined };
  const entry = titleKey && entriesByKey(catalogs.byPage.get(page)?.catalog).get(titleKey);
  const target = entry && plainText(readMarkdown(entry.target).inlines).trim();
  return target ? { source: title, target } : { source: title };
}
