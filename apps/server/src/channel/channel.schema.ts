import { z } from 'zod';
import { noticeKinds } from '#notice';
import { NamedOut } from '../http/schema.ts';

const Format = z.enum(['json', 'wecom', 'dingtalk', 'feishu']).meta({
  description: 'json: signed by the Standard Webhooks specification. The others: group robots of 企业微信, 钉钉 and 飞书.',
});
const Language = z.enum(['zh-CN', 'en']);
const Kinds = z.array(z.enum(noticeKinds)).max(noticeKinds.length);

export const ChannelOut = z
  .object({
    id: z.string(),
    organisation: NamedOut,
    name: z.string(),
    format: Format,
    origin: z.string().meta({ description: 'The beginning of the address; the rest may hold a key and is not shown.' }),
    hasSecret: z.boolean(),
    language: Language,
    kinds: Kinds.readonly(),
    isEnabled: z.boolean(),
    key: z.string().nullable().meta({ description: 'By which processes name it, where they may call it.' }),
  })
  .meta({ id: 'Channel' });

export const ChannelsOut = z.object({ items: z.array(ChannelOut).readonly() }).meta({ id: 'Channels' });

const common = {
  organisation: z.uuid(),
  name: z.string().trim().min(1).max(100),
  format: Format,
  language: Language.default('zh-CN'),
  kinds: Kinds.default([...noticeKinds]).meta({ description: 'The kinds of notices it gets; all, unless it is said.' }),
  isEnabled: z.boolean().default(true),
  key: z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
    .max(60)
    .nullable()
    .optional()
    .meta({ description: 'Lets processes of the organisation and below call it under this name; null takes it away.' }),
};

const Address = z.url({ protocol: /^https?$/ }).max(2000);
const Secret = z.string().min(8).max(200).nullable();

export const ChannelBody = z.strictObject({ ...common, address: Address, secret: Secret.default(null) }).meta({ id: 'ChannelDraft' });

export const ChannelChangeBody = z
  .strictObject({
    ...common,
    address: Address.optional().meta({ description: 'As it was, unless it is given.' }),
    secret: Secret.optional().meta({ description: 'As it was, unless it is given; null takes it away.' }),
  })
  .meta({ id: 'ChannelChange' });

export const ChannelTestOut = z
  .object({ isDelivered: z.boolean(), code: z.string().nullable().meta({ description: 'What it failed with.' }) })
  .meta({ id: 'ChannelTest' });
