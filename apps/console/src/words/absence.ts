import type { Words } from './words.ts';

export const absence = {
  title: ['外出设置', 'Absences'],
  intro: [
    '外出期间，轮到您办理的事项由代理人以您的名义办理，已经在办的也包括在内。',
    'While you are away, your deputy decides in your name, also what is open already.',
  ],
  set: ['设置外出', 'Set an absence'],
  change: ['更改', 'Change'],
  end: ['取消或提前返回', 'Take back, or come back early'],
  endConfirm: ['代理到此为止，之后的事项由您自己办理。', 'The deputy stops here; what comes is yours again.'],
  mine: ['我的外出', 'Mine'],
  none: ['没有外出安排', 'No absence is set'],
  noneHint: ['出差、休假之前，在这里指定由谁代办。', 'Before you travel or go on leave, say here who decides meanwhile.'],
  representing: ['我代理的人', 'Whose deputy I am'],
  days: ['{{first}} 至 {{last}}', '{{first}} to {{last}}'],
  deputyIs: ['由{{name}}代办', '{{name}} decides meanwhile'],
  forOther: ['代{{name}}办理', 'In the place of {{name}}'],
  all: ['全部流程', 'All processes'],
  deputy: ['代理人', 'Deputy'],
  deputyHint: ['按姓名、单位或岗位查找', 'Find by name, organisation or post'],
  firstDay: ['第一天', 'First day'],
  lastDay: ['最后一天', 'Last day'],
  processes: ['只限这些流程（不选为全部）', 'Only for these processes (none for all)'],
  reason: ['事由（选填）', 'Reason (optional)'],
  save: ['保存', 'Save'],
} satisfies Words;
