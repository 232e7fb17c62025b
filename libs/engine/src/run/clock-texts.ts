import type { Text } from '../definition/basics.ts';
import type { DueTime } from '../workflow.ts';
import type { Instant } from './state.ts';

/** What a reminder is about. */
export interface Reminded {
  readonly title: Text;
  readonly step: Text;
  readonly dueAt: Instant | undefined;
}

type Say = (reminded: Reminded, at: Instant, dueTime: DueTime) => Required<Text>;

/** 提醒: the step is to be done by a day, or has been due since. */
export const reminderText: Say = (reminded, at, dueTime) => {
  const { zh, en } = standing(reminded, at, dueTime);
  return { zh: `提醒：${named(reminded).zh}待办理。${zh}`, en: `Reminder: ${named(reminded).en} is waiting. ${en}` };
};

/** 升级: others hear that a step is overdue. */
export const escalationText: Say = (reminded, at, dueTime) => {
  const { zh, en } = standing(reminded, at, dueTime);
  return { zh: `逾期升级：${named(reminded).zh}逾期未办。${zh}`, en: `Escalation: ${named(reminded).en} is overdue. ${en}` };
};

/** 催办: a person asks for it. */
export const urgeText = (reminded: Reminded, at: Instant, dueTime: DueTime, comment: string): Required<Text> => {
  const { zh, en } = standing(reminded, at, dueTime);
  const said = comment === '' ? { zh: '', en: '' } : { zh: `留言：${comment}`, en: ` “${comment}”` };
  return {
    zh: `催办：请尽快办理${named(reminded).zh}。${zh}${said.zh}`,
    en: `Please see to ${named(reminded).en}. ${en}${said.en}`.trim(),
  };
};

const named = ({ title, step }: Reminded): Required<Text> => ({
  zh: `“${title.zh}”的“${step.zh}”环节`,
  en: `“${step.en ?? step.zh}” of “${title.en ?? title.zh}”`,
});

function standing({ dueAt }: Reminded, at: Instant, dueTime: DueTime): Required<Text> {
  if (dueAt === undefined) return { zh: '', en: '' };
  const due = inWords(dueTime.onTheWall(dueAt));
  if (at < dueAt) {
    const days = dueTime.workingDays(at, dueAt);
    const left =
      days === 0 ? { zh: '请今日办理', en: 'please do it today' } : { zh: `还剩${days}个工作日`, en: `${days} working day(s) left` };
    return { zh: `办理期限为${due.zh}，${left.zh}。`, en: `It is due ${due.en}: ${left.en}.` };
  }
  const days = dueTime.workingDays(dueAt, at);
  const since = days === 0 ? { zh: '已到期', en: 'it has run out' } : { zh: `已逾期${days}个工作日`, en: `${days} working day(s) overdue` };
  return { zh: `办理期限为${due.zh}，${since.zh}。`, en: `It was due ${due.en}: ${since.en}.` };
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const weekdaysInChinese = '日一二三四五六';

/** `2024-03-22 17:30` as people say it; a day to its end is that day. */
function inWords(wall: string): Required<Text> {
  const [date = '', time = ''] = wall.split(' ');
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  const isWholeDay = time === '23:59';
  return {
    zh: `${year}年${month}月${day}日（星期${weekdaysInChinese[weekday]}）${isWholeDay ? '' : time}`,
    en: `on ${weekdays[weekday]}, ${day} ${months[month - 1]} ${year}${isWholeDay ? '' : ` at ${time}`}`,
  };
}
