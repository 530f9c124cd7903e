/** The same page of the manual in other languages: they have the same paths, on sites of their own. */
import type { Project, Stage } from '../project/types.ts';

export interface Alternate {
  /** A language tag, or `x-default`: for readers of any other language. */
  readonly language: string;
  readonly href: string;
}

/**
 * The page itself is one of them, as search engines ask. Sites differ in where they keep what is not released.
 *
 * @param path site path of the page, with extension
 * @param site where this site's paths begin
 */
export function alternatesOf(
  { language, alternates }: Pick<Project, 'language' | 'alternates'>,
  stage: Stage | undefined,
  path: string,
  site: URL,
): readonly Alternate[] {
  if (alternates.length === 0 || (stage !== undefined && stage !== 'unsupported')) return [];
  const others = alternates.map((other) => ({ language: other.language, href: new URL(path, other.site).href }));
  const english = others.find((other) => /^en\b/.test(other.language));
  return [
    { language, href: new URL(path, site).href },
    ...others,
    ...(english ? [{ ...english, language: 'x-default' }] : []),
  ];
}
