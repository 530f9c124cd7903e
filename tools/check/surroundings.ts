/** What rules may ask about the rest of the workspace; indexed when a rule first asks. */
import { entriesOf } from '../catalog/entries.ts';
import type { Catalog, Entry } from '../catalog/types.ts';
import type { Glossary } from '../glossary/types.ts';
import type { LanguageRules } from './language.ts';
import type { Surroundings } from './types.ts';

/** @param catalogs every catalog of the workspace, whether it is being checked or not */
export function surroundingsOf(
  catalogs: readonly Catalog[],
  language: LanguageRules,
  glossary: Glossary,
): Surroundings {
  let targets: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  let keys: ReadonlyMap<string, string> | undefined;
  return {
    language,
    glossary,
    targetsOf(key) {
      targets ??= indexTargets(catalogs.flatMap(entriesOf));
      return [...(targets.get(key) ?? [])];
    },
    keyOfSource(text) {
      keys ??= new Map(catalogs.flatMap(entriesOf).map(({ source, key }) => [source, key]));
      return keys.get(text);
    },
  };
}

function indexTargets(entries: readonly Entry[]): Map<string, Set<string>> {
  const targets = new Map<string, Set<string>>();
  for (const { key, target } of entries) {
    if (target === '') continue;
    const known = targets.get(key);
    if (known) known.add(target);
    else targets.set(key, new Set([target]));
  }
  return targets;
}
