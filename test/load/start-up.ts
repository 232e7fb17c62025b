import { startServerProcess } from './server-process.ts';
import { median } from './statistics.ts';

/** Seconds from `npm start` on an existing data folder to the first answer, its own PostgreSQL included. */
export async function measureStartUp(dataFolder: string, times: number): Promise<number> {
  const seconds: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const server = await startServerProcess({ SHENPI_DATA: dataFolder });
    seconds.push(server.seconds);
    await server.stop();
  }
  return median(seconds);
}
