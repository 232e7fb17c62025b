import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestLogger, newId, type Platform } from '#platform';
import { hasConsole, serveConsole } from './console/serve-console.ts';
import { checkBody } from './http/body-check.ts';
import { observe } from './http/observe.ts';
import { validation } from './http/validation.ts';
import { serveApiDocumentation } from './openapi.ts';
import { answerRouterError } from './problem/problem.filter.ts';
import { type Installation, ServerModule } from './server.module.ts';

const jsonLimit = 1024 * 1024;

/** The HTTP server, ready to listen; `others` are modules that run in the same process. */
export async function createServer(
  platform: Platform,
  installation: Installation,
  others: Parameters<typeof ServerModule.with>[2] = [],
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: jsonLimit, genReqId: newId, trustProxy: 'loopback', frameworkErrors: answerRouterError });
  const app = await NestFactory.create<NestFastifyApplication>(ServerModule.with(platform, installation, others), adapter, {
    logger: new NestLogger(platform.logger),
    abortOnError: false,
    // Fastify's own takes JSON alone; Nest's would take forms too, which no route wants.
    bodyParser: false,
  });
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready', 'metrics'] });
  app.useGlobalPipes(validation());
  const fastify = adapter.getInstance();
  fastify.removeContentTypeParser('text/plain');
  // Parts of uploads go to the disk as they come, see attachment/resumable-uploads.ts.
  fastify.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
  await app.register(cookie);
  // One byte more than allowed, so that the storage sees that there was more.
  await app.register(multipart, { limits: { fileSize: platform.config.uploadBytes + 1, files: 1, fields: 0 }, throwFileSizeLimit: false });
  const isSecure = platform.config.publicUrl?.startsWith('https:') === true;
  await app.register(helmet, { contentSecurityPolicy: { directives: contentSecurityPolicy(isSecure) }, strictTransportSecurity: isSecure });
  observe(fastify, platform);
  fastify.addHook('preValidation', async (request) => checkBody(request));
  serveApiDocumentation(app);
  if (hasConsole()) await serveConsole(app, fastify);
  else fastify.get('/', (_request, reply) => reply.redirect('/api/docs'));
  return app;
}

const contentSecurityPolicy = (isSecure: boolean) => ({
  defaultSrc: ["'self'"],
  // Swagger's page and the component library write style attributes.
  styleSrc: ["'self'", "'unsafe-inline'"],
  // What people attach is looked at from memory, after it was fetched with their session.
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  frameSrc: ["'self'", 'blob:'],
  upgradeInsecureRequests: isSecure ? [] : null,
});
