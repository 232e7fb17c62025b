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
  /** Numbers of the tasks it speaks of. */
  @Column('integer', { array: true }) tasks!: number[];
  /** Whether it has yet to be seen to whom it is sent outside the app. */
  @Column('boolean', { name: 'is_uncollected' }) isUncollected!: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'read_at', nullable: true }) readAt!: Date | null;
}

/**
 * A task waits for the person; a process has something to tell them; a task falls due or is overdue; one that others left
 * undone has come up to them; somebody asks them to hurry. In the order in which they are listed.
 */
export const noticeKinds = ['escalation', 'urge', 'reminder', 'task-opened', 'message'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const noticeEntities = [NoticeEntity];
