import { describe, expect, it } from '@jest/globals';
import { type ListedDay, readHolidays } from './holiday-list.ts';

const written = ({ days }: { days: readonly ListedDay[] }) =>
  days.map(({ date, name, isOffDay }) => `${date} ${name} ${isOffDay ? '休' : '班'}`);

describe('a year of holidays', () => {
  it('is read from the paragraphs of the notice (国办发明电)', () => {
    const notice = `一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。`;
    const list = readHolidays(notice, 2025);
    expect(list.unread).toEqual([]);
    expect(written(list)).toEqual([
      '2025-01-01 元旦 休',
      '2025-01-26 春节 班',
      ...['2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31', '2025-02-01', '2025-02-02', '2025-02-03', '2025-02-04'].map(
        (date) => `${date} 春节 休`,
      ),
      '2025-02-08 春节 班',
      ...['2025-04-04', '2025-04-05', '2025-04-06'].map((date) => `${date} 清明节 休`),
    ]);
  });

  it.each([
    ['a table with its heading', '日期\t名称\t类型\n2027-01-01\t元旦\t休\n2027-01-03\t元旦\t班'],
    ['commas', '2027-01-01,元旦,休\n2027-01-03,元旦,班'],
    ['days as people write them', '2027年1月1日 元旦 休息日\n1月3日 元旦 上班'],
    ['slashes, and English', '2027/1/1 元旦 rest\n2027/1/3 元旦 work'],
    ['JSON', '[{"date":"2027-01-01","name":"元旦","isOffDay":true},{"date":"2027-01-03","name":"元旦","isOffDay":false}]'],
    [
      'JSON with its year',
      '{"year":2027,"days":[{"date":"2027-01-03","name":"元旦","isOffDay":false},{"date":"2027-01-01","name":"元旦","isOffDay":true}]}',
    ],
  ])('is read from %s', (_what, text) => {
    const list = readHolidays(text, 2027);
    expect(list.unread).toEqual([]);
    expect(written(list)).toEqual(['2027-01-01 元旦 休', '2027-01-03 元旦 班']);
  });

  it('spans are read day by day', () => {
    expect(written(readHolidays('2027-01-30 至 2027-02-01 春节 休', 2027))).toEqual([
      '2027-01-30 春节 休',
      '2027-01-31 春节 休',
      '2027-02-01 春节 休',
    ]);
  });

  it.each([
    ['a row without its kind', '2027-01-01 元旦'],
    ['a day that does not exist', '2027-02-30 元宵 休'],
    ['words', '以上安排请各地周知'],
    ['half a document', '{"days": ['],
    ['a document of something else', '{"name": "元旦"}'],
  ])('%s is named as what nobody could read', (_what, text) => {
    expect(readHolidays(text, 2027)).toMatchObject({ days: [], unread: [expect.any(String)] });
  });
});
