import type { Digest, Item } from '../text/digest.ts';
import { robotTextOf } from '../text/robot-text.ts';
import { dingtalkSignature, feishuSignature, plainSignature } from './signature.ts';

export type ChannelFormat = 'json' | 'wecom' | 'dingtalk' | 'feishu';

/** What is to be told. A test has no items. */
export interface Told {
  /** The same each time it is tried, so that a receiver can tell that it has had it. */
  readonly id: string;
  readonly digest: Digest;
  readonly items: readonly Item[];
  /** By which it is signed: receivers compare it with their own clocks. */
  readonly at: Date;
}

export interface Target {
  readonly address: string;
  readonly secret: string | null;
}

export interface Outgoing {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  /** Seconds that the receiver asks to be left alone, as its header says. */
  readonly retryAfter?: number;
}

/** What a receiver makes of a message. */
export type Verdict =
  | { readonly kind: 'accepted' }
  /** `code` is for operators; `pause` in seconds, where the receiver wants to be left alone for that long. */
  | { readonly kind: 'refused'; readonly code: string; readonly pause?: number; readonly isFinal?: true };

interface Format {
  readonly write: (target: Target, told: Told) => Outgoing;
  readonly read: (answer: Answer) => Verdict;
}

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);

const json = { 'content-type': 'application/json; charset=utf-8' };

const plain: Format = {
  write: ({ address, secret }, { id, digest, items, at }) => {
    const notices = items.map(({ createdAt, dueAt, ...item }) => ({
      ...item,
      dueAt: dueAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
    }));
    const body = JSON.stringify({ id, subject: digest.subject, notices });
    const signature = secret === null ? {} : { 'webhook-signature': plainSignature(secret, { id, at: seconds(at), body }) };
    return { url: address, headers: { ...json, 'webhook-id': id, 'webhook-timestamp': `${seconds(at)}`, ...signature }, body };
  },
  read: readStatus,
};

const wecom: Format = {
  write: ({ address }, { digest }) => ({
    url: address,
    headers: json,
    body: JSON.stringify({ msgtype: 'markdown', markdown: { content: headed(digest, true) } }),
  }),
  read: readCode('errcode', { 45009: 60 }),
};

const dingtalk: Format = {
  write: ({ address, secret }, { digest, at }) => {
    const url = new URL(address);
    if (secret !== null) {
      url.searchParams.set('timestamp', `${at.getTime()}`);
      url.searchParams.set('sign', dingtalkSignature(secret, at.getTime()));
    }
    const markdown = { title: digest.subject, text: headed(digest, true).replaceAll('\n', '\n\n') };
    return { url: url.href, headers: json, body: JSON.stringify({ msgtype: 'markdown', markdown }) };
  },
  // Whoever sends too much is shut out for ten minutes.
  read: readCode('errcode', { 130101: 600 }),
};

const feishu: Format = {
  write: ({ address, secret }, { digest, at }) => {
    const signed = secret === null ? {} : { timestamp: `${seconds(at)}`, sign: feishuSignature(secret, seconds(at)) };
    const body = JSON.stringify({ ...signed, msg_type: 'text', content: { text: headed(digest, false) } });
    return { url: address, headers: json, body };
  },
  read: readCode('code', { 9499: 60, 11232: 60 }),
};

export const formats: Readonly<Record<ChannelFormat, Format>> = { json: plain, wecom, dingtalk, feishu };

const headed = (digest: Digest, isMarkdown: boolean): string => {
  const body = robotTextOf(digest, isMarkdown);
  return body === '' ? digest.subject : `${isMarkdown ? `**${digest.subject}**` : digest.subject}\n${body}`;
};

/** 410 says that there will never again be anybody at this address. */
function readStatus({ status, retryAfter }: Answer): Verdict {
  if (status >= 200 && status < 300) return { kind: 'accepted' };
  return {
    kind: 'refused',
    code: `http-${status}`,
    ...(retryAfter !== undefined && { pause: retryAfter }),
    ...(status === 410 && { isFinal: true }),
  };
}

/** Robots answer 200 and say in the body what they think. @param pauses codes of those that want to be left alone, with the seconds. */
function readCode(field: string, pauses: Readonly<Record<number, number>>): Format['read'] {
  return (answer) => {
    const verdict = readStatus(answer);
    if (verdict.kind === 'refused') return verdict;
    const code = codeIn(answer.body, field);
    if (code === 0) return verdict;
    const pause = code === undefined ? undefined : pauses[code];
    return { kind: 'refused', code: code === undefined ? 'answer-not-understood' : `robot-${code}`, ...(pause !== undefined && { pause }) };
  };
}

function codeIn(body: string, field: string): number | undefined {
  try {
    const answer: unknown = JSON.parse(body);
    const code = typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>)[field] : undefined;
    return typeof code === 'number' ? code : undefined;
  } catch {
    return undefined;
  }
}
