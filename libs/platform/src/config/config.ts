import { resolve } from 'node:path';
import { z } from 'zod';

/** A whole number between two bounds. */
function whole(fallback: number, from: number, to: number) {
  const error = `give a whole number from ${from} to ${to}`;
  return z.coerce.number({ error }).int({ error }).min(from, { error }).max(to, { error }).default(fallback);
}

function choice<const Values extends readonly string[]>(values: Values, fallback: Values[number]) {
  return z.enum(values, { error: `give one of ${values.join(', ')}` }).default(fallback as z.util.NoUndefined<Values[number]>);
}

const flag = (fallback: 'true' | 'false') => choice(['true', 'false'], fallback).transform((value) => value === 'true');
const path = (fallback: string) => z.string().min(1).default(fallback);
const address = (protocol: RegExp, example: string) => z.url({ protocol, error: `give an address such as ${example}` }).optional();

/** What a setting does, for `docs/configuration.md`. */
const meaning = (description: string, zh: string) => ({ description, zh });

/** Every setting, with its default and what it does. `docs/configuration.md` is made from this. */
export const settings = {
  DATABASE_URL: address(/^postgres(ql)?$/, 'postgresql://user:password@host:5432/database').meta(
    meaning(
      'A PostgreSQL server of your own. Without it an embedded one is started in SHENPI_DATA.',
      '自备的 PostgreSQL 地址。不填则在 SHENPI_DATA 中启动内置数据库。',
    ),
  ),
  REDIS_URL: address(/^rediss?$/, 'redis://host:6379').meta(
    meaning(
      'A Redis, Valkey or Redis Cluster for the job queue. Without it the queue lives in PostgreSQL.',
      '任务队列所用的 Redis、Valkey 或 Redis 集群。不填则队列放在 PostgreSQL 中。',
    ),
  ),
  SHENPI_DATA: path('.shenpi').meta(
    meaning('Folder for the embedded database and the uploaded files.', '内置数据库与上传附件所在的文件夹。'),
  ),
  SHENPI_HOST: path('127.0.0.1').meta(meaning('Address the server listens on.', '服务监听的地址。')),
  SHENPI_PORT: whole(3000, 0, 65_535).meta(
    meaning('Port the server listens on; 0 takes a free one.', '服务监听的端口；0 表示任取一个空闲端口。'),
  ),
  SHENPI_PUBLIC_URL: address(/^https?$/, 'https://shenpi.example.cn').meta(
    meaning(
      'Where people reach the server. With https, cookies are only sent over https.',
      '用户访问的网址。为 https 时，Cookie 只经 https 发送。',
    ),
  ),
  SHENPI_DATABASE_PORT: whole(0, 0, 65_535).meta(
    meaning('Port of the embedded database; 0 takes a free one.', '内置数据库的端口；0 表示任取一个空闲端口。'),
  ),
  SHENPI_DATABASE_POOL: whole(16, 2, 1000).meta(
    meaning(
      'Connections to PostgreSQL that one process holds at most, the queue’s not counted.',
      '每个进程最多占用的数据库连接数，队列的连接另计。',
    ),
  ),
  SHENPI_GROUP_SIZE: whole(32, 1, 500).meta(
    meaning(
      'Commands that share one commit at most when they come faster than commits.',
      '操作多于提交能力时，最多多少个操作合用一次提交。',
    ),
  ),
  SHENPI_GROUPS: whole(2, 1, 64).meta(meaning('Such groups under way at once in one process.', '每个进程同时进行的合并提交数。')),
  SHENPI_QUEUE_LIMIT: whole(2000, 1, 100_000).meta(
    meaning(
      'Commands that may wait in one process; more are turned away with 503 and Retry-After.',
      '每个进程最多排队的操作数；再多则返回 503 与 Retry-After。',
    ),
  ),
  SHENPI_DEMO: choice(['auto', 'true', 'false'], 'auto').meta(
    meaning(
      'Load the demo organisations and sign-ins into an empty database. `auto` does so on the embedded database only.',
      '向空数据库装入演示用的机构与账号。`auto` 表示仅在使用内置数据库时装入。',
    ),
  ),
  SHENPI_DEMO_REPORTS: choice(['auto', 'true', 'false'], 'auto').meta(
    meaning(
      'Whether the demo begins with two months of schools’ reports. `auto` does so on the embedded database with the system’s clock.',
      '演示数据是否带有近两个月的学校报送记录。`auto` 表示仅在使用内置数据库和系统时钟时带有。',
    ),
  ),
  SHENPI_CLOCK: choice(['system', 'adjustable'], 'system').meta(
    meaning(
      'Whether an administrator may turn the clock, to watch a whole season in a minute. `adjustable` is for demonstrations and tests: it is refused without the demo data (SHENPI_DEMO) and with NODE_ENV=production.',
      '管理员能否拨动时钟，以便在一分钟内看完一个申报季。`adjustable` 仅供演示与测试：未装入演示数据（SHENPI_DEMO）或 NODE_ENV=production 时不予启动。',
    ),
  ),
  SHENPI_CLOCK_BEGINS: z.iso
    .datetime({ offset: true, error: 'give an instant such as 2024-03-18T09:00:00+08:00' })
    .optional()
    .meta(
      meaning(
        'Where an adjustable clock begins in a new installation; without it, in the present.',
        '新装系统的可拨时钟从何时开始；不填则从当前时间开始。',
      ),
    ),
  SHENPI_LOG_LEVEL: choice(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'info').meta(
    meaning('How much is logged.', '日志级别。'),
  ),
  SHENPI_LOG_PRETTY: flag('false').meta(meaning('Log lines for people instead of JSON.', '输出便于阅读的日志，而不是 JSON。')),
  SHENPI_SESSION_HOURS: whole(12, 1, 8760).meta(
    meaning('Hours after signing in until one has to sign in again.', '登录后多少小时需重新登录。'),
  ),
  SHENPI_HEARTBEAT_SECONDS: whole(15, 1, 300).meta(
    meaning(
      'Seconds after which a quiet event stream says that it is there, and looks whether its session still is. Keep it below the time after which your proxy closes quiet connections.',
      '事件流无消息时每隔多少秒报一次平安，并核对会话是否仍有效。须短于反向代理关闭空闲连接的时间。',
    ),
  ),
  SHENPI_SIGN_IN_ATTEMPTS: whole(5, 1, 1000).meta(
    meaning('Wrong passwords in a row after which an account is locked.', '连续输错多少次密码后锁定账号。'),
  ),
  SHENPI_LOCK_MINUTES: whole(15, 1, 525_600).meta(meaning('Minutes a locked account stays locked.', '账号锁定的分钟数。')),
  SHENPI_UPLOAD_MEGABYTES: whole(20, 1, 1024).meta(meaning('Largest attachment, in MB.', '单个附件的上限，单位 MB。')),
  SHENPI_RECEIPT_DAYS: whole(30, 1, 3650).meta(
    meaning(
      'Days an Idempotency-Key is remembered; after them the same key is a new request.',
      'Idempotency-Key 保留的天数；过后同一个键视为新的请求。',
    ),
  ),
  SHENPI_NOTICE_DAYS: whole(180, 1, 3650).meta(
    meaning('Days after which a notice that has been read is removed.', '通知读过之后保留的天数。'),
  ),
  SHENPI_UNREAD_NOTICE_DAYS: whole(730, 1, 3650).meta(
    meaning('Days after which a notice that nobody has read is removed.', '通知一直未读时保留的天数。'),
  ),
  SHENPI_SMTP_URL: address(/^smtps?$/, 'smtp://user:password@host:587').meta(
    meaning(
      'The mail server that notices are sent by. Without it nothing is mailed; on the embedded database and in the demo, mails are kept as files in SHENPI_DATA instead.',
      '发送通知邮件的服务器。不填则不发邮件；使用内置数据库或演示时，邮件改存为 SHENPI_DATA 中的文件。',
    ),
  ),
  SHENPI_MAIL_FROM: z
    .email({ error: 'give an address such as shenpi@example.cn' })
    .default('shenpi@localhost.localdomain')
    .meta(meaning('The address that mails are sent from.', '通知邮件的发件地址。')),
  SHENPI_DIGEST_MINUTES: whole(10, 0, 1440).meta(
    meaning(
      'Minutes for which notices to a person or a webhook are gathered into one message. Reminders, escalations and urges wait a minute at most.',
      '同一收件人的通知合并为一封的时间，单位分钟。提醒、升级与催办最多等待一分钟。',
    ),
  ),
  SHENPI_DELIVERY_ATTEMPTS: whole(60, 1, 1000).meta(
    meaning(
      'How often a mail or a webhook’s message is tried, after longer and longer pauses of up to half an hour: 60 is about a day. Then it is shown to operators.',
      '邮件或 Webhook 消息最多尝试的次数，间隔逐次加长至半小时：60 次约为一天。此后交运维人员处理。',
    ),
  ),
  SHENPI_PRIVATE_WEBHOOKS: flag('false').meta(
    meaning(
      'Whether webhooks may point into private networks and at this machine, and may use http.',
      'Webhook 是否可以指向内网与本机地址，以及使用 http。',
    ),
  ),
  SHENPI_UPLOAD_DAYS: whole(7, 1, 3650).meta(
    meaning(
      'Days after which an uploaded file is removed that no case refers to. Needs the files in one place: workers and servers share SHENPI_DATA.',
      '上传后始终未被任何申请引用的附件，多少天后删除。服务与后台进程须共用 SHENPI_DATA。',
    ),
  ),
  SHENPI_WORKER: flag('true').meta(
    meaning(
      'Whether the server also runs the background jobs. Set false where workers run by themselves.',
      '服务进程是否兼做后台任务。后台进程单独运行时设为 false。',
    ),
  ),
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
  /** Commands that share a commit at most. */
  readonly groupSize: number;
  /** Such groups under way at once. */
  readonly groups: number;
  /** Commands that may wait. */
  readonly queueLimit: number;
  readonly demo: boolean;
  readonly demoReports: boolean;
  readonly clock: 'system' | 'adjustable';
  readonly clockBegins: Date | undefined;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  readonly logPretty: boolean;
  readonly sessionHours: number;
  readonly heartbeatSeconds: number;
  readonly signInAttempts: number;
  readonly lockMinutes: number;
  readonly uploadBytes: number;
  /** How long the same Idempotency-Key is known as the same request. */
  readonly receiptDays: number;
  /** How long notices are kept that have been read. */
  readonly noticeDays: number;
  /** How long notices are kept that nobody reads. */
  readonly unreadNoticeDays: number;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly digestMinutes: number;
  readonly deliveryAttempts: number;
  /** Whether webhooks may point into private networks, and use http. */
  readonly privateWebhooks: boolean;
  /** How long files are kept that no case refers to. */
  readonly uploadDays: number;
  readonly worker: boolean;
}

