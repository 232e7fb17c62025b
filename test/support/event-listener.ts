import type { Client } from './client.ts';

export interface HeardEvent {
  readonly id: string;
  readonly event: string;
  readonly data: { readonly tasks?: readonly object[]; readonly cases?: readonly object[]; readonly notices?: number };
}

/** Hears an event stream as a page does. */
export class EventListener {
  readonly heard: HeardEvent[] = [];
  isOver = false;
  /** Of the last event, or of a heartbeat after it. */
  lastId: string | undefined;
  private readonly cutting = new AbortController();

  private constructor(readonly status: number) {}

  static async open(url: string, { headers }: Client, lastId?: string): Promise<EventListener> {
    const cutting = new AbortController();
    const reply = await fetch(`${url}/api/events`, {
      headers: { ...headers, ...(lastId !== undefined && { 'last-event-id': lastId }) },
      signal: cutting.signal,
    });
    const listener = new EventListener(reply.status);
    listener.cutting.signal.addEventListener('abort', () => cutting.abort());
    if (reply.status === 200) void listener.read(reply);
    else await reply.body?.cancel();
    return listener;
  }

  /** As when the network goes away. */
  cut(): void {
    this.cutting.abort();
  }

  private async read({ body }: Response): Promise<void> {
    let text = '';
    try {
      for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
        text += chunk;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          this.take(text.slice(0, end));
          text = text.slice(end + 2);
        }
      }
    } catch {
      // It was cut.
    }
    this.isOver = true;
  }

  private take(block: string): void {
    const fields = new Map(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
    this.lastId = fields.get('id') ?? this.lastId;
    const event = fields.get('event');
    if (event !== undefined) this.heard.push({ id: this.lastId ?? '', event, data: JSON.parse(fields.get('data') ?? '{}') });
  }
}
