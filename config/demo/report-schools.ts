/** What a school does about a report: files it, files it too late, does not file it, is excused. */
export type Way = 'filed' | 'late' | 'missed' | 'exempted';

export interface ReportSchool {
  /** Code of its organisation; its reporter's account is `<prefix>-tianbao`. */
  readonly code: string;
  readonly prefix: string;
  readonly name: string;
  readonly short: string;
  /** Code of its city. */
  readonly city: string;
  readonly type: 'higher_vocational' | 'secondary_local' | 'secondary_provincial';
  /** One for each of the reports due in March and April 2024. */
  readonly ways: readonly [Way, Way, Way, Way];
}

/** When the demonstration of reports begins: with the period of the report that is due on 12 March 2024 (R-AH21-33). */
export const reportsBegin = '2024-02-28T09:00:00+08:00';

/** The fortnightly reports it plays, by their due days. */
export const reportPeriods = [
  { key: '2024-03-A', due: '2024-03-12' },
  { key: '2024-03-B', due: '2024-03-27' },
  { key: '2024-04-A', due: '2024-04-12' },
  { key: '2024-04-B', due: '2024-04-27' },
] as const;

const always = ['filed', 'filed', 'filed', 'filed'] as const;

/** Twelve made-up schools in real cities of Anhui; the first three are those of the other demonstrations. */
export const reportSchools: readonly ReportSchool[] = [
  { code: 'JH', prefix: 'jh', name: '江淮示范职业技术学院', short: '江淮', city: '340100', type: 'higher_vocational', ways: always },
  {
    code: 'LZ',
    prefix: 'lz',
    name: '庐州示范中等职业学校',
    short: '庐州',
    city: '340100',
    type: 'secondary_local',
    ways: ['filed', 'late', 'filed', 'filed'],
  },
  { code: 'JJ', prefix: 'jj', name: '鸠兹示范职业学校', short: '鸠兹', city: '340200', type: 'secondary_local', ways: always },
  {
    code: 'HS',
    prefix: 'hs',
    name: '淮上示范职业学校',
    short: '淮上',
    city: '340300',
    type: 'secondary_local',
    ways: ['late', 'filed', 'late', 'filed'],
  },
  { code: 'SC', prefix: 'sc', name: '寿春示范工业学校', short: '寿春', city: '340400', type: 'secondary_local', ways: always },
  {
    code: 'CS',
    prefix: 'cs',
    name: '采石示范职业技术学院',
    short: '采石',
    city: '340500',
    type: 'higher_vocational',
    ways: ['filed', 'filed', 'exempted', 'filed'],
  },
  {
    code: 'XC',
    prefix: 'xc',
    name: '相城示范煤电学校',
    short: '相城',
    city: '340600',
    type: 'secondary_provincial',
    ways: ['missed', 'missed', 'filed', 'filed'],
  },
  {
    code: 'YC',
    prefix: 'yc',
    name: '宜城示范职业技术学校',
    short: '宜城',
    city: '340800',
    type: 'secondary_local',
    ways: ['missed', 'late', 'missed', 'filed'],
  },
  {
    code: 'HZ',
    prefix: 'hz',
    name: '徽州示范旅游学校',
    short: '徽州',
    city: '341000',
    type: 'secondary_local',
    ways: ['missed', 'missed', 'missed', 'filed'],
  },
  { code: 'YL', prefix: 'yl', name: '永阳示范职业学校', short: '永阳', city: '341100', type: 'secondary_local', ways: always },
  {
    code: 'YZ',
    prefix: 'yz',
    name: '颍州示范职业技术学校',
    short: '颍州',
    city: '341200',
    type: 'secondary_local',
    ways: ['missed', 'missed', 'missed', 'missed'],
  },
  {
    code: 'BZ',
    prefix: 'bz',
    name: '谯城示范药业学校',
    short: '谯城',
    city: '341600',
    type: 'secondary_local',
    ways: ['filed', 'filed', 'filed', 'late'],
  },
];

/** The cities of those schools that the other demonstrations do without. */
export const reportCities = [
  { code: '340300', name: '蚌埠市' },
  { code: '340400', name: '淮南市' },
  { code: '340500', name: '马鞍山市' },
  { code: '340600', name: '淮北市' },
  { code: '340800', name: '安庆市' },
  { code: '341000', name: '黄山市' },
  { code: '341100', name: '滁州市' },
  { code: '341200', name: '阜阳市' },
  { code: '341600', name: '亳州市' },
] as const;

/** The school that is flagged, appeals and is cleared, and the one that is circulated and disqualified. */
export const clearedSchool = 'HZ';
export const disqualifiedSchool = 'YZ';

/** A fortnightly report (F06): the figures grow from one to the next. */
export const reportFields = (number: number) => ({
  progress: `完成第${number}批学员实训与模拟考核。`,
  trainedStudents: 20,
  trainedStudentsTotal: 20 * number,
  examined: 12,
  examinedTotal: 12 * number,
  certified: 9,
  certifiedTotal: 9 * number,
});
