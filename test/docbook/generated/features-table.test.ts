import { expect, test } from 'vitest';
import { generateFrom, placesOf } from './inputs.ts';

const path = 'src/backend/catalog/sql_features.txt';
const packagesPath = 'src/backend/catalog/sql_feature_packages.txt';
const generate = (name: string, lines: readonly string[], packages = '') =>
  generateFrom(`features-${name}.sgml`, { [path]: `${lines.join('\n')}\n`, [packagesPath]: packages });

const lines = [
  'Z9\tLamps\t\t\tNO\tno oil',
  'A1\tHorns\t\t\tYES\t',
  'A1\tHorns\t02\tLoud <big> horns\tYES\tsee <literal>H</literal>',
];

test('supported features keep their order, a subfeature bears both ids and its own name', () => {
  const { text, findings } = generate('supported', lines, 'A1\tCore\nA1\tFog\n');
  expect(text).toBe(`<tbody>
 <row>
  <entry>A1</entry>
  <entry>Core, Fog</entry>
  <entry>Horns</entry>
  <entry></entry>
 </row>
 <row>
  <entry>A1-02</entry>
  <entry>Core, Fog</entry>
  <entry>Loud &lt;big&gt; horns</entry>
  <entry>see <literal>H</literal></entry>
 </row>
</tbody>
`);
  expect(findings).toEqual([]);
});

test('the unsupported ones stand in the other file', () => {
  const { text } = generate('unsupported', lines);
  expect(text.match(/<entry>.*<\/entry>/g)).toEqual([
    '<entry>Z9</entry>',
    '<entry></entry>',
    '<entry>Lamps</entry>',
    '<entry>no oil</entry>',
  ]);
});

test('malformed lines are left out and reported once for both files', () => {
  const broken = ['', 'B1\tBells\tYES', 'B2\tBells\t\t\tPERHAPS\t', '\tBells\t\t\tYES\t', ...lines];
  const supported = generate('supported', broken, 'A1\tCore\nA2\n');
  expect(placesOf(supported)).toEqual([`${packagesPath}:2`, `${path}:1`, `${path}:2`, `${path}:3`, `${path}:4`]);
  expect(supported.text).toBe(generate('supported', lines, 'A1\tCore\n').text);
  expect(placesOf(generate('unsupported', broken, 'A1\tCore\nA2\n'))).toEqual([]);
});

test.each(['<b', 'salt & pepper', '</entry></row><row><entry>', '<!ENTITY x "y">'])(
  'the comment %j cannot break the table',
  (comment) => {
    const generated = generate('unsupported', [`C1\tCats\t\t\tNO\t${comment}`, ...lines]);
    expect(placesOf(generated)).toEqual([`${path}:1`]);
    expect(generated.text).toBe(generate('unsupported', lines).text);
  },
);
