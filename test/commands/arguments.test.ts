import { describe, expect, it } from 'vitest';
import { dayOrMoment, endOfDay } from '../../tools/commands/arguments.ts';

describe('days and moments that people type', () => {
  it('takes a day as its first or its last second, in UTC', () => {
    expect(dayOrMoment('2024-02-29')).toBe('2024-02-29T00:00:00Z');
    expect(endOfDay('2024-02-29')).toBe('2024-02-29T23:59:59Z');
  });

  it('takes a moment as it is', () => {
    expect(dayOrMoment('2026-03-01T12:30:00Z')).toBe('2026-03-01T12:30:00Z');
  });

  it.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-3-1', 'yesterday', '', '2026-03-01T'])(
    'refuses %j',
    (typed) => {
      expect(() => dayOrMoment(typed)).toThrow('expected a day');
      expect(() => endOfDay(typed)).toThrow('expected a day');
    },
  );

  it.each(['2026-02-30T12:00:00Z', '2026-03-01T25:00:00Z', '2026-03-01T12:00:00+02:00'])('refuses %j', (typed) => {
    expect(() => dayOrMoment(typed)).toThrow('a moment in UTC');
  });
});
