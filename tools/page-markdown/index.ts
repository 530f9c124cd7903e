/** The pages of the manual as Markdown. */
export type { PageAddress } from './frame.ts';
export { createMarkdownRenderer, type MarkdownRenderer } from './renderer.ts';
export { englishMarkdownWords, type MarkdownWords } from './words.ts';
