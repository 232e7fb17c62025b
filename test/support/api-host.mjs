import 'reflect-metadata';
import { startServer } from '../../dist/apps/server/src/start-server.js';
import { readConfig, TurnedClock } from '../../dist/libs/platform/src/index.js';

/**
 * The whole server with a clock that the suite can turn. In a process of its own, because @fastify/static requires an ES
 * module, which jest can do from Node 24 on only; and so that a rejection nobody handles ends it and is seen. One server
 * at a time, as often as it is asked: what is loaded stays loaded for the next suite.
 */
let clock;
let running;

const deeds = {
  async start({ settings, present }) {
    clock = present === undefined ? undefined : new TurnedClock(new Date(present));
    running = startServer(readConfig(settings), clock);
    const { app } = await running;
    return { port: app.getHttpServer().address().port };
  },
  async turnTo({ moment }) {
    clock?.turnTo(moment);
  },
  async stop() {
    const server = await running;
    await server.stop();
  },
};

process.on('message', ({ deed, ...details }) => void deeds[deed](details).then((done) => process.send({ done })));
// Whoever asked is gone.
process.once('disconnect', () => process.exit());
