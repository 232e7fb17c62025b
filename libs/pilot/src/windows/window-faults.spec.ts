import { describe, expect, it } from '@jest/globals';
import { faultOfPast, faultOfWindows, type PrintedWindow } from './window-faults.ts';

type Days = readonly [from: string, to: string];

/** Those of a year, with some of its days changed. */
function windows(change: Partial<Record<string, Days>> = {}): PrintedWindow[] {
  const days: Record<string, Days> = {
    'spring school': ['2026-03-22', '2026-04-02'],
    'spring city': ['2026-03-22', '2026-04-05'],
    'spring province': ['2026-03-26', '2026-04-10'],
    'autumn school': ['2026-09-15', '2026-09-25'],
    'autumn city': ['2026-09-15', '2026-09-28'],
    'autumn province': ['2026-09-20', '2026-09-30'],
    ...(change as Record<string, Days>),
  };
  return Object.entries(days).map(([key, [from, to]]) => {
    const [season, role] = key.split(' ') as [PrintedWindow['season'], PrintedWindow['role']];
    return { season, role, printed: { from, to } };
  });
}

describe('the windows of a year by themselves', () => {
  it.each([
    ['as in the notice of 2024', {}, undefined],
    ['a day of another year', { 'autumn province': ['2026-12-20', '2027-01-05'] as Days }, 'window.day-outside'],
    ['an end before the beginning', { 'spring school': ['2026-04-02', '2026-03-22'] as Days }, 'window.ends-first'],
    ['a single day', { 'spring school': ['2026-04-02', '2026-04-02'] as Days }, undefined],
    ['cities that close before their schools', { 'spring city': ['2026-03-22', '2026-04-01'] as Days }, 'window.out-of-order'],
    ['cities that close with their schools', { 'spring city': ['2026-03-22', '2026-04-02'] as Days }, undefined],
    ['a province that closes before its cities', { 'autumn province': ['2026-09-20', '2026-09-27'] as Days }, 'window.out-of-order'],
    ['an autumn that begins in spring', { 'autumn school': ['2026-04-02', '2026-09-25'] as Days }, 'window.overlapping'],
    ['an autumn on the day after spring', { 'autumn school': ['2026-04-03', '2026-09-25'] as Days }, undefined],
  ])('%s', (_what, change, code) => {
    expect(faultOfWindows(2026, windows(change))?.code).toBe(code);
  });
});

describe('what is over', () => {
  const moved: Partial<Record<string, Days>> = { 'spring school': ['2026-03-22', '2026-04-08'] };
  const after = { ...moved, 'spring city': ['2026-03-22', '2026-04-09'] as Days };
  it.each([
    ['before it opens', '2026-03-21', after, undefined],
    ['an extension while it is open', '2026-03-30', after, undefined],
    ['an extension on its last day', '2026-04-02', after, undefined],
    ['an extension the day after', '2026-04-03', moved, 'window.closed'],
    ['another first day while it is open', '2026-03-22', { 'spring school': ['2026-03-25', '2026-04-02'] as Days }, 'window.begun'],
    ['another first day before', '2026-03-21', { 'spring school': ['2026-03-25', '2026-04-02'] as Days }, undefined],
    ['closing it today', '2026-03-30', { 'spring school': ['2026-03-22', '2026-03-30'] as Days }, undefined],
    ['closing it yesterday', '2026-03-30', { 'spring school': ['2026-03-22', '2026-03-29'] as Days }, 'window.closes-in-past'],
    [
      'a coming one that lies in the past',
      '2026-08-01',
      { 'autumn school': ['2026-07-01', '2026-07-05'] as Days },
      'window.closes-in-past',
    ],
    ['nothing new long after', '2026-12-31', {}, undefined],
  ])('%s', (_what, today, change, code) => {
    expect(faultOfPast(windows(), windows(change), today)?.code).toBe(code);
  });

  it('a year that nothing was known of is entered from today on', () => {
    expect(faultOfPast([], windows(), '2026-03-30')).toBeUndefined();
    expect(faultOfPast([], windows(), '2026-04-03')?.code).toBe('window.closes-in-past');
  });
});
