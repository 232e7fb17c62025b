import { z } from 'zod';
import { settings } from '#platform';

const introduction = `# Configuration 配置

Settings are environment variables. None is needed: without any, Shenpi runs with an embedded database in \`.shenpi\`.
设置均为环境变量，都可以不填。

This page is made from \`libs/platform/src/config/config.ts\` by \`npm run generate\`.
`;

/** One row a setting, for \`docs/configuration.md\`. */
export function configurationPage(): string {
  const rows = Object.entries(settings).map(([name, setting]) => {
    const { default: fallback, enum: values, minimum, maximum, description = '', zh } = schemaOf(setting);
    const range = values?.map((value) => `\`${value}\``).join(' ') ?? (minimum === undefined ? '' : `${minimum}–${maximum}`);
    const shown = fallback === undefined ? '–' : `\`${fallback}\``;
    return `| \`${name}\` | ${shown} | ${range} | ${description} | ${zh ?? ''} |`;
  });
  const head = ['| Setting 设置 | Default 默认值 | Values 取值 | Meaning | 含义 |', '| --- | --- | --- | --- | --- |'];
  return `${introduction}\n${[...head, ...rows].join('\n')}\n`;
}

interface Shown {
  readonly default?: string | number;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly description?: string;
  readonly zh?: string;
}

const schemaOf = (setting: z.ZodType): Shown => z.toJSONSchema(setting, { io: 'input' }) as Shown;
