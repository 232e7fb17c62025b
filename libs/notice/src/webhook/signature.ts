import { createHmac } from 'node:crypto';

const hmac = (key: string | Buffer, message: string): string => createHmac('sha256', key).update(message).digest('base64');

/**
 * Of a plain webhook, by the Standard Webhooks specification: over id, time and body, so that none can be replaced and an
 * old message can be told. @param at in seconds.
 */
export const plainSignature = (
  secret: string,
  { id, at, body }: { readonly id: string; readonly at: number; readonly body: string },
): string => `v1,${hmac(keyOf(secret), `${id}.${at}.${body}`)}`;

const prefix = 'whsec_';

/** The specification's own form of a secret is base64 behind a prefix; any other text is taken as it is. */
const keyOf = (secret: string): string | Buffer =>
  secret.startsWith(prefix) ? Buffer.from(secret.slice(prefix.length), 'base64') : secret;

/** Of a DingTalk robot: time and secret, under the secret. @param at in milliseconds. */
export const dingtalkSignature = (secret: string, at: number): string => hmac(secret, `${at}\n${secret}`);

/** Of a Feishu robot: nothing, under time and secret. @param at in seconds. */
export const feishuSignature = (secret: string, at: number): string => hmac(`${at}\n${secret}`, '');
