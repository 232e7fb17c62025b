import type { FastifyInstance } from 'fastify';
import { type Platform, withLogContext } from '#platform';

/** Gives every request a number that its log lines and its reply carry, and measures how long it took. */
export function observe(fastify: FastifyInstance, { logger, metrics }: Pick<Platform, 'logger' | 'metrics'>): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    withLogContext({ requestId: request.id }, done);
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const { method } = request;
    const status = reply.statusCode;
    metrics.requests.observe({ method, route, status }, reply.elapsedTime / 1000);
    logger.debug({ requestId: request.id, method, route, status, milliseconds: Math.round(reply.elapsedTime) }, 'request');
  });
}
