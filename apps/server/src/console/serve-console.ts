import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Built beside the server; see config/console/build.ts. */
const folder = fileURLToPath(new URL('../../../console/', import.meta.url));

/** Whether the console was built with this server. */
export const hasConsole = (): boolean => existsSync(`${folder}index.html`);

/**
 * Serves the console: its files under /assets, whose names change with their content, and its one page for every other
 * address a browser asks for, because the console reads the address itself.
 */
export async function serveConsole(app: NestFastifyApplication, fastify: FastifyInstance): Promise<void> {
  const page = await readFile(`${folder}index.html`);
  await app.register(fastifyStatic, {
    root: `${folder}assets`,
    prefix: '/assets/',
    wildcard: false,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  });
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    if (!isPage(request)) {
      reply.callNotFound();
      return reply;
    }
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page);
  };
  fastify.get('/', answer);
  fastify.get('/*', answer);
}

/** Programs, and whoever mistypes an address of the API, are told that there is nothing. */
const isPage = ({ url, headers }: FastifyRequest): boolean =>
  url === '/' || (headers.accept?.includes('text/html') === true && !/^\/(api|health|metrics|assets)(\/|\?|$)/.test(url));
