import { Module } from '@nestjs/common';
import { Directory } from '#directory';
import { Clock, CONFIG, type Config, Database } from '#platform';
import { Channels } from './channel/channels.ts';
import { DeliveryList } from './delivery/delivery-list.ts';
import { Notices } from './notices.ts';
import { NoticeSettings } from './settings/notice-settings.ts';
import { AnnouncementStore } from './store/announcement.store.ts';
import { ChannelStore } from './store/channel.store.ts';
import { DeliveryListStore } from './store/delivery-list.store.ts';
import { NoticeStore } from './store/notice.store.ts';
import { post } from './webhook/post.ts';

@Module({
  providers: [
    {
      provide: Notices,
      inject: [Database, Clock],
      useFactory: (database: Database, clock: Clock) => new Notices(new AnnouncementStore(database), new NoticeStore(database), clock),
    },
    { provide: NoticeSettings, inject: [Database], useFactory: (database: Database) => new NoticeSettings(database) },
    {
      provide: Channels,
      inject: [Database, Directory, Clock, CONFIG],
      useFactory: (database: Database, directory: Directory, clock: Clock, { privateWebhooks }: Config) =>
        new Channels({
          store: new ChannelStore(database),
          directory,
          clock,
          post: (outgoing) => post(outgoing, privateWebhooks),
          privateWebhooks,
        }),
    },
    {
      provide: DeliveryList,
      inject: [Database, Clock],
      useFactory: (database: Database, clock: Clock) => new DeliveryList(new DeliveryListStore(database), clock),
    },
  ],
  exports: [Notices, NoticeSettings, Channels, DeliveryList],
})
export class NoticeModule {}
