import { describe, expect, it } from '@jest/globals';
import type { Fields } from '#engine';
import { filledMonthly, filledReport } from '../../../../test/support/reports.ts';
import type { Report } from '../scheme.ts';
import { faultsOf, faultsOfDraft } from './report-check.ts';

const [row = {}] = filledMonthly['rows'] as readonly Fields[];
const monthly = (...rows: Fields[]): Fields => ({ ...filledMonthly, rows });

/** What keeps a report from being filed, in a line each. */
const faults = (report: Report, fields: Fields, before?: Fields): string[] => {
  const found = faultsOf(report, fields, before);
  return [...found.fields.map(({ path, code }) => `${path} ${code}`), ...found.rules.map(({ rule }) => rule)];
};

describe('the five blocks and the figures (R-AH21-33)', () => {
  it.each<[string, Fields, string[]]>([
    ['complete', filledReport, []],
    ['without progress', { ...filledReport, progress: ' ' }, ['R-AH21-33']],
    ['nothing new, which still counts as filed', { ...filledReport, progress: '', nothingNew: true }, []],
    ['more in this period than in total', { ...filledReport, trainedStudents: 121 }, ['R-AH21-33']],
    ['more certified than examined', { ...filledReport, certified: 0, certifiedTotal: 81 }, ['R-AH21-33']],
    ['a figure missing', { ...filledReport, examined: null }, ['/examined required']],
    ['a figure below nothing', { ...filledReport, examined: -1 }, ['/examined too-small']],
    ['a field that is not there', { ...filledReport, weather: '晴' }, ['/weather unknown']],
  ])('%s', (_what, fields, expected) => expect(faults('fortnightly', fields)).toEqual(expected));

  it('are refused in Hubei under its own clause (R-HB20-19)', () => {
    expect(faults('weekly', { ...filledReport, progress: '' })).toEqual(['R-HB20-19']);
  });

  it('a draft may be as incomplete as it likes, but not wrong', () => {
    expect(faultsOfDraft('fortnightly', {})).toEqual([]);
    expect(faultsOfDraft('fortnightly', { examined: '三十' })).toMatchObject([{ path: '/examined', code: 'type' }]);
  });
});

describe('annex 5 (R-AH24-20)', () => {
  it.each<[string, Fields, Fields | undefined, string[]]>([
    ['agrees', filledMonthly, undefined, []],
    ['certificates issued ≤ passed', monthly({ ...row, issued: 25 }), undefined, ['R-AH24-20']],
    ['passed ≤ examined', monthly({ ...row, passed: 31, issued: 31 }), undefined, ['R-AH24-20']],
    ['this month ≤ in total', monthly({ ...row, examinedMonth: 31 }), undefined, ['R-AH24-20']],
    ['one line for a certificate and level', monthly(row, row), undefined, ['R-AH24-20']],
    ['another level is another line', monthly(row, { ...row, level: 'junior' }), undefined, []],
    ['the total grows by this month', monthly({ ...row, examinedTotal: 60 }), filledMonthly, []],
    ['and by nothing else', monthly({ ...row, examinedTotal: 61 }), filledMonthly, ['R-AH24-20']],
    ['no line at all', monthly(), undefined, ['/rows too-few']],
  ])('%s', (_what, fields, before, expected) => expect(faults('monthly', fields, before)).toEqual(expected));
});
