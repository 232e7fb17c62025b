import { resolve } from 'node:path';
import { z } from 'zod';

const whole = (fallback: number) => z.coerce.number().int().min(0).default(fallback);
const flag = (fallback: 'true' | 'false') =>
  z
    .enum(['true', 'false'])
    .default(fallback)
    .transform((value) => value === 'true');

/** Every setting, with its default and what it does. `docs/configuration.md` is made from this. */
export const settings = {
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('A PostgreSQL server of your own. Without it an embedded one is started in SHENPI_DATA.'),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/ })
    .optional()
    .describe('A Redis, Valkey or Redis Cluster for the job queue. Without it the queue lives in PostgreSQL.'),
  SHENPI_DATA: z.string().min(1).default('.shenpi').describe('Folder for the embedded database and the uploaded files.'),
  SHENPI_HOST: z.string().min(1).default('127.0.0.1').describe('Address the server listens on.'),
  SHENPI_PORT: whole(3000).describe('Port the server listens on; 0 takes a free one.'),
  SHENPI_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Where people reach the server. With https, cookies are only sent over https.'),
  SHENPI_DATABASE_PORT: whole(0).describe('Port of the embedded database; 0 takes a free one.'),
  SHENPI_DATABASE_POOL: whole(16).describe('Connections to PostgreSQL that one process holds at most, the queue’s not counted.'),
  SHENPI_DEMO: z
    .enum(['auto', 'true', 'false'])
    .default('auto')
    .describe('Load the demo organisations and sign-ins into an empty database. `auto` does so on the embedded database only.'),
  SHENPI_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info').describe('How much is logged.'),
  SHENPI_LOG_PRETTY: flag('false').describe('Log lines for people instead of JSON.'),
  SHENPI_SESSION_HOURS: whole(12).describe('Hours after signing in until one has to sign in again.'),
  SHENPI_SIGN_IN_ATTEMPTS: whole(5).describe('Wrong passwords in a row after which an account is locked.'),
  SHENPI_LOCK_MINUTES: whole(15).describe('Minutes a locked account stays locked.'),
  SHENPI_UPLOAD_MEGABYTES: whole(20).describe('Largest attachment, in MB.'),
  SHENPI_WORKER: flag('true').describe('Whether the server also runs the background jobs. Set false where workers run by themselves.'),
} as const;

const Environment = z.object(settings);

export interface Config {
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  /** Absolute path. */
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | undefined;
  readonly databasePort: number;
  readonly databasePool: number;
  readonly demo: boolean;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  readonly logPretty: boolean;
  readonly sessionHours: number;
  readonly signInAttempts: number;
  readonly lockMinutes: number;
  readonly uploadBytes: number;
  readonly worker: boolean;
}

/** Settings that do not fit, one line each. */
export class ConfigurationError extends Error {}

/** @throws ConfigurationError naming every setting that is wrong. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([name, value]) => name in settings && value !== ''));
  const parsed = Environment.safeParse(set);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new ConfigurationError(`Settings that cannot be used:\n${lines.join('\n')}\nSee docs/configuration.md.`);
  }
  const values = parsed.data;
  return {
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL,
    dataFolder: resolve(values.SHENPI_DATA),
    host: values.SHENPI_HOST,
    port: values.SHENPI_PORT,
    publicUrl: values.SHENPI_PUBLIC_URL,
    databasePort: values.SHENPI_DATABASE_PORT,
    databasePool: values.SHENPI_DATABASE_POOL,
    demo: values.SHENPI_DEMO === 'auto' ? values.DATABASE_URL === undefined : values.SHENPI_DEMO === 'true',
    logLevel: values.SHENPI_LOG_LEVEL,
    logPretty: values.SHENPI_LOG_PRETTY,
    sessionHours: values.SHENPI_SESSION_HOURS,
    signInAttempts: values.SHENPI_SIGN_IN_ATTEMPTS,
    lockMinutes: values.SHENPI_LOCK_MINUTES,
    uploadBytes: values.SHENPI_UPLOAD_MEGABYTES * 1024 * 1024,
    worker: values.SHENPI_WORKER,
  };
}
