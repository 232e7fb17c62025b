import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('notice')
export class NoticeEntity {
  @PrimaryColumn('text') tenant!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  /** What caused it; the same cause gives the same person one notice. */
  @Column('text') cause!: string;
  @Column('text') kind!: NoticeKind;
  @Column('text', { name: 'title_zh' }) titleZh!: string;
  @Column('text', { name: 'title_en', nullable: true }) titleEn!: string | null;
  @Column('uuid', { name: 'instance_id', nullable: true }) instanceId!: string | null;
  @Column('integer', { nullable: true }) task!: number | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'read_at', nullable: true }) readAt!: Date | null;
}

/** A task waits for the person, or a process has something to tell them. */
export type NoticeKind = 'task-opened' | 'message';

export const noticeEntities = [NoticeEntity];
