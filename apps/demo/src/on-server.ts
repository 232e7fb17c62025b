import { narrator } from './narrator.ts';
import { startServerProcess } from './server-process.ts';

/** Plays against the server that SHENPI_URL names, or against one of its own that is gone afterwards. */
export async function onServer(
  starting: string,
  settings: Readonly<Record<string, string>>,
  play: (url: string) => Promise<void>,
): Promise<void> {
  const given = process.env['SHENPI_URL'];
  if (given !== undefined) return play(given);
  const server = await narrator.step(starting, () => startServerProcess(settings));
  try {
    await play(server.url);
  } finally {
    await server.stop();
  }
}

/** The same with a clock that can be turned, standing at an instant when the server begins. */
export const onTurnedServer = (begins: string, play: (url: string) => Promise<void>): Promise<void> =>
  onServer('启动一个时钟可拨的临时服务（内置 PostgreSQL）', { SHENPI_CLOCK: 'adjustable', SHENPI_CLOCK_BEGINS: begins }, play);
