import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { AddressRefusedError, bareHost, guardedLookup, isAddressUsable } from './address-guard.ts';
import type { Answer, Outgoing } from './formats.ts';

const patience = 5_000;
/** More of an answer is not read. */
const mostBytes = 64 * 1024;

/**
 * Posts something, and follows no redirect: a receiver could send us anywhere.
 * @throws AddressRefusedError, or whatever came of the connection.
 */
export async function post({ url, headers, body }: Outgoing, privateToo: boolean): Promise<Answer> {
  if (!isAddressUsable(url, privateToo)) throw new AddressRefusedError('the address may not be used');
  const target = new URL(url);
  const request = target.protocol === 'https:' ? requestHttps : requestHttp;
  const content = Buffer.from(body);
  return new Promise<Answer>((resolve, reject) => {
    const outgoing = request(
      target,
      {
        method: 'POST',
        // An agent would keep connections that were looked up for somebody else.
        agent: false,
        headers: { ...headers, 'content-length': content.length, 'user-agent': 'Shenpi' },
        signal: AbortSignal.timeout(patience),
        ...(isIP(bareHost(target)) === 0 && { lookup: guardedLookup(privateToo) }),
      },
      (incoming) => {
        const parts: Buffer[] = [];
        let bytes = 0;
        const finish = (): void => {
          const retryAfter = secondsOf(incoming.headers['retry-after']);
          const read = Buffer.concat(parts).toString('utf8');
          resolve({ status: incoming.statusCode ?? 0, body: read, ...(retryAfter !== undefined && { retryAfter }) });
        };
        incoming.on('data', (part: Buffer) => {
          parts.push(part);
          bytes += part.length;
          if (bytes <= mostBytes) return;
          finish();
          incoming.destroy();
        });
        incoming.on('end', finish);
        incoming.on('error', reject);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(content);
  });
}

const day = 86_400;

/** The header's other form, a date, is passed over: then the usual pause holds. */
function secondsOf(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,9}$/.test(header) ? Math.min(Number(header), day) : undefined;
}
