/**
 * version.sgml: the entities `version` ("18.6") and `majorversion` ("18"), from meson.build or, where that names no
 * version, configure.ac. As doc/src/sgml/Makefile writes it.
 */
import { linesOf, malformed } from './input.ts';
import type { GeneratedFile, ReadInput } from './types.ts';

const declarations = [
  {
    path: 'meson.build',
    pattern: /^\s*version\s*:\s*'(.*)'/,
    expected: "a version that begins with the major version's number, such as version: '18.6'",
  },
  {
    path: 'configure.ac',
    pattern: /^\s*AC_INIT\(\[[^\]]*\],\s*\[([^\]]*)\]/,
    expected: "a version that begins with the major version's number, such as AC_INIT([PostgreSQL], [18.6], …)",
  },
] as const;

export const versionInputs: readonly string[] = declarations.map(({ path }) => path);

/** Writes version.sgml; undefined when neither input declares a version at all. */
export function generateVersion(read: ReadInput): GeneratedFile | undefined {
  for (const { path, pattern, expected } of declarations) {
    for (const line of linesOf(path, read(path) ?? '')) {
      const version = pattern.exec(line.value)?.[1];
      if (version === undefined) continue;
      // Letters, digits and points only: nothing else can get into the value of an entity.
      const major = /^(\d+)[A-Za-z0-9.]*$/.exec(version)?.[1];
      if (major === undefined) return { text: '', findings: [malformed(line, expected)] };
      return { text: `<!ENTITY version "${version}">\n<!ENTITY majorversion "${major}">\n`, findings: [] };
    }
  }
  return undefined;
}
