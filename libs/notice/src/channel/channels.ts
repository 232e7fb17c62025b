import { type Caller, type Directory, isWithinScopes, type Language } from '#directory';
import { type AuditAct, type Clock, newId, type Refusal, violatedConstraint } from '#platform';
import { type Post, sendTo } from '../delivery/sending.ts';
import type { ChannelRow, ChannelStore, ChannelWrite } from '../store/channel.store.ts';
import type { NoticeKind } from '../store/notice.entity.ts';
import { noticeTexts } from '../text/notice-texts.ts';
import { isAddressUsable } from '../webhook/address-guard.ts';
import type { ChannelFormat } from '../webhook/formats.ts';

/** A webhook as it is shown: its secret never is, and of its address, which may hold a key, only the beginning. */
export interface Channel {
  readonly id: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly name: string;
  readonly format: ChannelFormat;
  /** Protocol, host and port. */
  readonly origin: string;
  readonly hasSecret: boolean;
  readonly language: Language;
  readonly kinds: readonly NoticeKind[];
  readonly isEnabled: boolean;
  /** By which processes name it, where they may call it. */
  readonly key: string | null;
}

export interface ChannelDraft {
  /** Id of the organisation whose webhook it is. */
  readonly organisation: string;
  readonly name: string;
  readonly format: ChannelFormat;
  /** As it was, when it is changed and this is left out. The same for the secret; null takes it away. */
  readonly address?: string | undefined;
  readonly secret?: string | null | undefined;
  readonly language: Language;
  readonly kinds: readonly NoticeKind[];
  readonly isEnabled: boolean;
  /** As it was, when it is changed and this is left out; null takes it away. */
  readonly key?: string | null | undefined;
}

export interface ChannelTest {
  readonly isDelivered: boolean;
  /** Why not, for whoever set it up. */
  readonly code: string | null;
}

export interface ChannelsOptions {
  readonly store: ChannelStore;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly post: Post;
  /** Whether webhooks may point into private networks. */
  readonly privateWebhooks: boolean;
}

/** Robots take about 20 messages a minute, and notices are to get through beside tests. */
const testEverySeconds = 10;

/** Looking after the webhooks of organisations, below `scopes`: what is elsewhere does not exist. */
export class Channels {
  constructor(private readonly options: ChannelsOptions) {}

  async list(tenant: string, scopes: readonly string[]): Promise<Channel[]> {
    return (await this.options.store.list(tenant, scopes)).map(channelOf);
  }

  async create(caller: Caller, scopes: readonly string[], draft: ChannelDraft): Promise<Channel | Refusal> {
    const { store, clock, directory } = this.options;
    const { tenant } = caller;
    const write = writeOf({ tenant, id: newId() }, draft);
    const fault = await this.faultOf(write, scopes);
    if (fault !== undefined) return fault;
    const path = (await directory.lineage(tenant, write.organisation_id))?.path;
    const act = this.actOf(caller, 'channel.create', { id: write.id, path, after: summaryOf(write) });
    if (!(await isKeyFree(store.insert(write, clock.now(), act)))) return keyTaken(write);
    return (await this.find(tenant, scopes, write.id)) ?? unknown(write.id);
  }

  async change(caller: Caller, scopes: readonly string[], id: string, draft: ChannelDraft): Promise<Channel | Refusal> {
    const { store } = this.options;
    const { tenant } = caller;
    const before = await store.find(tenant, scopes, id);
    if (before === undefined) return unknown(id);
    const write = writeOf({ tenant, id }, draft, before);
    const fault = await this.faultOf(write, scopes);
    if (fault !== undefined) return fault;
    const changes = { id, path: before.path, before: summaryOf(before), after: summaryOf(write) };
    if (!(await isKeyFree(store.update(write, this.actOf(caller, 'channel.change', changes))))) return keyTaken(write);
    return (await this.find(tenant, scopes, id)) ?? unknown(id);
  }

  async remove(caller: Caller, scopes: readonly string[], id: string): Promise<Refusal | undefined> {
    const { store } = this.options;
    const { tenant } = caller;
    const found = await store.find(tenant, scopes, id);
    if (found === undefined) return unknown(id);
    await store.remove(tenant, id, this.actOf(caller, 'channel.remove', { id, path: found.path, before: summaryOf(found) }));
    return undefined;
  }

