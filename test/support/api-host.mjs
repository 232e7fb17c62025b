import 'reflect-metadata';
import { startServer } from '../../dist/apps/server/src/start-server.js';
import { readConfig, TurnedClock } from '../../dist/libs/platform/src/index.js';

/**
 * The whole server with a clock that the suite can turn. In a process of its own, because @fastify/static requires an ES
 * module, which jest can do from Node 24 on only; and so that a rejection nobody handles ends it and is seen.
 */
const { SHENPI_TEST_PRESENT: present } = process.env;
const clock = present === undefined ? undefined : new TurnedClock(new Date(present));
const server = await startServer(readConfig(process.env), clock);

process.on('message', ({ turnTo }) => {
  clock?.turnTo(turnTo);
  process.send({ turnedTo: turnTo });
});
process.once('SIGTERM', () => void server.stop().then(() => process.disconnect()));
process.send({ port: server.app.getHttpServer().address().port });
