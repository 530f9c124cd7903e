/** Which rules run, and how severely: the rules' own word, then the workspace's, then the command's. */
import type { CheckSwitch } from '../project/types.ts';
import type { Rule, Severity } from './types.ts';

/** A rule that runs, with the severity that its findings bear. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
}

export interface Wanted {
  /** Only these rules, even those that are off. */
  readonly names?: readonly string[] | undefined;
  /** Only rules of this severity. */
  readonly severity?: Severity | undefined;
}

/** @param switches by rule name, as the workspace has them; all names are known */
export function activeRules(
  rules: readonly Rule[],
  switches: Readonly<Record<string, CheckSwitch>>,
  wanted: Wanted = {},
): ActiveRule[] {
  return rules
    .map((rule) => {
      const set = Object.hasOwn(switches, rule.name) ? switches[rule.name] : undefined;
      const isOn = wanted.names?.includes(rule.name) ?? (set === undefined ? !rule.offByDefault : set !== 'off');
      return { rule, isOn, severity: set === 'error' || set === 'warning' ? set : rule.severity };
    })
    .filter(({ isOn, severity }) => isOn && (wanted.severity === undefined || severity === wanted.severity))
    .map(({ rule, severity }) => ({ rule, severity }));
}
