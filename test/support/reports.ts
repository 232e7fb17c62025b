import type { Fields } from '#engine';

/** A fortnightly or weekly report whose figures agree. */
export const filledReport: Fields = {
  progress: '完成两个班级的培训',
  problems: '实训设备不足',
  trainedStudents: 40,
  trainedStudentsTotal: 120,
  examined: 30,
  examinedTotal: 80,
  certified: 25,
  certifiedTotal: 60,
};

/** A monthly report whose figures agree with each other; nothing was examined before. */
export const filledMonthly: Fields = {
  rows: [
    {
      certificate: 'X002',
      level: 'intermediate',
      approved: 60,
      trained: 50,
      registered: 45,
      examinedMonth: 30,
      examinedTotal: 30,
      passed: 24,
      issued: 20,
    },
  ],
  filledBy: '填报员',
  checkedBy: '教务处',
};
