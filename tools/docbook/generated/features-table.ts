/**
 * features-supported.sgml and features-unsupported.sgml: table bodies of the SQL standard's features, in the order of
 * the input. As doc/src/sgml/mk_feature_tables.pl writes them.
 */
import type { Finding } from '../types.ts';
import { isWellFormed, linesOf, malformed, wellFormedText } from './input.ts';
import type { GeneratedFile, ReadInput } from './types.ts';

const featuresPath = 'src/backend/catalog/sql_features.txt';
const packagesPath = 'src/backend/catalog/sql_feature_packages.txt';

export const featuresInputs: readonly string[] = [featuresPath, packagesPath];

export function generateSupportedFeatures(read: ReadInput): GeneratedFile | undefined {
  return generateFeatures(read, 'YES');
}

export function generateUnsupportedFeatures(read: ReadInput): GeneratedFile | undefined {
  return generateFeatures(read, 'NO');
}

function generateFeatures(read: ReadInput, wanted: 'YES' | 'NO'): GeneratedFile | undefined {
  const features = read(featuresPath);
  const packages = read(packagesPath);
  if (features === undefined || packages === undefined) return undefined;

  const findings: Finding[] = [];
  // Both tables read the same lines: a line that belongs to neither is reported once, with the first.
  const inNeither = (finding: Finding) => wanted === 'YES' && findings.push(finding);
  const packagesOf = readPackages(packages, inNeither);
  const rows: string[] = [];
  for (const line of linesOf(featuresPath, features)) {
    const fields = line.value.split('\t');
    const [id, name, subId, subName, supported, comment] = fields;
    if (fields.length !== 6 || !id || (supported !== 'YES' && supported !== 'NO')) {
      inNeither(malformed(line, '6 fields parted by tabs, the first not empty and the fifth YES or NO'));
      continue;
    }
    if (supported !== wanted) continue;
    const shownId = subId ? `${id}-${subId}` : id;
    const shownName = escapeAngles((subId ? subName : name) ?? '');
    if (![shownId, shownName, comment ?? ''].every(isWellFormed)) {
      findings.push(malformed(line, wellFormedText));
      continue;
    }
    const row = [
      ' <row>',
      `  <entry>${shownId}</entry>`,
      `  <entry>${(packagesOf.get(id) ?? []).join(', ')}</entry>`,
      `  <entry>${shownName}</entry>`,
      `  <entry>${comment}</entry>`,
      ' </row>\n',
    ];
    rows.push(row.join('\n'));
  }
  return { text: `<tbody>\n${rows.join('')}</tbody>\n`, findings };
}

/** Feature id -> the packages that it belongs to, in the order of the input. */
function readPackages(text: string, report: (finding: Finding) => void): Map<string, string[]> {
  const packagesOf = new Map<string, string[]>();
  for (const line of linesOf(packagesPath, text)) {
    const [id, name, ...rest] = line.value.split('\t');
    if (!id || !name || rest.length > 0 || !isWellFormed(name)) {
      report(malformed(line, "a feature's id and its package, parted by a tab"));
      continue;
    }
    const known = packagesOf.get(id);
    if (known) known.push(name);
    else packagesOf.set(id, [name]);
  }
  return packagesOf;
}

// Upstream escapes names so, and leaves "&" and the comments as they are.
const escapeAngles = (text: string) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