/** Settings that cannot be used: one line each, with the name and what to give instead. */
export class ConfigurationError extends Error {}

/** @throws ConfigurationError naming every setting that is wrong. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([name, value]) => name in settings && value?.trim() !== ''));
  const parsed = Environment.safeParse(set);
  if (!parsed.success) {
    // The value itself is left out: an address may hold a password.
    const lines = new Set(parsed.error.issues.map(({ path: [name], message }) => `  ${String(name)}: ${message}`));
    throw new ConfigurationError(`Settings that cannot be used:\n${[...lines].join('\n')}\nEach is explained in docs/configuration.md.`);
  }
  const values = parsed.data;
  const demo = values.SHENPI_DEMO === 'auto' ? values.DATABASE_URL === undefined : values.SHENPI_DEMO === 'true';
  const isOnItsOwn = values.DATABASE_URL === undefined && values.SHENPI_CLOCK === 'system';
  const demoReports = values.SHENPI_DEMO_REPORTS === 'auto' ? isOnItsOwn : values.SHENPI_DEMO_REPORTS === 'true';
  if (values.SHENPI_CLOCK === 'adjustable' && (!demo || environment['NODE_ENV'] === 'production')) throw clockOfProduction();
  return {
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL,
    dataFolder: resolve(values.SHENPI_DATA),
    host: values.SHENPI_HOST,
    port: values.SHENPI_PORT,
    publicUrl: values.SHENPI_PUBLIC_URL,
    databasePort: values.SHENPI_DATABASE_PORT,
    databasePool: values.SHENPI_DATABASE_POOL,
    groupSize: values.SHENPI_GROUP_SIZE,
    groups: values.SHENPI_GROUPS,
    queueLimit: values.SHENPI_QUEUE_LIMIT,
    demo,
    demoReports: demo && demoReports,
    clock: values.SHENPI_CLOCK,
    clockBegins: values.SHENPI_CLOCK_BEGINS === undefined ? undefined : new Date(values.SHENPI_CLOCK_BEGINS),
    logLevel: values.SHENPI_LOG_LEVEL,
    logPretty: values.SHENPI_LOG_PRETTY,
    sessionHours: values.SHENPI_SESSION_HOURS,
    heartbeatSeconds: values.SHENPI_HEARTBEAT_SECONDS,
    signInAttempts: values.SHENPI_SIGN_IN_ATTEMPTS,
    lockMinutes: values.SHENPI_LOCK_MINUTES,
    uploadBytes: values.SHENPI_UPLOAD_MEGABYTES * 1024 * 1024,
    receiptDays: values.SHENPI_RECEIPT_DAYS,
    noticeDays: values.SHENPI_NOTICE_DAYS,
    unreadNoticeDays: values.SHENPI_UNREAD_NOTICE_DAYS,
    smtpUrl: values.SHENPI_SMTP_URL,
    mailFrom: values.SHENPI_MAIL_FROM,
    digestMinutes: values.SHENPI_DIGEST_MINUTES,
    deliveryAttempts: values.SHENPI_DELIVERY_ATTEMPTS,
    privateWebhooks: values.SHENPI_PRIVATE_WEBHOOKS,
    uploadDays: values.SHENPI_UPLOAD_DAYS,
    worker: values.SHENPI_WORKER,
  };
}

const clockOfProduction = (): ConfigurationError =>
  new ConfigurationError(
    'SHENPI_CLOCK=adjustable：正式运行的系统不能拨动时钟。请去掉此项，或仅在演示数据上使用（SHENPI_DEMO=true，且 NODE_ENV 不为 production）。\nSHENPI_CLOCK=adjustable: the clock of a system in production is not turned. Leave it out, or use it with the demo data alone (SHENPI_DEMO=true, and NODE_ENV other than production).',
  );
