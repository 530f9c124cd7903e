/** From a page to its like in other versions: the switch, and the line that says what a version is worth. */
import type { Stage } from '../project/types.ts';
import { escapeHtml, tag } from './html.ts';
import type { PageWords } from './page-words.ts';

/** A version of the project, and the page's name in it. */
export interface VersionLink {
  readonly name: string;
  /** Undefined: the version has no such page. */
  readonly page: string | undefined;
  readonly current: boolean;
  readonly stage: Stage | undefined;
}

/** Every version, those without the page struck through: their link leads to a page that says where it is. */
export function versionSwitch(page: string, here: string, versions: readonly VersionLink[], words: PageWords): string {
  return versions
    .map((version) => {
      const { name } = version;
      if (name === here) return tag('a', { href: `${page}.html`, 'aria-current': 'page' }, name);
      const other = version.page ?? page;
      const isThere = version.page !== undefined;
      const title = isThere ? (other === page ? undefined : words.inVersionAs) : words.notInVersion;
      return tag(
        'a',
        {
          href: `../${name}/${other}.html`,
          class: isThere ? undefined : 'absent',
          title: title && filled(title, name, other),
        },
        name,
      );
    })
    .join(' ');
}

/** Of a version that is not released yet, or no longer supported; nothing of any other. */
export function stageNote(
  page: string,
  here: string,
  versions: readonly VersionLink[],
  lang: string,
  words: PageWords,
): string {
  const stage = versions.find(({ name }) => name === here)?.stage;
  if (stage === undefined) return '';
  const note = filled(stage === 'unsupported' ? words.unsupported : words.unreleased, here, page);
  const current = versions.find((version) => version.current && version.name !== here);
  const link = current
    ? ` ${tag('a', { href: `../${current.name}/${current.page ?? page}.html` }, escapeHtml(filled(words.readVersion, current.name, page)))}`
    : '';
  return tag('p', { class: 'stage', lang, 'data-extra': true }, escapeHtml(note) + link);
}

export function filled(word: string, version: string, page: string): string {
  return word.replace(/\{(version|page)\}/g, (_, name: string) => (name === 'version' ? version : page));
}
