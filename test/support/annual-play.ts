import type { Fields, Subject } from '#engine';
import { annualApplication } from '../../workflows/annual-application/definition.ts';
import { application, line } from '../../workflows/annual-application/sample.ts';
import { at, decide, type Move, PilotPlay, type PilotSetting } from './pilot-play.ts';
import { plainSubject } from './play.ts';

export const cast = {
  'academic-affairs@school': ['academic', 'colleague'],
  'expert-group@school': ['experts'],
  'president-meeting@school': ['president'],
  'school-leader@school': ['leader'],
  'city-reviewer@city': ['city'],
  'province-reviewer@province': ['province'],
};

export const because = { comment: '请核实人数' };

export const submitted: Move[] = [decide('academic', 'submit')];
export const argued: Move[] = [...submitted, decide('experts', 'approve', { fields: { conclusion: 'agree' } })];
export const meeting: Fields = { meetingSession: '第3次', meetingDate: '2024-03-22', minutes: 'file-1', isBudgetIncluded: true };
export const ready: Move[] = [...argued, decide('president', 'approve', { fields: meeting })];
export const sent: Move[] = [...ready, decide('academic', 'submit', { fields: { sealedScan: 'file-2' } })];
export const approved: Move[] = [...sent, at('2024-03-26 09:00'), decide('province', 'approve')];

export const firstReviewed: Move[] = [...sent, decide('city', 'approve', { fields: { isSummaryReceived: true } })];
export const cityReturned: Move[] = [...sent, decide('city', 'return', because)];
export const provinceReturned: Move[] = [...firstReviewed, at('2024-03-26 09:00'), decide('province', 'return', because)];
export const moreStudents = { fields: { lines: [{ ...line, students: 45 }] } };
export const tooFew = { fields: { lines: [{ ...line, students: 3 }] } };

export const secondary: Subject = { ...plainSubject, school: { id: 'school-2', name: '江淮工业学校', type: 'secondary_local' } };

export interface Circumstances extends Partial<PilotSetting> {
  readonly fields?: Fields;
}
export const begin = ({ fields = {}, ...setting }: Circumstances = {}) =>
  new PilotPlay(annualApplication, { cast, at: '2024-03-22T01:00:00.000Z', ...setting }).start('academic', {
    ...application,
    ...fields,
  });
export const ofSecondary: Circumstances = { subject: secondary };

/** Half past eight in the morning. */
export const reminders = (...days: string[]) => days.map((day, index) => `remind-${index + 1} ${day}T00:30:00.000Z`);

// Three days before is a Saturday: on the Friday before.
export const schoolClosed = ['schoolWindowClosed 2024-04-02T15:59:59.999Z', ...reminders('2024-03-29', '2024-04-01', '2024-04-02')];
// The day before and the last day are 清明: on the last working day before them, and once.
export const untilCityCloses = reminders('2024-04-02', '2024-04-03');
export const cityClosed = ['cityWindowClosed 2024-04-05T15:59:59.999Z', ...untilCityCloses];
// Three days before is a Sunday that is worked.
export const untilProvinceCloses = reminders('2024-04-07', '2024-04-09', '2024-04-10');
export const provinceClosed = ['provinceWindowClosed 2024-04-10T15:59:59.999Z', ...untilProvinceCloses];
