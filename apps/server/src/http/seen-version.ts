import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { refuse } from '#platform';

/** The version that was on the screen, out of If-Match; undefined where the request has none. */
export const SeenVersion = createParamDecorator((_data: unknown, context: ExecutionContext): string | undefined => {
  const given = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']?.replaceAll('"', '');
  if (given !== undefined && !/^[\w.-]{1,60}$/.test(given)) throw refuse('request.version-invalid');
  return given;
});

/** Documents it. */
/** A version that counts: how often something was changed. @throws RefusedError for another, or for none */
export function countedVersion(seen: string | undefined): number {
  if (seen === undefined || !/^\d{1,6}$/.test(seen)) throw refuse('request.version-invalid');
  return Number(seen);
}

export const ApiSeenVersion = (description: string) => ApiHeader({ name: 'If-Match', required: false, description });
