import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterwards } from './copied-database.ts';

export interface ReceivedPost {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Receiver {
  readonly url: string;
  readonly posts: ReceivedPost[];
  /** What is answered next: status and headers, taken from the front; 200 when there is none. */
  readonly answers: (readonly [status: number, headers?: Readonly<Record<string, string>>, body?: string])[];
}

/** Somebody who takes webhooks, on this machine; stopped when the suite is done. */
export async function startReceiver(): Promise<Receiver> {
  const receiver = { posts: [] as ReceivedPost[], answers: [] as Receiver['answers'] };
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    receiver.posts.push({ path: request.url ?? '', headers: request.headers, body: await text(request) });
    const [status, headers = {}, answer = ''] = receiver.answers.shift() ?? [200];
    response.writeHead(status, headers).end(answer);
  };
  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterwards(() => new Promise((resolve) => server.close(resolve)));
  return { ...receiver, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
