import { type CanActivate, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { type Caller, isCsrfToken, type SignIn } from '#directory';
import { type Config, refuse } from '#platform';
import { cookieName } from './cookie.ts';

const openRoute = Symbol('open route');

/** Marks a route that needs no session. */
export const Open = () => SetMetadata(openRoute, true);

/** What the guard leaves on a request. */
interface SignedInRequest extends FastifyRequest {
  caller?: Caller;
}

/** Whoever is signed in. */
export const CurrentCaller = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<SignedInRequest>();
  if (caller === undefined) throw refuse('session.missing');
  return caller;
});

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Lets a request through if it comes from our own pages and, unless the route is open, from somebody signed in. */
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly signIn: SignIn,
    private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const isSafe = safeMethods.has(request.method);
    if (!isSafe && isCrossSite(request, this.config.publicUrl)) throw refuse('session.cross-site');
    const isOpen = this.reflector.getAllAndOverride<boolean | undefined>(openRoute, [context.getHandler(), context.getClass()]) === true;
    if (isOpen) return true;
    const token = request.cookies[cookieName(this.config)];
    const caller = token === undefined ? undefined : await this.signIn.caller(token);
    if (token === undefined || caller === undefined) throw refuse('session.missing');
    if (!isSafe && !isCsrfToken(token, csrfHeader(request))) throw refuse('session.csrf');
    request.caller = caller;
    return true;
  }
}

const csrfHeader = ({ headers }: FastifyRequest): string => {
  const given = headers['x-csrf-token'];
  return typeof given === 'string' ? given : '';
};

/** By what the browser says of itself: Fetch Metadata, and Origin where that is missing. Programs send neither. */
function isCrossSite({ headers, host }: FastifyRequest, publicUrl: string | undefined): boolean {
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return true;
  const { origin } = headers;
  if (origin === undefined) return false;
  const own = publicUrl === undefined ? [`http://${host}`, `https://${host}`] : [new URL(publicUrl).origin];
  return !own.includes(origin);
}
