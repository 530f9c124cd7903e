/** The forms of issues: GitHub takes them, and what it writes of the answers is what pgdoc reads. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readSuggestion } from '../../tools/review/issue-form.ts';
import { readBoxes } from '../../tools/review/pull-request-record-boxes.ts';
import { labelNames } from './labels.ts';
import { root } from './workflows.ts';

interface Field {
  readonly type: string;
  readonly id?: string;
  readonly attributes: { readonly label?: unknown; readonly value?: unknown; readonly options?: readonly unknown[] };
  readonly validations?: { readonly required?: unknown };
}

interface Form {
  readonly name: unknown;
  readonly description: unknown;
  readonly title?: unknown;
  readonly labels?: readonly string[];
  readonly body: readonly Field[];
}

const folder = join(root, '.github/ISSUE_TEMPLATE');
const forms = new Map(
  readdirSync(folder)
    .filter((name) => name !== 'config.yml')
    .map((name) => [name, parse(readFileSync(join(folder, name), 'utf8')) as Form]),
);
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const repeated = (values: readonly unknown[]) => values.filter((value, at) => values.indexOf(value) !== at);

/** https://docs.github.com/communities: "Common validation errors when creating issue forms" */
function problemsOf({ name, description, title, labels = [], body, ...more }: Form): string[] {
  const fields = body.filter(({ type }) => type !== 'markdown');
  return [
    ...Object.keys(more).map((key) => `${key} is no key of a form`),
    ...(isText(name) && isText(description) && (title === undefined || isText(title))
      ? []
      : ['name, description, title']),
    ...(labels.every(isText) ? [] : ['labels are text']),
    ...(fields.length > 0 ? [] : ['a form asks for something']),
    ...repeated(fields.map(({ id }) => id)).map((id) => `id ${id} twice`),
    ...repeated(fields.map(({ attributes }) => attributes.label)).map((label) => `label ${label} twice`),
    ...body.flatMap(problemsOfField),
  ];
}

const KEYS = ['type', 'id', 'attributes', 'validations'];
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  markdown: ['value'],
  input: ['label', 'description', 'placeholder', 'value'],
  textarea: ['label', 'description', 'placeholder', 'value', 'render'],
  dropdown: ['label', 'description', 'multiple', 'options', 'default'],
  checkboxes: ['label', 'description', 'options'],
};

function problemsOfField(field: Field): string[] {
  const { type, id, attributes, validations = {} } = field;
  const known = ATTRIBUTES[type];
  if (!known) return [`${type} is no type of a field`];
  const { options } = attributes;
  return [
    ...Object.keys(field).filter((key) => !KEYS.includes(key)),
    ...Object.keys(attributes).filter((key) => !known.includes(key)),
    ...Object.entries(attributes).flatMap(([key, value]) =>
      key === 'options' || isText(value) ? [] : [`${key}: text`],
    ),
    ...((type === 'markdown' ? isText(attributes.value) && id === undefined : isText(attributes.label))
      ? []
      : ['label']),
    ...(type === 'markdown' || /^[A-Za-z0-9_-]+$/.test(id ?? '') ? [] : [`id: ${id}`]),
    ...(validations.required === undefined || typeof validations.required === 'boolean'
      ? []
      : ['required: true or false']),
    ...(known.includes('options') && !(options && options.length > 0) ? ['options expected'] : []),
    ...(options ? repeated(options).map((option) => `${option} twice`) : []),
    ...(type === 'dropdown' && !options?.every((option) => isText(option) && !/^none$/i.test(option))
      ? ['options']
      : []),
  ];
}

test('there is a form for each thing that readers come with', () => {
  expect([...forms.keys()].toSorted()).toEqual(['blog.yml', 'error.yml', 'faq.yml', 'suggestion.yml', 'wish.yml']);
});

test.each([...forms])('%s is one that GitHub shows', (_, form) => {
  expect(problemsOf(form)).toEqual([]);
});

test('what GitHub would refuse is found', () => {
  const label = 'Page';
  const bad: Form = {
    name: '',
    description: 'x',
    body: [
      { type: 'input', id: 'a b', attributes: { label } },
      { type: 'dropdown', id: 'c', attributes: { label, options: ['None', 'None'] } },
      { type: 'select', attributes: {} },
    ],
  };
  expect(problemsOf(bad)).toEqual([
    'name, description, title',
    'label Page twice',
    'id: a b',
    'None twice',
    'options',
    'select is no type of a field',
  ]);
});

test('forms are told apart by name, are in two languages, and use labels that there are', () => {
  expect(repeated([...forms.values()].map(({ name }) => name))).toEqual([]);
  for (const { name, labels = [], body } of forms.values()) {
    const told = [name, ...body.flatMap(({ attributes: { label } }) => (label === undefined ? [] : [label]))];
    for (const words of told) expect(words).toMatch(/^\p{Script=Han}+ \/ [A-Z]/u);
    expect(labels.filter((label) => !labelNames.has(label))).toEqual([]);
  }
});

/** As GitHub writes an issue's body from a form. */
const bodyOf = (form: Form, answers: Readonly<Record<string, string>>): string =>
  form.body
    .filter(({ type }) => type !== 'markdown')
    .map(({ id = '', attributes: { label } }) => `### ${label}\n\n${answers[id] ?? '_No response_'}`)
    .join('\n\n');

const answers = { page: 'jars', key: '7c1e9a4012', wording: 'A lid.\n\nOf tin.', reason: 'It is.', problem: 'Wrong.' };

test('a suggestion is read out of its form, whatever was prefilled', () => {
  const form = forms.get('suggestion.yml') as Form;
  expect(readSuggestion(bodyOf(form, answers))).toEqual({
    page: 'jars',
    key: '7c1e9a4012',
    wording: 'A lid.\n\nOf tin.',
    reason: 'It is.',
  });
  expect(form.body.filter(({ validations }) => validations?.required).map(({ id }) => id)).toEqual([
    'page',
    'key',
    'wording',
  ]);
});

test('the report of an error that says how it should be is a suggestion too', () => {
  const form = forms.get('error.yml') as Form;
  expect(readSuggestion(bodyOf(form, answers))).toMatchObject({
    page: 'jars',
    key: '7c1e9a4012',
    wording: 'A lid.\n\nOf tin.',
  });
  const { wording: _, key: __, ...less } = answers;
  expect(readSuggestion(bodyOf(form, less))).toMatchObject({ page: 'jars', key: '', wording: '' });
});

test('other forms are no suggestions', () => {
  for (const name of ['faq.yml', 'blog.yml', 'wish.yml'])
    expect(
      readSuggestion(bodyOf(forms.get(name) as Form, { question: 'Why?', topic: 'Jars', wish: 'More' })),
    ).toBeUndefined();
});

test('the boxes of the pull request template are those that pgdoc reads', () => {
  const template = readFileSync(join(root, '.github/pull_request_template.md'), 'utf8');
  expect(readBoxes(template)).toEqual({ machine: false, read: false });
  const ticked = (kind: string) => template.replace(new RegExp(`\\[ \\](.*pgdoc:${kind})`), '[x]$1');
  expect(readBoxes(ticked('machine'))).toEqual({ machine: true, read: false });
  expect(readBoxes(ticked('read'))).toEqual({ machine: false, read: true });
});
