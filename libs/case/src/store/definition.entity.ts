import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Definition } from '#engine';

@Entity('definition_version')
export class DefinitionVersionEntity {
  @PrimaryColumn('text') tenant!: string;
  @PrimaryColumn('text') key!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('text', { name: 'content_hash' }) contentHash!: string;
  @Column('jsonb') document!: Definition;
  @Column('timestamptz', { name: 'published_at' }) publishedAt!: Date;
  @Column('uuid', { name: 'published_by', nullable: true }) publishedBy!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  /** From when cases begin on it. */
  @Column('timestamptz', { name: 'effective_at' }) effectiveAt!: Date;
  /** Since when no case begins on it any more. */
  @Column('timestamptz', { name: 'retired_at', nullable: true }) retiredAt!: Date | null;
  /** The second person, where it took two. */
  @Column('uuid', { name: 'confirmed_by', nullable: true }) confirmedBy!: string | null;
}
