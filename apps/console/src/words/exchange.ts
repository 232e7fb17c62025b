import type { Words } from './words.ts';

/** Definitions as files. */
export const exchange = {
  export: ['导出', 'Export'],
  json: ['流程定义（JSON）', 'Definition (JSON)'],
  xstate: ['状态机（XState 配置）', 'State machine (XState config)'],
  bpmn: ['流程图（BPMN 2.0）', 'Diagram (BPMN 2.0)'],
  failed: ['导出失败，请重试。', 'The export failed. Try again.'],
  unsound: [
    '草稿还有错误，画不出这种格式。请先改正，或导出流程定义（JSON）。',
    'The draft has errors that keep it from this format. Mend them first, or export the definition (JSON).',
  ],
  chooseFile: ['选择流程文件', 'Choose a file'],
  fileHint: [
    '本系统导出的流程定义（.json），或其他工具的 BPMN 2.0 流程图（.bpmn、.xml）。',
    'A definition exported from here (.json), or a BPMN 2.0 diagram of another tool (.bpmn, .xml).',
  ],
  fileChosen: ['已选择：{{name}}', 'Chosen: {{name}}'],
  several: ['文件中有多个流程', 'There are several processes in the file'],
  chooseProcess: ['选择要导入的流程', 'Choose which to bring in'],
  keyTaken: [
    '已有此标识的流程：草稿将是它的下一版。要作为新流程，请改一个标识。',
    'There is a process with this key: the draft will be its next version. For a new process, change the key.',
  ],
  understood: ['已读懂', 'Understood'],
  steps: ['{{count}} 个环节', { one: '{{count}} step', other: '{{count}} steps' }],
  leftOut: ['未能原样带入', 'Not carried over as it was'],
  leftOutCount: [
    '{{count}} 处未能原样带入',
    { one: '{{count}} thing not carried over as it was', other: '{{count}} things not carried over as they were' },
  ],
  leftOutNothing: ['全部带入，没有遗漏', 'Everything was carried over'],
  checkedLater: [
    '新建后在设计器中继续完善，发布前会完整检查。',
    'It goes on in the designer; all of it is checked before it is published.',
  ],
} satisfies Words;
