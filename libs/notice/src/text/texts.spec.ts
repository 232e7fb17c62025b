import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyNoticeItems, noticeItem } from '../../../../test/support/notice-items.ts';
import { noticeKinds } from '../store/notice.entity.ts';
import { digestOf } from './digest.ts';
import { mailTextOf } from './mail-text.ts';
import { noticeTexts } from './notice-texts.ts';
import { robotTextOf } from './robot-text.ts';

const publicUrl = 'https://shenpi.example.cn';
const mail = (items: Parameters<typeof digestOf>[0], language: 'zh-CN' | 'en' = 'zh-CN', url: string | undefined = publicUrl) =>
  mailTextOf(digestOf(items, language, url));

describe('A mail about a single notice', () => {
  it.each([
    ['escalation', '【审批】升级督办：证书准入', '[Shenpi] Escalation: Certificate admission'],
    ['urge', '【审批】催办：证书准入', '[Shenpi] Urge: Certificate admission'],
    ['reminder', '【审批】到期提醒：证书准入', '[Shenpi] Reminder: Certificate admission'],
    ['task-opened', '【审批】待办任务：证书准入', '[Shenpi] Task: Certificate admission'],
    ['message', '【审批】消息：证书准入', '[Shenpi] Message: Certificate admission'],
  ])('says what it is about in both languages: %s', (kind, zh, en) => {
    expect(mail([noticeItem({ kind })]).subject).toBe(zh);
    expect(mail([noticeItem({ kind })], 'en').subject).toBe(en);
  });

  it('names the case, whose it is and until when, and leads to it', () => {
    const { text, html } = mail([noticeItem()]);
    expect(text).toBe(
      [
        '待办任务 (1)',
        '以下任务等待您办理：',
        '  - 证书准入 · 信息工程系 · 第 12 号 · 2024-03-25 17:00 前办理',
        '    https://shenpi.example.cn/instances/0195a000-0000-7000-8000-00000000000a',
        '',
        '-- ',
        '本邮件由审批系统自动发出，请勿直接回复。接收方式可在系统的通知设置中更改。',
        '',
      ].join('\n'),
    );
    expect(html).toContain('<a href="https://shenpi.example.cn/instances/0195a000-0000-7000-8000-00000000000a">证书准入 · 信息工程系');
    expect(html).toContain('<html lang="zh-CN">');
    expect(mail([noticeItem()], 'en').text).toContain('Certificate admission · 信息工程系 · No. 12 · due 2024-03-25 17:00');
  });

  it('has no link where it is not known where people reach the system', () => {
    const { text, html } = mailTextOf(digestOf([noticeItem()], 'zh-CN', undefined));
    expect(text + html).not.toContain('http');
  });

  it('is said in Chinese where the process has no English', () => {
    expect(mail([noticeItem({ title: { zh: '证书准入' } })], 'en').subject).toBe('[Shenpi] Task: 证书准入');
  });

  it('keeps what people wrote from being markup, a line or a header of its own', () => {
    const { subject, text, html } = mail([noticeItem({ title: { zh: '<b>&"\'\r\nBcc: everybody@example.cn' } })]);
    expect(html).toContain('&lt;b&gt;&amp;&quot;&#39; Bcc');
    expect(html).not.toContain('<b>');
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text).not.toMatch(/^Bcc/m);
  });

  it('has a subject that is not too long, and no half character at its end', () => {
    const { subject } = mail([noticeItem({ title: { zh: '𠮷'.repeat(300) } })]);
    expect(Array.from(subject)).toHaveLength(120);
    expect(subject.isWellFormed()).toBe(true);
  });
});

describe('A digest', () => {
  it('lists by kind, the most pressing first, and counts in its subject', () => {
    const kinds = ['message', 'task-opened', 'urge', 'task-opened', 'escalation', 'reminder'];
    const items = kinds.map((kind, index) => noticeItem({ kind, id: `${index}`, title: { zh: `事项${index}` } }));
    const { subject, text } = mail(items);
    expect(subject).toBe('【审批】6 条通知：升级督办 1，催办 1，到期提醒 1，待办任务 2，消息 1');
    expect(text.match(/事项\d/g)).toEqual(['事项4', '事项2', '事项5', '事项1', '事项3', '事项0']);
  });

  it('has every notice exactly once, in the text and in the markup, whatever they are', () => {
    fc.assert(
      fc.property(anyNoticeItems(), (items) => {
        const { text, html } = mail(items);
        for (const { instance } of items) {
          expect(text.split(`/instances/${instance}\n`)).toHaveLength(2);
          expect(html.split(`/instances/${instance}"`)).toHaveLength(2);
        }
        const listed = digestOf(items, 'zh-CN', publicUrl).groups.reduce((sum, { lines }) => sum + lines.length, 0);
        expect(listed).toBe(items.length);
      }),
    );
  });

  it('has words for every kind in both languages', () => {
    for (const { kinds, asks } of Object.values(noticeTexts)) {
      expect(Object.keys(kinds).sort()).toEqual([...noticeKinds].sort());
      expect(Object.keys(asks).sort()).toEqual([...noticeKinds].sort());
    }
  });
});

describe('What a chat group reads', () => {
  const robot = (items: Parameters<typeof digestOf>[0], isMarkdown = true) => robotTextOf(digestOf(items, 'zh-CN', publicUrl), isMarkdown);

  it('is a line for each, as a link where the robot can', () => {
    expect(robot([noticeItem()])).toBe(
      '**待办任务 (1)**\n- [证书准入 · 信息工程系 · 第 12 号 · 2024-03-25 17:00 前办理](https://shenpi.example.cn/instances/0195a000-0000-7000-8000-00000000000a)',
    );
    expect(robot([noticeItem()], false)).toContain('前办理 https://shenpi.example.cn/instances/');
  });

  it('mentions nobody and links nowhere by what people wrote', () => {
    const hostile = '<@all> <at user_id="all"></at> [点我](http://evil.example) @all';
    for (const isMarkdown of [true, false]) {
      const text = robotTextOf(digestOf([noticeItem({ title: { zh: hostile } })], 'zh-CN', undefined), isMarkdown);
      expect(text).not.toMatch(/<|>|@|\]\(/);
    }
  });

  it('never exceeds what the least of the robots takes, and says how many are left out', () => {
    fc.assert(
      fc.property(anyNoticeItems(300), fc.boolean(), (items, isMarkdown) => {
        const text = robot(items, isMarkdown);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4096);
        const listed = text.match(/\/instances\//g)?.length ?? 0;
        const left = Number(/另有 (\d+) 条/.exec(text.split('\n').at(-1) ?? '')?.[1] ?? 0);
        expect(listed + left).toBe(items.length);
      }),
    );
  });
});
