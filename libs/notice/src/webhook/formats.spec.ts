import { describe, expect, it } from '@jest/globals';
import { noticeItem } from '../../../../test/support/notice-items.ts';
import { digestOf } from '../text/digest.ts';
import { type ChannelFormat, formats } from './formats.ts';
import { dingtalkSignature, feishuSignature, plainSignature } from './signature.ts';

const at = new Date('2024-03-22T02:30:00.789Z');
const items = [noticeItem()];
const told = { id: 'delivery-1', digest: digestOf(items, 'zh-CN', 'https://shenpi.example.cn'), items, at };
const write = (format: ChannelFormat, address: string, secret: string | null = '密钥密钥') =>
  formats[format].write({ address, secret }, told);
const read = (format: ChannelFormat, status: number, body: unknown = '', retryAfter?: number) =>
  formats[format].read({
    status,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...(retryAfter !== undefined && { retryAfter }),
  });

describe('A plain webhook', () => {
  it('gets the notices as they are, signed over id, time and body', () => {
    const { url, headers, body } = write('json', 'https://hook.example.cn/a');
    expect(url).toBe('https://hook.example.cn/a');
    expect(JSON.parse(body)).toMatchObject({
      id: 'delivery-1',
      notices: [{ kind: 'task-opened', title: { zh: '证书准入' }, instance: items[0]?.instance, createdAt: '2024-03-22T01:00:00.000Z' }],
    });
    expect(headers).toMatchObject({
      'webhook-id': 'delivery-1',
      'webhook-timestamp': '1711074600',
      'webhook-signature': plainSignature('密钥密钥', { id: 'delivery-1', at: 1711074600, body }),
    });
  });

  it('is taken by its status', () => {
    expect(read('json', 204)).toEqual({ kind: 'accepted' });
    expect(read('json', 302)).toEqual({ kind: 'refused', code: 'http-302' });
    expect(read('json', 429, '', 120)).toEqual({ kind: 'refused', code: 'http-429', pause: 120 });
    expect(read('json', 410)).toEqual({ kind: 'refused', code: 'http-410', isFinal: true });
  });
});

describe('Group robots', () => {
  it('of DingTalk are signed in the address, beside the token that is there', () => {
    const { url, body } = write('dingtalk', 'https://oapi.dingtalk.com/robot/send?access_token=abc');
    const { searchParams } = new URL(url);
    expect(Object.fromEntries(searchParams)).toEqual({
      access_token: 'abc',
      timestamp: `${at.getTime()}`,
      sign: dingtalkSignature('密钥密钥', at.getTime()),
    });
    expect(url).not.toMatch(/sign=[^&]*[+/]/);
    expect(JSON.parse(body)).toMatchObject({ msgtype: 'markdown', markdown: { title: '【审批】待办任务：证书准入' } });
  });

  it('of Feishu are signed in the body', () => {
    expect(JSON.parse(write('feishu', 'https://open.feishu.cn/open-apis/bot/v2/hook/x').body)).toMatchObject({
      timestamp: '1711074600',
      sign: feishuSignature('密钥密钥', 1711074600),
      msg_type: 'text',
      content: { text: expect.stringContaining('证书准入') },
    });
    expect(JSON.parse(write('feishu', 'https://open.feishu.cn/x', null).body)).not.toHaveProperty('sign');
  });

  it('of WeCom have their key in the address', () => {
    const { url, body } = write('wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k');
    expect(url).toBe('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k');
    expect(JSON.parse(body)).toMatchObject({ msgtype: 'markdown', markdown: { content: expect.stringContaining('证书准入') } });
  });

  it.each([
    ['wecom', { errcode: 0, errmsg: 'ok' }, { kind: 'accepted' }],
    ['wecom', { errcode: 45009, errmsg: 'api freq out of limit' }, { kind: 'refused', code: 'robot-45009', pause: 60 }],
    ['wecom', { errcode: 93000, errmsg: 'invalid webhook url' }, { kind: 'refused', code: 'robot-93000' }],
    ['dingtalk', { errcode: 0 }, { kind: 'accepted' }],
    ['dingtalk', { errcode: 130101, errmsg: 'send too fast' }, { kind: 'refused', code: 'robot-130101', pause: 600 }],
    ['dingtalk', { errcode: 310000, errmsg: 'sign not match' }, { kind: 'refused', code: 'robot-310000' }],
    ['feishu', { code: 0, msg: 'success' }, { kind: 'accepted' }],
    ['feishu', { code: 11232, msg: 'frequency limited' }, { kind: 'refused', code: 'robot-11232', pause: 60 }],
    ['feishu', 'not json', { kind: 'refused', code: 'answer-not-understood' }],
  ] as const)('say in the body what they think: %s %j', (format, body, verdict) => {
    expect(read(format, 200, body)).toEqual(verdict);
  });
});
