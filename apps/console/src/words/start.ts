import type { Words } from './words.ts';

/** Beginning a case. */
export const start = {
  title: ['发起申请', 'Start a case'],
  none: ['没有您可以发起的申请', 'There is nothing you may start'],
  noneHint: [
    '您所在岗位可以发起的流程会列在这里。如应当可以发起，请联系本单位的系统管理员核对岗位。',
    'Processes that your post may start are listed here. If there should be one, ask your administrator about your post.',
  ],
  notYours: ['您的岗位不能发起这个流程。', 'Your post may not start this process.'],
  startsFor: ['申请单位：{{organisation}}', 'For {{organisation}}'],
  organisation: ['申请单位', 'For'],
  guide: ['办事指南', 'Guide'],
  fillIn: ['填写', 'Fill in'],
  goOn: ['继续填写，草稿存于', 'Go on; saved'],
  form: ['申请内容', 'Form'],
  saved: ['已保存 {{time}}', 'Saved {{time}}'],
  saving: ['正在保存', 'Saving'],
  savesItself: ['填写的内容会自动保存', 'What you type is saved by itself'],
  savedHere: ['已存在本机，恢复连接后自动上传', 'Kept on this machine; sent when the connection is back'],
  parted: ['这份草稿在别处也改过，存于 {{time}}', 'This draft was changed elsewhere too, saved {{time}}'],
  partedHint: [
    '两份都还在。请选择以哪一份为准；选择之前不会覆盖另一份。',
    'Both are still there. Say which one it is to be; neither is overwritten before.',
  ],
  keepMine: ['用这里填写的', 'Keep what is here'],
  takeTheirs: ['用别处保存的', 'Take the other one'],
  complete: ['必填内容已填完整', 'Everything required is filled in'],
  progress: ['必填 {{required}} 项，已填 {{done}} 项', '{{done}} of {{required}} required fields filled in'],
  stillOpen: ['还需填写或更正：', 'Still to be filled in or corrected:'],
  start: ['发起申请', 'Start the case'],
  afterwards: ['发起后可再核对一遍，确认后提交。', 'You can look at it once more, and hand it in, afterwards.'],
  discard: ['丢弃草稿', 'Throw the draft away'],
  discardTitle: ['丢弃这份草稿？', 'Throw this draft away?'],
  discardHint: ['填写的内容将全部删除，不能恢复。', 'All that was filled in is deleted and cannot be had back.'],
} satisfies Words;
