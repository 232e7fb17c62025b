import type { FastifyReply } from 'fastify';
import type { Told } from '#case';

/** Bytes a client may leave unread; one that is slower is cut off, comes back, and catches up. */
const unreadLimit = 256 * 1024;

/** One answer that goes on: an event stream (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export class EventStream {
  constructor(private readonly reply: FastifyReply) {}

  /** From here on nothing else answers the request. */
  open(): void {
    const { reply } = this;
    reply.hijack();
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // A proxy that gathers what it passes on would hold it back.
      'x-accel-buffering': 'no',
    });
  }

  tell({ kind, id, ...told }: Told): void {
    this.write(`id: ${id}\nevent: ${kind}\ndata: ${JSON.stringify('news' in told ? told.news : {})}\n\n`);
  }

  /** Nothing has happened; the number is remembered all the same. */
  beat(id: string): void {
    this.write(`id: ${id}\n: \n\n`);
  }

  /** Says why, so that a page knows that it need not come back by itself. */
  end(because?: 'session-ended'): void {
    if (because !== undefined) this.write(`event: ${because}\ndata: {}\n\n`);
    this.reply.raw.end();
  }

  private write(text: string): void {
    const { raw } = this.reply;
    if (raw.writableEnded || raw.destroyed) return;
    raw.write(text);
    if (raw.writableLength > unreadLimit) raw.destroy();
  }
}
