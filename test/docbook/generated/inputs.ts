/** Inputs held in memory, and the one call the tests of generated files make. */
import { type GeneratedFile, generateFile } from '../../../tools/docbook/generated/index.ts';

/** Generates a file from a repository that holds exactly these files, path from the root -> text. */
export function generateFrom(name: string, files: Readonly<Record<string, string>>): GeneratedFile {
  const generated = generateFile(
    name,
    (path) => files[path],
    (folder) => {
      const inside = Object.keys(files).filter((path) => path.startsWith(`${folder}/`));
      return inside.map((path) => path.slice(folder.length + 1)).sort();
    },
  );
  if (generated === undefined) throw new Error(`${name} is not generated`);
  return generated;
}

/** Where the findings stand, as `file:line`. */
export const placesOf = ({ findings }: GeneratedFile) => findings.map(({ file, line }) => `${file}:${line}`);
