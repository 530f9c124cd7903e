/** Words of ours in the Markdown of a page; other languages have them in translations/<lang>/words.yml under `markdown:`. */
export const englishMarkdownWords = {
  version: 'PostgreSQL {version}',
  address: 'Address: {address}',
  html: 'This page on the web',
  licence: 'Licence',
  layout: 'A translation stands first, its English after it as a quote, or on one line after ‖.',
  english: 'What has no translation is in English.',
  picture: 'The picture is on the web page',
} as const;

export type MarkdownWord = keyof typeof englishMarkdownWords;
export type MarkdownWords = Readonly<Record<MarkdownWord, string>>;
