import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readConfig } from '#platform';
import { temporaryFolder } from '../../../../test/support/api.ts';
import { mailOf, smtpRefusal, startMailServer } from '../../../../test/support/mail-server.ts';
import { mailModeOf } from './mail-mode.ts';
import { type Mail, MailFailure, SmtpMailer } from './mailer.ts';
import { openMailer } from './open-mailer.ts';

const mail: Mail = {
  id: '0195a000-0000-7000-8000-000000000001',
  subject: '【审批】到期提醒：证书准入',
  text: '以下任务即将到期\n\nhttps://shenpi.example.cn/instances/1\n',
  html: '<p>以下任务即将到期</p>',
  to: { name: '信息工程系主任', address: 'dean@school.example' },
  language: 'zh-CN',
  at: new Date('2024-03-22T01:00:00Z'),
};

const failureOf = async (sending: Promise<unknown>): Promise<MailFailure> => {
  const error = await sending.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  expect(error).toBeInstanceOf(MailFailure);
  return error as MailFailure;
};

describe('Sending a mail', () => {
  it('is done by SMTP, with an id that stays the same and by which nobody answers it automatically', async () => {
    const server = await startMailServer();
    const mailer = new SmtpMailer(server.url, 'shenpi@office.example');
    expect(await mailer.send(mail)).toMatch(/^250 /);
    await mailer.send(mail);
    expect(server.mails.map(({ messageId }) => messageId)).toEqual(Array(2).fill('<0195a000-0000-7000-8000-000000000001@office.example>'));
    const [{ to, source, text }] = server.mails as [(typeof server.mails)[number]];
    expect(to).toEqual(['dean@school.example']);
    expect(text).toContain('以下任务即将到期');
    expect(source).toMatch(/^Date: Fri, 22 Mar 2024 01:00:00 \+0000/m);
    expect(source).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(source).toMatch(/^From: .*<shenpi@office\.example>/m);
    expect(source).toContain('Content-Type: text/html');
  });

  it('that finds no server certainly did not arrive', async () => {
    const server = await startMailServer();
    await server.close();
    const failure = await failureOf(new SmtpMailer(server.url, 'shenpi@office.example').send(mail));
    expect(failure).toMatchObject({ code: 'smtp-econnrefused', isCertain: true, isFinal: false });
  });

  it('is refused for now, or for good', async () => {
    const server = await startMailServer();
    const mailer = new SmtpMailer(server.url, 'shenpi@office.example');
    server.onMail = async () => {
      throw smtpRefusal(451);
    };
    expect(await failureOf(mailer.send(mail))).toMatchObject({ code: 'smtp-451', isCertain: true, isFinal: false });
    server.onRecipient = () => {
      throw smtpRefusal(450);
    };
    expect(await failureOf(mailer.send(mail))).toMatchObject({ code: 'smtp-450', isCertain: true, isFinal: false });
    server.onRecipient = () => {
      throw smtpRefusal(550);
    };
    expect(await failureOf(mailer.send(mail))).toMatchObject({ code: 'smtp-550', isCertain: true, isFinal: true });
  });

  it('may have arrived when the server goes away before it answers', async () => {
    const server = await startMailServer();
    server.onMail = async () => server.cut();
    expect(await failureOf(new SmtpMailer(server.url, 'shenpi@office.example').send(mail))).toMatchObject({
      isCertain: false,
      isFinal: false,
    });
    expect(server.mails).toHaveLength(1);
  });
});

describe('Where mails go', () => {
  const config = (environment: Record<string, string>) => readConfig({ SHENPI_DATA: temporaryFolder(), ...environment });
  const own = { DATABASE_URL: 'postgresql://u:p@h/d' };

  it.each([
    [{}, 'files'],
    [{ SHENPI_SMTP_URL: 'smtp://mail.example' }, 'server'],
    [own, 'off'],
    [{ ...own, SHENPI_DEMO: 'true' }, 'files'],
    [{ ...own, SHENPI_SMTP_URL: 'smtps://u:p@mail.example:465' }, 'server'],
  ])('follows from the settings: %j', (environment, mode) => {
    expect(mailModeOf(config(environment))).toBe(mode);
  });

  it('into files on a trial, of which the newest 500 stay', async () => {
    const settings = config({});
    const folder = join(settings.dataFolder, 'mail');
    const { mailer, close } = await openMailer(settings);
    try {
      for (let old = 100; old < 699; old += 1) await writeFile(join(folder, `00000000-${old}.eml`), '');
      await mailer?.send(mail);
      const files = (await readdir(folder)).sort();
      expect(files).toHaveLength(500);
      expect(files[0]).toBe('00000000-200.eml');
      expect(files.every((file) => file.endsWith('.eml'))).toBe(true);
      expect(mailOf(await readFile(join(folder, files.at(-1) ?? ''), 'latin1')).text).toContain('以下任务即将到期');
    } finally {
      await close();
    }
    expect(await failureOf(mailer?.send(mail) ?? Promise.resolve())).toMatchObject({ isCertain: true });
  });

  it('nowhere in production without a mail server', async () => {
    expect((await openMailer(config(own))).mailer).toBeUndefined();
  });
});
