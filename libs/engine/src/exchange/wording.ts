import type { AssigneeRule } from '../definition/assignee.ts';
import { type Delay, type Due, isInstant, type OrganisationKind, type Text } from '../definition/basics.ts';
import type { Policy } from '../definition/step.ts';

/** What posts are called; the host has the catalogue. A post it does not know is called by its key. */
export type PostTitles = Readonly<Record<string, Text>>;

type Said = Required<Text>;

const units = {
  Y: ['年', 'year'],
  M: ['个月', 'month'],
  W: ['周', 'week'],
  D: ['天', 'day'],
  H: ['小时', 'hour'],
  m: ['分钟', 'minute'],
  S: ['秒', 'second'],
} as const;

const counted = (count: number, [zh, en]: readonly [string, string]): Said => ({
  zh: `${count}${zh}`,
  en: `${count} ${en}${count === 1 ? '' : 's'}`,
});

/** A length of time as people say it. */
function delayText(delay: Delay): Said {
  if (typeof delay === 'string') return durationText(delay);
  if ('workingHours' in delay) return counted(delay.workingHours, ['个工作小时', 'working hour']);
  const days = counted(delay.workingDays, ['个工作日', 'working day']);
  return delay.at === undefined ? days : { zh: `${days.zh}（至${delay.at}）`, en: `${days.en}, to ${delay.at}` };
}

function durationText(duration: string): Said {
  const [date = '', time = ''] = duration.slice(1).split('T');
  const parts = [...date.matchAll(/(\d+)([YMWD])/g), ...time.replace('M', 'm').matchAll(/(\d+)([HmS])/g)].map(([, count, unit]) =>
    counted(Number(count), units[unit as keyof typeof units]),
  );
  return { zh: parts.map(({ zh }) => zh).join(''), en: parts.map(({ en }) => en).join(' ') };
}

/** The same of an ISO 8601 duration; undefined where it is none, but a name. */
export const lengthText = (written: string): Said | undefined =>
  /^P(?!$)[\dYMWDTHS]+$/.test(written) && /\d/.test(written) ? durationText(written) : undefined;

/** When something is due, as people say it; an instant out of an expression is not known beforehand. */
export const dueText = (due: Due): Said => (isInstant(due) ? { zh: '按表单所填日期', en: 'by a date of the form' } : delayText(due));

const levels: Readonly<Record<OrganisationKind, Said>> = {
  department: { zh: '系', en: 'department' },
  school: { zh: '学校', en: 'school' },
  city: { zh: '市', en: 'city' },
  province: { zh: '省', en: 'province' },
  alliance: { zh: '联盟', en: 'alliance' },
  'evaluation-organisation': { zh: '评价组织', en: 'evaluation organisation' },
};

export const levelText = (kind: OrganisationKind): Said => levels[kind];

const applicantText: Said = { zh: '申请人', en: 'Applicant' };

/** A body: whom a rule asks, by the post's title and the level it is held at. */
export function bodyText(rule: AssigneeRule, titles: PostTitles): Said {
  if ('applicant' in rule) return applicantText;
  const { zh, en } = titles[rule.post] ?? { zh: rule.post };
  return { zh, en: en ?? zh };
}

const fraction = (share: string): string => share.replace('/', ' / ');

/** How several people come to one outcome. */
export function policyText(policy: Policy): Said {
  switch (policy.by) {
    case 'one':
      return { zh: '一人办理即可', en: 'one of them decides' };
    case 'all':
      return { zh: '会签，须全部同意', en: 'all of them have to agree' };
    case 'sequence':
      return { zh: '依次审批', en: 'one after another' };
    case 'vote': {
      const share = 'atLeast' in policy.pass ? policy.pass.atLeast : policy.pass.moreThan;
      const [zh, en] = 'atLeast' in policy.pass ? ['不少于', 'at least'] : ['超过', 'more than'];
      return { zh: `票决，${zh}${fraction(share)}同意通过`, en: `by vote, ${en} ${fraction(share)} for it` };
    }
  }
}
