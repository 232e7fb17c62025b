import 'reflect-metadata';
import { startServer } from '../../dist/apps/server/src/start-server.js';
import { readConfig, TurnedClock } from '../../dist/libs/platform/src/index.js';

/**
 * The whole server with a clock that the suite can turn. In a process of its own, because @fastify/static requires an ES
 * module, which jest can do from Node 24 on only; and so that a rejection nobody handles ends it and is seen. One server
 * at a time, as often as it is asked: what is loaded stays loaded for the next suite.
 */
let running;

const deeds = {
  async start({ settings, present }) {
    const clock = present === undefined ? undefined : new TurnedClock(new Date(present));
    const server = await startServer(readConfig(settings), clock);
    running = { server, clock };
    return { port: server.app.getHttpServer().address().port };
  },
  async turnTo({ moment }) {
    running.clock?.turnTo(moment);
  },
  async stop() {
    const { server } = running;
    running = undefined;
    await server.stop();
  },
};

process.on('message', ({ deed, ...details }) => void deeds[deed](details).then((done) => process.send({ done })));
// Whoever asked is gone.
process.once('disconnect', () => process.exit());
