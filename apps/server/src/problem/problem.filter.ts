import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
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
    const problem = problemOf(this.refusalOf(error, request), languageOf(request.headers['accept-language']));
    void http
      .getResponse<FastifyReply>()
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(problem);
  }

  private refusalOf(error: unknown, request: FastifyRequest): Refusal & Particulars {
    if (error instanceof CurrentRefusedError) return { ...error.refusal, current: error.current };
    if (error instanceof RefusedError) return error.refusal;
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

function refusedByFramework(error: unknown, request: FastifyRequest): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, statusCode } = error as Error & { readonly code?: string; readonly statusCode?: number };
  const known = code === undefined ? undefined : fastifyRefusals[code];
  if (known !== undefined) return known;
  if (error instanceof SyntaxError && statusCode === 400) return { kind: 'refused', code: 'request.malformed' };
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  if (status === 404) return { kind: 'refused', code: 'route.unknown', params: { path: request.url.split('?')[0] ?? '' } };
  return status !== undefined && status >= 400 && status < 500 ? { kind: 'refused', code: 'request.refused' } : undefined;
}
