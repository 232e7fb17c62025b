import { AsyncLocalStorage } from 'node:async_hooks';
import type { LoggerService } from '@nestjs/common';
import { type Logger as Pino, pino } from 'pino';
import type { Config } from './config/config.ts';

/** What every line logged while a request or a job is being worked on carries. */
export interface LogContext {
  readonly requestId?: string;
  readonly jobId?: string;
}

const context = new AsyncLocalStorage<LogContext>();

export const withLogContext = <T>(fields: LogContext, work: () => T): T => context.run(fields, work);
export const currentRequestId = (): string | undefined => context.getStore()?.requestId;

/** Passwords and cookies never reach a log, wherever in an object they stand. */
const secrets = ['password', 'cookie', 'authorization', 'set-cookie', 'x-csrf-token'].flatMap((name) => [
  `["${name}"]`,
  `*["${name}"]`,
  `*.*["${name}"]`,
]);

export function createLogger({ logLevel, logPretty }: Pick<Config, 'logLevel' | 'logPretty'>): Pino {
  return pino({
    level: logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
    serializers: { err: describeError, cause: describeError },
    redact: { paths: secrets, censor: '…' },
    mixin: () => ({ ...context.getStore() }),
    ...(logPretty && { transport: { target: 'pino-pretty', options: { colorize: process.stdout.isTTY, ignore: 'requestId' } } }),
  });
}

/** What is worth knowing of an error. Drivers hang whole connections on theirs, settings and all. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack } = error;
  const { code, detail, refusal } = error as { readonly code?: unknown; readonly detail?: unknown; readonly refusal?: unknown };
  const cause = error.cause === undefined ? undefined : describeError(error.cause);
  return { name, message, code, detail, refusal, stack, cause };
}

/** Nest's own messages, through the same logger. */
export class NestLogger implements LoggerService {
  constructor(private readonly pino: Pino) {}

  log(message: unknown, name?: string): void {
    this.pino.debug({ name }, String(message));
  }

  warn(message: unknown, name?: string): void {
    this.pino.warn({ name }, String(message));
  }

  error(message: unknown, stack?: string, name?: string): void {
    this.pino.error({ name, stack }, String(message));
  }

  fatal(message: unknown, name?: string): void {
    this.pino.fatal({ name }, String(message));
  }

  debug(message: unknown, name?: string): void {
    this.pino.debug({ name }, String(message));
  }
}
