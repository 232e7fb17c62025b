import { Module } from '@nestjs/common';
import { Clock, Database } from '#platform';
import { Notices } from './notices.ts';
import { AnnouncementStore } from './store/announcement.store.ts';
import { NoticeStore } from './store/notice.store.ts';

@Module({
  providers: [
    {
      provide: Notices,
      inject: [Database, Clock],
      useFactory: (database: Database, clock: Clock) => new Notices(new AnnouncementStore(database), new NoticeStore(database), clock),
    },
  ],
  exports: [Notices],
})
export class NoticeModule {}
