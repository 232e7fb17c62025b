import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { SavedState } from './machine.ts';

@Entity('instance')
export class Instance {
  @PrimaryGeneratedColumn() id!: number;
  @Column('jsonb') form!: object;
  @Column('jsonb') state!: SavedState;
  @Column('int') sequence!: number;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
}

@Entity('task')
@Index('task_queue', ['assignee', 'openedAt', 'instanceId'], { where: 'is_open' })
export class Task {
  @PrimaryGeneratedColumn() id!: number;
  @Index() @Column('int', { name: 'instance_id' }) instanceId!: number;
  @Column('text') assignee!: string;
  @Column('boolean', { name: 'is_open' }) isOpen!: boolean;
  @Column('text', { nullable: true }) outcome!: string | null;
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
}

@Entity('history')
@Index(['instanceId', 'sequence'], { unique: true })
export class HistoryRow {
  @PrimaryGeneratedColumn() id!: number;
  @Column('int', { name: 'instance_id' }) instanceId!: number;
  @Column('int') sequence!: number;
  @Column('timestamptz') at!: Date;
  @Column('text') person!: string;
  @Column('text') outcome!: string;
  @Column('text', { nullable: true }) comment!: string | null;
}

@Entity('timer')
export class TimerRow {
  @PrimaryGeneratedColumn() id!: number;
  @Index() @Column('int', { name: 'instance_id' }) instanceId!: number;
  @Column('text') event!: string;
  @Index() @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
}

@Entity('outbox')
export class Message {
  @PrimaryGeneratedColumn() id!: number;
  @Column('text') job!: string;
  @Column('jsonb') payload!: object;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
