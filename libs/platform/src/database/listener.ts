import type { Logger } from 'pino';
import pg from './pg.ts';

export interface ListenerSettings {
  readonly databaseUrl: string;
  /** A plain identifier of PostgreSQL. */
  readonly channels: readonly string[];
  readonly heard: (channel: string, payload: string) => void;
  /** It listens again, or for the first time: what was said meanwhile was not heard. */
  readonly listening: () => void;
  readonly logger: Logger;
}

const shortestPause = 100;
const longestPause = 5_000;

/** Hears what PostgreSQL is told to NOTIFY, on one connection of its own, which is opened again whenever it is lost. */
export class Listener {
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private opening: Promise<void> = Promise.resolve();
  private pause = shortestPause;
  private isStopped = false;

  constructor(private readonly settings: ListenerSettings) {}

  /** Returns when it listens, or has failed to for the first time. */
  start(): Promise<void> {
    this.opening = this.open();
    return this.opening;
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.retry);
    await this.opening;
    await this.client?.end().catch(() => undefined);
  }

  private async open(): Promise<void> {
    const { databaseUrl, channels, heard, listening, logger } = this.settings;
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'shenpi news',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    const lost = (error?: unknown): void => {
      client.removeAllListeners('end');
      this.lost(client, error);
    };
    client.on('error', lost);
    client.on('end', () => lost());
    client.on('notification', ({ channel, payload = '' }) => heard(channel, payload));
    try {
      await client.connect();
      for (const channel of channels) await client.query(`LISTEN ${channel}`);
      if (this.pause > shortestPause) logger.info('listening to the database again');
      this.client = client;
      this.pause = shortestPause;
      listening();
    } catch (error) {
      lost(error);
    }
  }

  private lost(client: pg.Client, error: unknown): void {
    client.removeAllListeners('notification');
    void client.end().catch(() => undefined);
    if (this.client === client) this.client = undefined;
    if (this.isStopped || this.retry !== undefined) return;
    if (this.pause === shortestPause) this.settings.logger.warn({ err: error }, 'the database is not heard; screens are told later');
    this.retry = setTimeout(() => {
      this.retry = undefined;
      this.opening = this.open();
    }, this.pause);
    this.pause = Math.min(2 * this.pause, longestPause);
  }
}
