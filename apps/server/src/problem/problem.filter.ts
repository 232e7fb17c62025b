import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { BusyError } from '#case';
import { type Logger, type Refusal, RefusedError, TransientError } from '#platform';
import { languageOf } from './language.ts';
import { CurrentRefusedError, type Particulars, problemOf } from './problem.ts';

/** What Fastify itself refuses, by its error codes. */
const fastifyRefusals: Readonly<Record<string, Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { kind: 'refused', code: 'request.too-large', params: { limit: '1 MB' } },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { kind: 'refused', code: 'request.media-type', params: { expected: 'application/json' } },
  FST_ERR_CTP_EMPTY_JSON_BODY: { kind: 'refused', code: 'request.malformed' },
  FST_ERR_CTP_INVALID_JSON_BODY: { kind: 'refused', code: 'request.malformed' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { kind: 'refused', code: 'request.malformed' },
  FST_INVALID_MULTIPART_CONTENT_TYPE: { kind: 'refused', code: 'request.media-type', params: { expected: 'multipart/form-data' } },
  FST_FILES_LIMIT: { kind: 'refused', code: 'request.refused' },
  FST_PARTS_LIMIT: { kind: 'refused', code: 'request.refused' },
};

/** Turns whatever was thrown into a problem document. A refusal says why; a defect is logged and shows only its number. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    answer(this.refusalOf(error, request), request, http.getResponse<FastifyReply>());
  }

  private refusalOf(error: unknown, request: FastifyRequest): Refusal & Particulars {
    if (error instanceof CurrentRefusedError) return { ...error.refusal, current: error.current };
    if (error instanceof RefusedError) return error.refusal;
    if (error instanceof BusyError) return { kind: 'refused', code: 'service.busy' };
    if (error instanceof TransientError) {
      this.logger.warn({ err: error, cause: error.cause }, 'database unavailable');
      return { kind: 'refused', code: 'service.unavailable' };
    }
    return refusedByFramework(error, request) ?? this.defect(error, request);
  }

  private defect(error: unknown, request: FastifyRequest): Refusal {
    this.logger.error({ err: error, route: request.routeOptions.url }, 'defect');
    return { kind: 'refused', code: 'service.defect', params: { request: request.id } };
  }
}

/** For addresses that Fastify's router refuses before any route is found, and with it any filter. */
export function answerRouterError({ code }: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  answer(code === 'FST_ERR_BAD_URL' ? { kind: 'refused', code: 'request.text-invalid' } : unknownRoute(request), request, reply);
}

function answer(refusal: Refusal & Particulars, { headers }: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(refusal, languageOf(headers['accept-language']));
  // Long enough for a queue of commits to move on, or for a database to come back.
  if (problem.status === 503) void reply.header('retry-after', '1');
  void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(problem);
}

const unknownRoute = ({ url }: FastifyRequest): Refusal => ({
  kind: 'refused',
  code: 'route.unknown',
  params: { path: url.split('?')[0] ?? '' },
});

/** The parser of uploads says what it stumbled over in words alone. */
const multipartFaults = /Boundary not found|Malformed part header|Unexpected end of multipart data|terminated early/;

function refusedByFramework(error: unknown, request: FastifyRequest): Refusal | undefined {
  // Nest wraps what Fastify throws.
  const origin = error instanceof HttpException && error.cause instanceof Error ? error.cause : error;
  if (!(origin instanceof Error)) return undefined;
  const { code = '', statusCode } = origin as Error & { readonly code?: string; readonly statusCode?: number };
  const known = fastifyRefusals[code] ?? refusedByParser(origin, statusCode);
  if (known !== undefined) return known;
  const status = origin instanceof HttpException ? origin.getStatus() : (statusCode ?? 500);
  if (status === 404) return unknownRoute(request);
  return status >= 400 && status < 500 ? { kind: 'refused', code: 'request.refused' } : undefined;
}

function refusedByParser(error: Error, statusCode: number | undefined): Refusal | undefined {
  if (multipartFaults.test(error.message)) return { kind: 'refused', code: 'request.multipart-malformed' };
  return error instanceof SyntaxError && statusCode === 400 ? { kind: 'refused', code: 'request.malformed' } : undefined;
}
