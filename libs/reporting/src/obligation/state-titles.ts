import type { Text } from '#engine';
import type { ObligationState } from './life.ts';

/** M5 and M5c. */
export const stateTitles: Readonly<Record<ObligationState, Required<Text>>> = {
  scheduled: { zh: '未开放', en: 'not open yet' },
  open: { zh: '待填报', en: 'to be filed' },
  drafted: { zh: '填报中', en: 'in draft' },
  submitted: { zh: '已按时报送', en: 'filed in time' },
  returned: { zh: '退回补正', en: 'returned' },
  accepted: { zh: '已审核', en: 'accepted' },
  uploaded: { zh: '已传平台周报附件', en: 'uploaded to the platform' },
  monitored: { zh: '已监测评价', en: 'monitored' },
  slow: { zh: '进展缓慢', en: 'found slow' },
  normal: { zh: '进展正常', en: 'found normal' },
  missed: { zh: '漏报', en: 'missed' },
  late: { zh: '逾期补报', en: 'filed late' },
  exempted: { zh: '免报', en: 'excused' },
};
