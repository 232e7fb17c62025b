import pc from 'picocolors';
import { type MailMode, mailFolderOf, mailModeOf } from '#notice';
import type { Config } from '#platform';
import { demoDirectory, demoPassword } from '../../../config/demo/organisations.ts';
import { posts } from '../../../config/posts.ts';

interface Occasion {
  readonly url: string;
  readonly config: Config;
  readonly seconds: number;
}

/** What whoever started the server is told: where to look, and as whom. */
export function welcome({ url, config, seconds }: Occasion): string {
  const lines = [
    '',
    `  ${pc.bold('审批 Shenpi')}  ${pc.dim(`${seconds.toFixed(1)} s`)}`,
    '',
    `  接口说明 API        ${pc.cyan(`${url}/api/docs`)}`,
    `  健康检查 Health     ${url}/health/ready`,
    `  数据目录 Data       ${config.databaseUrl === undefined ? config.dataFolder : 'DATABASE_URL'}`,
    `  任务队列 Queue      ${config.redisUrl === undefined ? 'PostgreSQL' : 'Redis'}`,
    `  通知邮件 Mail       ${mailLine[mailModeOf(config)](config)}`,
    ...(config.demo ? demoLines() : []),
    '',
    `  ${pc.dim('按 Ctrl-C 停止 · Ctrl-C stops it')}`,
    '',
  ];
  return `${lines.join('\n')}\n`;
}

const mailLine: Readonly<Record<MailMode, (config: Config) => string>> = {
  server: () => 'SMTP',
  files: (config) => `${mailFolderOf(config)} ${pc.dim('（只存为文件，不外发 kept as files, not sent）')}`,
  off: () => '未启用 off (SHENPI_SMTP_URL)',
};

/** Enough to play a case from end to end; the other accounts follow the same pattern. */
const shown = /^(jh-|hefei$|sheng$|admin$)/;

function demoLines(): string[] {
  const names = new Map(demoDirectory.organisations.map(({ code, name }) => [code, name]));
  const people = demoDirectory.people
    .filter(({ account }) => shown.test(account))
    .map(
      ({ account, posts: [first] }) =>
        `    ${account.padEnd(16)} ${names.get(first?.organisation ?? '') ?? ''} ${posts[first?.post ?? '']?.title.zh ?? ''}`,
    );
  return [
    '',
    `  演示账号 Demo sign-ins（密码 password: ${pc.bold(demoPassword)}）`,
    ...people,
    '',
    `  试一试 Try it       ${pc.bold('npm run demo')}`,
  ];
}