  /** Sends a test message at once, also to a webhook that is switched off. */
  async test({ tenant }: Caller, scopes: readonly string[], id: string): Promise<ChannelTest | Refusal> {
    const { store, clock, post } = this.options;
    const channel = await store.find(tenant, scopes, id);
    if (channel === undefined) return unknown(id);
    const now = clock.real();
    const before = new Date(now.getTime() - testEverySeconds * 1000);
    if (!(await store.noteTest(tenant, id, now, before)))
      return { kind: 'refused', code: 'channel.tested-just-now', params: { seconds: testEverySeconds } };
    const { test, product } = noticeTexts[channel.language];
    const digest = { language: channel.language, subject: `${product}${test}`, groups: [] };
    const attempt = await sendTo(post, channel.format, channel, { id: newId(), digest, items: [], at: now });
    return attempt.kind === 'sent' ? { isDelivered: true, code: null } : { isDelivered: false, code: attempt.code };
  }

  private actOf({ tenant, person }: Caller, act: string, { id, path, ...summary }: Changed): AuditAct {
    const subject = { kind: 'channel', id };
    return { tenant, person, at: this.options.clock.now(), act, subject, organisationPath: path ?? null, ...summary };
  }

  private async find(tenant: string, scopes: readonly string[], id: string): Promise<Channel | undefined> {
    const row = await this.options.store.find(tenant, scopes, id);
    return row && channelOf(row);
  }

  private async faultOf(
    { tenant, organisation_id, address, format, secret, key }: ChannelWrite,
    scopes: readonly string[],
  ): Promise<Refusal | undefined> {
    const { directory, privateWebhooks } = this.options;
    const place = await directory.lineage(tenant, organisation_id);
    if (!isWithinScopes(scopes, place?.path ?? ''))
      return { kind: 'refused', code: 'organisation.unknown', params: { organisation: organisation_id } };
    if (!isAddressUsable(address, privateWebhooks)) return { kind: 'refused', code: 'channel.address-unusable' };
    if (format === 'json' && secret === null) return { kind: 'refused', code: 'channel.secret-missing' };
    return format !== 'json' && key !== null ? { kind: 'refused', code: 'channel.key-not-json' } : undefined;
  }
}

const keyTaken = ({ key }: ChannelWrite): Refusal => ({ kind: 'refused', code: 'channel.key-taken', params: { key: key ?? '' } });

/** Whether it could be written; the index says that an organisation has a key once. */
const isKeyFree = (written: Promise<unknown>): Promise<boolean> =>
  written.then(
    () => true,
    (error: unknown) => {
      if (violatedConstraint(error) !== 'channel_key') throw error;
      return false;
    },
  );

interface Changed extends Partial<Pick<AuditAct, 'before' | 'after'>> {
  readonly id: string;
  readonly path: string | undefined;
}

/** What is put on record of a webhook: its address may hold a key, and is told by its origin alone. */
const summaryOf = ({ name, format, address, language, kinds, is_enabled }: Omit<ChannelWrite, 'tenant'>) => ({
  name,
  format,
  origin: new URL(address).origin,
  language,
  kinds,
  isEnabled: is_enabled,
});

const writeOf = (key: { readonly tenant: string; readonly id: string }, draft: ChannelDraft, before?: ChannelRow): ChannelWrite => ({
  ...key,
  organisation_id: draft.organisation,
  name: draft.name,
  format: draft.format,
  address: draft.address ?? before?.address ?? '',
  secret: draft.secret === undefined ? (before?.secret ?? null) : draft.secret,
  language: draft.language,
  kinds: draft.kinds,
  is_enabled: draft.isEnabled,
  key: draft.key === undefined ? (before?.key ?? null) : draft.key,
});

const unknown = (channel: string): Refusal => ({ kind: 'refused', code: 'channel.unknown', params: { channel } });

const channelOf = (row: ChannelRow): Channel => ({
  id: row.id,
  organisation: { id: row.organisation_id, name: row.organisation },
  name: row.name,
  format: row.format,
  origin: new URL(row.address).origin,
  hasSecret: row.secret !== null,
  language: row.language,
  kinds: row.kinds,
  isEnabled: row.is_enabled,
  key: row.key,
});
