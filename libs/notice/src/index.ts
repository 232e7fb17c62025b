export { NoticeModule } from './notice.module.ts';
export { type Inbox, type InboxRequest, type MessageSent, type Notice, Notices, type TasksOpened } from './notices.ts';
export { type NoticeKind, noticeEntities } from './store/notice.entity.ts';
