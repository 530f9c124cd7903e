/**
 * A model's answer -> targets. Nothing of it is trusted: what is no JSON, lacks a number, drops or invents a token, or
 * breaks a check comes back as a problem in words, and is not taken.
 */
import { readMarkdown } from '../segment/read.ts';
import { writeMarkdown } from '../segment/write.ts';
import { protect, unprotect } from './protect.ts';
import type { Answers, DraftItem } from './types.ts';

/** Says what is wrong with a target, if anything is. */
export type Verify = (item: DraftItem, target: string) => string | undefined;

/** Sources of fewer words may well be the same in both languages. */
const PHRASE = 3;

/** @param items as they were asked for, in this order: each has a target or a problem afterwards */
export function readAnswer(content: string, items: readonly DraftItem[], verify: Verify): Answers {
  const targets = new Map<string, string>();
  const problems = new Map<string, string>();
  const values = objectIn(content);
  items.forEach((item, at) => {
    const result =
      values === undefined ? { problem: 'no JSON object' } : targetOf(values[String(at + 1)], item, verify);
    if ('problem' in result) problems.set(item.key, result.problem);
    else targets.set(item.key, result.target);
  });
  return { targets, problems };
}

/** Models like to wrap what they were asked for in a sentence or a fence. */
function objectIn(content: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(content.slice(content.indexOf('{'), content.lastIndexOf('}') + 1));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function targetOf(value: unknown, item: DraftItem, verify: Verify): { target: string } | { problem: string } {
  if (typeof value !== 'string') return { problem: 'no translation of it was given' };
  const text = value.replace(/\s+/g, ' ').trim();
  if (text === '') return { problem: 'the translation was empty' };
  const { tokens } = protect(readMarkdown(item.source).inlines);
  const read = unprotect(text, tokens);
  if ('problem' in read) return read;
  const target = writeMarkdown(read.inlines);
  if (target === item.source && item.words > PHRASE) return { problem: 'it came back in English' };
  const wrong = verify(item, target);
  return wrong === undefined ? { target } : { problem: wrong };
}
