/** The renderer of manual pages. */
export { createRenderer } from './renderer.ts';
export type { PageLink, RenderedPage, Renderer, RendererInput, Texts } from './types.ts';
export { englishWords, type ManualWords, parseManualWords, type Word } from './words.ts';
