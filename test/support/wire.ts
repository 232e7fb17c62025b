import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterwards } from './copied-database.ts';

/** What lies between somebody and the server, and can break. */
export interface Wire {
  readonly url: string;
  /** Whatever runs through it ends at once, and nothing comes through any more. */
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export async function wireTo(url: string): Promise<Wire> {
  const { port, hostname } = new URL(url);
  const sockets = new Set<Socket>();
  const kept = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  };
  const server = createServer((near) => {
    const far = kept(connect(Number(port), hostname));
    kept(near).pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  const listen = async (at: number): Promise<void> => void (await once(server.listen(at, hostname), 'listening'));
  const cut = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  await listen(0);
  afterwards(cut);
  const own = (server.address() as AddressInfo).port;
  return { url: `http://${hostname}:${own}`, cut, mend: () => listen(own) };
}
