import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { sendTo } from '../delivery/sending.ts';
import { AddressRefusedError, guardedLookup, isAddressUsable, isAllowed } from './address-guard.ts';
import { post } from './post.ts';

const inside = [
  '127.0.0.1',
  '127.9.9.9',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '::1',
  'fd00::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
];
const never = [
  '0.0.0.0',
  '169.254.169.254',
  'fe80::1',
  '224.0.0.1',
  '255.255.255.255',
  '240.0.0.1',
  '::',
  'ff02::1',
  '::ffff:169.254.169.254',
  'nonsense',
];
const outside = ['203.119.204.1', '39.156.66.10', '2408:4003::1'];

describe('Where a webhook may be sent', () => {
  it.each(inside)('is inside only where the installation says so: %s', (address) => {
    expect([isAllowed(address, false), isAllowed(address, true)]).toEqual([false, true]);
  });
  it.each(never)('is never here: %s', (address) => {
    expect([isAllowed(address, false), isAllowed(address, true)]).toEqual([false, false]);
  });
  it.each(outside)('is anywhere public: %s', (address) => {
    expect(isAllowed(address, false)).toBe(true);
  });

  it.each([
    'http://hook.example.cn',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:7f00:1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://localhost/',
    'https://a.localhost./',
    'https://user:password@hook.example.cn/',
    'ftp://hook.example.cn/',
    'nonsense',
  ])('is not even kept when it is plainly elsewhere: %s', (address) => {
    expect(isAddressUsable(address, false)).toBe(false);
  });
});

describe('Posting', () => {
  const servers: Server[] = [];
  afterEach(() => Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve)))));

  async function receiver(answer: (path: string) => { status: number; headers?: Record<string, string>; body?: string }) {
    const seen: string[] = [];
    const server = createServer((request, response) => {
      seen.push(request.url ?? '');
      const { status, headers = {}, body = '' } = answer(request.url ?? '');
      response.writeHead(status, headers).end(body);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { port: (server.address() as AddressInfo).port, seen };
  }

  const message = (url: string) => ({ url, headers: {}, body: '{}' });

  it('resolves the name for the connection itself, and refuses one that leads inside', async () => {
    const { port, seen } = await receiver(() => ({ status: 200 }));
    const url = `http://localhost:${port}/`;
    expect(await post(message(url), true)).toMatchObject({ status: 200 });
    await expect(post(message(url), false)).rejects.toThrow('may not be used');
    // As a name of somebody's own would that leads to this machine.
    const resolve = (all: boolean) =>
      new Promise((found) => guardedLookup(false)('localhost', { all }, (error, address) => found(error ?? address)));
    expect([await resolve(true), await resolve(false)]).toEqual([expect.any(AddressRefusedError), expect.any(AddressRefusedError)]);
    expect(seen).toHaveLength(1);
  });

  it('follows no redirect', async () => {
    const { port, seen } = await receiver(() => ({ status: 302, headers: { location: '/elsewhere' } }));
    expect(await post(message(`http://127.0.0.1:${port}/here`), true)).toMatchObject({ status: 302 });
    expect(seen).toEqual(['/here']);
  });

  it('waits five seconds for an answer and no longer', async () => {
    const server = createServer(() => undefined);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const told = { id: 'a', digest: { language: 'en' as const, subject: 'a', groups: [] }, items: [], at: new Date() };
    const attempt = await sendTo((outgoing) => post(outgoing, true), 'json', { address: url, secret: null }, told);
    // It may have been taken all the same.
    expect(attempt).toEqual({ kind: 'failed', code: 'timeout', isCertain: false, isFinal: false });
    server.closeAllConnections();
  });

  it('reads no more of an answer than it needs, and for how long it is asked to wait', async () => {
    const { port } = await receiver(() => ({ status: 429, headers: { 'retry-after': '90' }, body: 'x'.repeat(10_000_000) }));
    const { status, body, retryAfter } = await post(message(`http://127.0.0.1:${port}/`), true);
    expect({ status, retryAfter }).toEqual({ status: 429, retryAfter: 90 });
    expect(body.length).toBeLessThan(1_000_000);
  });
});
