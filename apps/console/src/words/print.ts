import type { Words } from './words.ts';

/** A case on paper. */
export const print = {
  title: ['{{process}}审批表', '{{process}}: record of approval'],
  tools: ['打印', 'Printing'],
  back: ['回到申请', 'Back to the case'],
  print: ['打印', 'Print'],
  organisation: ['申请单位：{{name}}', 'Applicant: {{name}}'],
  number: ['编号：{{number}}', 'No. {{number}}'],
  form: ['申请内容', 'Form'],
  opinions: ['审批意见', 'Decisions'],
  said: ['：{{comment}}', ': {{comment}}'],
  undecided: ['尚无审批意见。', 'Nothing has been decided yet.'],
  stands: ['当前状态：{{state}}', 'Stands at: {{state}}'],
  printed: ['打印：{{name}}，{{time}}', 'Printed by {{name}}, {{time}}'],
  check: ['记录校验码：{{hash}}', 'Check of the record: {{hash}}'],
} satisfies Words;
