import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterwards } from './copied-database.ts';

const message = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};

const welcome = Buffer.concat([message('R', Buffer.alloc(4)), message('K', Buffer.alloc(8)), message('Z', Buffer.from('I'))]);
const farewell = message('E', Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0'));

/**
 * A PostgreSQL that ends each connection as it opens it, both in one piece (AuthenticationOk, BackendKeyData,
 * ReadyForQuery, ErrorResponse: PostgreSQL 18 documentation, 54.7).
 * @returns its address.
 */
export async function fleetingPostgres(): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(Buffer.concat([welcome, farewell])));
  }).listen(0, '127.0.0.1');
  afterwards(async () => server.close());
  await once(server, 'listening');
  return `postgresql://shenpi@127.0.0.1:${(server.address() as AddressInfo).port}/shenpi`;
}
