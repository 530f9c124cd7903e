/**
 * The files of doc/src/sgml that upstream's build writes and its repository lacks: the table of them, and the one
 * entrance. To add a file, write its generator beside this and name it in the table.
 */
import { errcodesInputs, generateErrcodesTable } from './errcodes-table.ts';
import { featuresInputs, generateSupportedFeatures, generateUnsupportedFeatures } from './features-table.ts';
import { generateKeywordsTable, keywordsInputs } from './keywords-table.ts';
import { generateTargetsMeson, targetsMesonInputs } from './targets-meson.ts';
import type { Generate, GeneratedFile, ListInputs, ReadInput } from './types.ts';
import { generateVersion, versionInputs } from './version.ts';
import { generateWaitEventTypes, waitEventInputs } from './wait-event-types.ts';

export type { GeneratedFile, ListInputs, ReadInput } from './types.ts';

const documentFolder = 'doc/src/sgml/';

const generators: ReadonlyMap<string, { readonly generate: Generate; readonly inputs: readonly string[] }> = new Map([
  ['version.sgml', { generate: generateVersion, inputs: versionInputs }],
  ['features-supported.sgml', { generate: generateSupportedFeatures, inputs: featuresInputs }],
  ['features-unsupported.sgml', { generate: generateUnsupportedFeatures, inputs: featuresInputs }],
  ['errcodes-table.sgml', { generate: generateErrcodesTable, inputs: errcodesInputs }],
  ['keywords-table.sgml', { generate: generateKeywordsTable, inputs: keywordsInputs }],
  ['wait_event_types.sgml', { generate: generateWaitEventTypes, inputs: waitEventInputs }],
  ['targets-meson.sgml', { generate: generateTargetsMeson, inputs: targetsMesonInputs }],
]);

/** Paths from the repository's root (files or folders) that a fetch must bring beside doc/src/sgml. A release need not have them all. */
export const inputsOfGeneratedFiles: readonly string[] = [
  ...new Set([...generators.values()].flatMap(({ inputs }) => inputs)),
].filter((path) => !path.startsWith(documentFolder));

/**
 * Writes a file that upstream's build would write. Where its inputs are missing, the file as it stands in upstream
 * (a built tree) is taken; where that is missing too, the text is empty and a finding names the inputs.
 *
 * @param name as the entity's system identifier has it, such as `errcodes-table.sgml`
 * @returns undefined when pgdoc generates no file of that name
 */
export function generateFile(name: string, read: ReadInput, list: ListInputs): GeneratedFile | undefined {
  const generator = generators.get(name);
  if (generator === undefined) return undefined;
  const generated = generator.generate(read, list);
  if (generated !== undefined) return generated;
  const file = `${documentFolder}${name}`;
  const standing = read(file);
  if (standing !== undefined) return { text: standing, findings: [] };
  const message = `cannot be written: expected the inputs ${generator.inputs.join(', ')}, or the file itself`;
  return { text: '', findings: [{ severity: 'error', rule: 'docbook/generated-input', file, line: 1, message }] };
}
