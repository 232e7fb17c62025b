import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Platform } from '#platform';
import { type Installation, ServerModule } from './server.module.ts';

// 3.0, because the converter writes the schemas of 3.0 whatever version the document claims.
const information = new DocumentBuilder()
  .setOpenAPIVersion('3.0.3')
  .setTitle('Shenpi 审批')
  .setDescription(
    '先用 POST /api/session 登录；凡有改动的请求须带上会话的 csrfToken（X-CSRF-Token），并可带 Idempotency-Key。拒绝的原因按 Accept-Language 返回（RFC 9457）。\n\nSign in with POST /api/session. Every request that changes something sends the session’s csrfToken as X-CSRF-Token, and may send an Idempotency-Key. Refusals are problem documents (RFC 9457) in the language of Accept-Language.',
  )
  .setVersion('1')
  .addCookieAuth('shenpi', { type: 'apiKey', in: 'cookie' }, 'session')
  .addApiKey({ type: 'apiKey', in: 'header', name: 'X-CSRF-Token' }, 'csrf')
  .addSecurityRequirements({ session: [], csrf: [] })
  .build();

const describe = (app: NestFastifyApplication): OpenAPIObject =>
  SwaggerModule.createDocument(app, information, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });

/** The page at /api/docs. */
export function serveApiDocumentation(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => describe(app), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: '审批 Shenpi · API',
    customCss: '.swagger-ui .topbar { display: none }',
  });
}

/** The document without a running system: the modules are read and nothing in them is made. */
export async function apiDocument(): Promise<OpenAPIObject> {
  const nothing = {} as Platform & Installation;
  const app = await NestFactory.create<NestFastifyApplication>(ServerModule.with(nothing, nothing), new FastifyAdapter(), {
    preview: true,
    logger: false,
  });
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready', 'metrics'] });
  return describe(app);
}
