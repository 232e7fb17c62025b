import { expect, it } from '@jest/globals';
import { DueTimes, workingCalendar } from '#calendar';
import { workingDaysLeft } from './working-days-left.ts';

// 2024-04-04 to 06 are 清明; Sunday the 7th is worked in their place.
const days = [
  { date: '2024-04-04', name: '清明', isOffDay: true },
  { date: '2024-04-05', name: '清明', isOffDay: true },
  { date: '2024-04-07', name: '补班', isOffDay: false },
];
const dueTimes = new DueTimes(workingCalendar({ years: [2024], days }));

it.each([
  ['2024-04-03 09:00', '2024-04-08 23:59', 2],
  ['2024-04-03 09:00', '2024-04-03 17:30', 0],
  ['2024-04-03 09:00', '2024-04-06 23:59', 0],
  ['2024-04-08 09:00', '2024-04-03 17:30', -2],
  ['2024-04-03 18:00', '2024-04-03 17:30', 0],
])('on %s, what is due on %s has %i working days left', (now, due, left) => {
  const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
  expect(workingDaysLeft(dueTimes, at(now), at(due))).toBe(left);
});
