import { type Mailer, MailFailure } from '../mail/mailer.ts';
import type { ClaimedRow } from '../store/delivery.store.ts';
import { mailTextOf } from '../text/mail-text.ts';
import { AddressRefusedError } from '../webhook/address-guard.ts';
import { type Answer, type ChannelFormat, formats, type Outgoing, type Target, type Told } from '../webhook/formats.ts';

/** What came of one attempt. */
export type Attempt =
  | { readonly kind: 'sent'; readonly providerId: string | null }
  | {
      readonly kind: 'failed';
      /** For operators. */
      readonly code: string;
      /** Seconds that the receiver asks to be left alone. */
      readonly pause?: number;
      /** Whether it certainly did not arrive. */
      readonly isCertain: boolean;
      /** Whether trying again is of no use. */
      readonly isFinal: boolean;
    };

export async function sendMail(
  mailer: Mailer | undefined,
  { address, name, language }: ClaimedRow,
  told: Told,
  at: Date,
): Promise<Attempt> {
  if (mailer === undefined || address === null) throw new Error('a mail was claimed without anybody to send it by, or to');
  try {
    const to = { name: name ?? '', address };
    const providerId = await mailer.send({ ...mailTextOf(told.digest), id: told.id, to, language: language ?? 'zh-CN', at });
    return { kind: 'sent', providerId };
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    const { code, isCertain, isFinal } = error;
    return { kind: 'failed', code, isCertain, isFinal };
  }
}

export type Post = (outgoing: Outgoing) => Promise<Answer>;

export async function sendMessage(
  post: Post,
  { address, secret, format }: Pick<ClaimedRow, 'address' | 'secret' | 'format'>,
  told: Told,
): Promise<Attempt> {
  if (address === null || format === null) throw new Error('a message was claimed without a channel to send it to');
  return sendTo(post, format, { address, secret }, told);
}

/** Posts to a webhook and reads what it makes of it. */
export async function sendTo(post: Post, format: ChannelFormat, target: Target, told: Told): Promise<Attempt> {
  const { write, read } = formats[format];
  const outgoing = write(target, told);
  try {
    const verdict = read(await post(outgoing));
    if (verdict.kind === 'accepted') return { kind: 'sent', providerId: null };
    const { code, pause, isFinal = false } = verdict;
    return { kind: 'failed', code, isCertain: true, isFinal, ...(pause !== undefined && { pause }) };
  } catch (error) {
    return { kind: 'failed', code: codeOf(error), isCertain: isUnsent(error), isFinal: false };
  }
}

const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

const isUnsent = (error: unknown): boolean =>
  error instanceof AddressRefusedError || neverConnected.has((error as { code?: string }).code ?? '');

/** What a connection failed with, for operators. */
export function codeOf(error: unknown): string {
  if (error instanceof AddressRefusedError) return 'address-refused';
  const { name, code } = error as { name?: string; code?: string };
  return name === 'TimeoutError' || name === 'AbortError' ? 'timeout' : (code ?? 'connection').toLowerCase();
}
