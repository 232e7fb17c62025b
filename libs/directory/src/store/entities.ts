import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('organisation')
export class OrganisationEntity {
  @PrimaryColumn('text') tenant!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId!: string | null;
  @Column('text') kind!: string;
  @Column('text') type!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) code!: string | null;
  @Column('text') path!: string;
}

@Entity('person')
export class PersonEntity {
  @PrimaryColumn('text') tenant!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') account!: string;
  @Column('text') name!: string;
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt!: Date | null;
  @Column('text', { nullable: true }) mail!: string | null;
  @Column('text') language!: Language;
  @Column('text', { name: 'mail_preference', default: 'digest' }) mailPreference!: MailPreference;
}

/** In which a person is written to. */
export type Language = 'zh-CN' | 'en';

/** When notices are mailed: each as it comes, together after a while, or not at all. */
export type MailPreference = 'immediately' | 'digest' | 'none';

@Entity('credential')
export class CredentialEntity {
  @PrimaryColumn('text') tenant!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string;
  @Column('text', { name: 'password_hash' }) passwordHash!: string;
  @Column('integer', { name: 'failed_attempts' }) failedAttempts!: number;
  @Column('timestamptz', { name: 'locked_until', nullable: true }) lockedUntil!: Date | null;
}

@Entity('post_holding')
export class PostHoldingEntity {
  @PrimaryColumn('text') tenant!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') post!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
}

@Entity('session')
class SessionEntity {
  @PrimaryColumn('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('text') tenant!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}

export const directoryEntities = [OrganisationEntity, PersonEntity, CredentialEntity, PostHoldingEntity, SessionEntity];
