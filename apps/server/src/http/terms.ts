import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader, ApiQuery } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Terms } from '#case';
import { refuse } from '#platform';
import { ApiIdempotencyKey, idempotencyKeyOf } from './idempotency-key.ts';

/** On what terms a command is sent: under which key, only to see what it would do, or only if it still does what was shown. */
export const OnTerms = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Terms => termsOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** The same, where what comes of it is told in sentences: with the language that was asked for. */
export const OnTermsInWords = createParamDecorator((_data: unknown, context: ExecutionContext): TermsInWords => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return { ...termsOf(request), language: request.headers['accept-language'] };
});

export interface TermsInWords extends Terms {
  readonly language: string | undefined;
}

function termsOf(request: FastifyRequest): Terms {
  const { headers, query } = request;
  const idempotencyKey = idempotencyKeyOf(request);
  const { dryRun } = query as { readonly dryRun?: unknown };
  if (dryRun !== undefined && dryRun !== 'true' && dryRun !== 'false') throw refuse('request.terms-invalid', { name: 'dryRun' });
  const expected = headers['if-match']?.replaceAll('"', '');
  if (expected !== undefined && !/^[\d.a-f]{1,200}$/.test(expected)) throw refuse('request.terms-invalid', { name: 'If-Match' });
  return {
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    ...(dryRun === 'true' && { isDryRun: true }),
    ...(expected !== undefined && { expected }),
  };
}

/** Documents them. */
export const ApiTerms = () =>
  applyDecorators(
    ApiIdempotencyKey(),
    ApiQuery({
      name: 'dryRun',
      required: false,
      enum: ['true', 'false'],
      description:
        '先看后办：只回答会发生什么，不作任何改动 · Answers with what the command would do (a Preview), refuses what it would refuse, and changes nothing.',
    }),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description:
        'The `expected` of a Preview. If the command would not do any more what was shown there, it is refused as command.outdated, with the difference and a new preview.',
    }),
  );
