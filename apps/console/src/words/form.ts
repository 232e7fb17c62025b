import type { Words } from './words.ts';

/** A form that is filled in. */
export const form = {
  optional: ['选填', 'optional'],
  choose: ['请选择', 'Choose'],
  chooseSeveral: ['请选择，可多选', 'Choose one or more'],
  typeSeveral: ['逐个输入，按回车确认', 'Type one after another, each with Enter'],
  yes: ['是', 'Yes'],
  no: ['否', 'No'],
  chooseFile: ['选择文件', 'Choose a file'],
  replaceFile: ['更换文件', 'Replace the file'],
  removeFile: ['移除', 'Remove'],
  giveUp: ['取消上传', 'Cancel the upload'],
  cutOff: ['连接中断，恢复后从断点继续上传。', 'The connection was lost. It goes on from where it was when it is back.'],
  line: ['行号', 'Line'],
  tools: ['操作', 'Actions'],
  addLine: ['添加一行', 'Add a line'],
  copyLine: ['复制第 {{line}} 行', 'Copy line {{line}}'],
  removeLine: ['删除第 {{line}} 行', 'Remove line {{line}}'],
  reckoned: ['填写后自动计算', 'Reckoned when the rest is filled in'],
} satisfies Words;
