/** Words of the page of mirrors and downloads and of llms.txt; other languages have them in words.yml under `elsewhere:`. */
export const englishElsewhereWords = {
  title: 'Mirrors and downloads',
  lead: 'The manual at other addresses, to take along, and for programs that read.',
  addresses: 'Addresses',
  addressesText: 'The same pages under the same paths: change the host in a link, and you are there.',
  main: 'this site itself',
  downloads: 'To take along',
  downloadsText:
    'A version as one archive. Unpack it and open index.html by a double click: links, reading modes and the index work without a server, only the search needs one.',
  download: 'PostgreSQL {release}, all pages',
  markdown: 'For programs and language models',
  markdownText:
    'Each page of the manual is there as Markdown too: put .md in the place of .html in its address. A translation stands first, then its English as a quote, or on the same line after ‖; links lead to Markdown pages, and {#NAME} is what a link to that place ends in.',
  llms: 'llms.txt: what there is, for a language model that begins here',
  llmsOf: 'All pages of version {version} as Markdown, in reading order',
  feeds: 'Feeds',
  mirror: 'Make a mirror',
  mirrorText:
    'The site is files and nothing more: links are relative, and no page asks anything of another host. Copy the folder to any web server, at any path, and tell us its address.',
  summary: 'The manual of PostgreSQL, translated paragraph by paragraph, with the English beside it.',
  chapters: 'PostgreSQL {version}',
  otherVersions: 'Other versions',
  more: 'More',
  licence: 'Licence',
  all: 'All pages of version {version}',
} as const;

export type ElsewhereWords = Readonly<Record<keyof typeof englishElsewhereWords, string>>;
