import type { Words } from './words.ts';

/** Definitions as files. */
export const exchange = {
  export: ['导出', 'Export'],
  json: ['流程定义（JSON）', 'Definition (JSON)'],
  xstate: ['状态机（XState 配置）', 'State machine (XState config)'],
  bpmn: ['流程图（BPMN 2.0）', 'Diagram (BPMN 2.0)'],
  failed: ['导出失败，请重试。', 'The export failed. Try again.'],
} satisfies Words;
