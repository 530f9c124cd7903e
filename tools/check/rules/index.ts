/** All rules, in the order of docs/guide/checks.md: errors, then warnings. */
import type { Rule } from '../types.ts';
import { asciiWords } from './ascii-words.ts';
import { brackets } from './brackets.ts';
import { codeParts } from './code-parts.ts';
import { codeTokens } from './code-tokens.ts';
import { conflictMarker } from './conflict-marker.ts';
import { crossReferences } from './cross-references.ts';
import { doubleSpaces } from './double-spaces.ts';
import { doubledWords } from './doubled-words.ts';
import { endMark } from './end-mark.ts';
import { footnoteMarks } from './footnote-marks.ts';
import { forbiddenHtml } from './forbidden-html.ts';
import { invisibleCharacters } from './invisible-characters.ts';
import { latinSpacing } from './latin-spacing.ts';
import { lengthRatio } from './length-ratio.ts';
import { links } from './links.ts';
import { listMark } from './list-mark.ts';
import { numbers } from './numbers.ts';
import { orthography } from './orthography.ts';
import { punctuationWidth } from './punctuation-width.ts';
import { sameSource } from './same-source.ts';
import { sentenceCount } from './sentence-count.ts';
import { sourceAsTarget } from './source-as-target.ts';
import { terminology } from './terminology.ts';
import { unbalancedMarkdown } from './unbalanced-markdown.ts';
import { untranslated } from './untranslated.ts';
import { variables } from './variables.ts';
import { wording } from './wording.ts';

export const rules: readonly Rule[] = [
  codeTokens,
  codeParts,
  links,
  crossReferences,
  footnoteMarks,
  variables,
  unbalancedMarkdown,
  forbiddenHtml,
  conflictMarker,
  sourceAsTarget,
  numbers,
  terminology,
  untranslated,
  asciiWords,
  sameSource,
  sentenceCount,
  lengthRatio,
  endMark,
  brackets,
  punctuationWidth,
  listMark,
  latinSpacing,
  doubleSpaces,
  invisibleCharacters,
  doubledWords,
  orthography,
  wording,
];
