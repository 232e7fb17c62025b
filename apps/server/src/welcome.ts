import pc from 'picocolors';
import { type MailMode, mailFolderOf, mailModeOf } from '#notice';
import type { Config } from '#platform';
import { demo } from './session/demo-people.ts';

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
    `  打开使用 Open       ${pc.cyan(url)}`,
    `  接口说明 API        ${url}/api/docs`,
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

function demoLines(): string[] {
  const people = demo.people
    .filter(({ isSuggested }) => isSuggested)
    .map(({ account, organisation, post }) => `    ${account.padEnd(16)} ${organisation} ${post.zh}`);
  return [
    '',
    `  演示账号 Demo sign-ins（密码 password: ${pc.bold(demo.password)}）`,
    ...people,
    '',
    `  试一试 Try it       ${pc.bold('npm run demo')}`,
  ];
}
