/** All rules, in the order of docs/guide/checks.md: errors, then warnings. */
import type { Rule } from '../types.ts';
import { codeParts } from './code-parts.ts';
import { codeTokens } from './code-tokens.ts';
import { conflictMarker } from './conflict-marker.ts';
import { crossReferences } from './cross-references.ts';
import { footnoteMarks } from './footnote-marks.ts';
import { forbiddenHtml } from './forbidden-html.ts';
import { links } from './links.ts';
import { sourceAsTarget } from './source-as-target.ts';
import { unbalancedMarkdown } from './unbalanced-markdown.ts';
import { variables } from './variables.ts';

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
];
