import { expect, it } from '@jest/globals';
import { businessDay } from './business-day.ts';

it.each([
  ['the last millisecond before midnight in Shanghai', '2024-03-22T15:59:59.999Z', '2024-03-22'],
  ['midnight in Shanghai', '2024-03-22T16:00:00.000Z', '2024-03-23'],
  ['New Year, eight hours before Greenwich', '2023-12-31T16:00:00.000Z', '2024-01-01'],
  ['the leap day', '2024-02-28T16:00:00.000Z', '2024-02-29'],
  ['a day of the summer time that Shanghai had until 1991', '1990-07-01T15:00:00.000Z', '1990-07-02'],
])('%s', (_, at, day) => {
  expect(businessDay(new Date(at))).toBe(day);
});
