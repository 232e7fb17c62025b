import { join } from 'node:path';
import type { Config } from '#platform';
import { FileMailbox } from './file-mailbox.ts';
import { mailModeOf } from './mail-mode.ts';
import { type Mailer, SmtpMailer } from './mailer.ts';

export interface OpenMailer {
  /** None when mail is off. */
  readonly mailer: Mailer | undefined;
  close(): Promise<void>;
}

/** Where mails are kept that are not really sent. */
export const mailFolderOf = ({ dataFolder }: Pick<Config, 'dataFolder'>): string => join(dataFolder, 'mail');

export async function openMailer(config: Config): Promise<OpenMailer> {
  switch (mailModeOf(config)) {
    case 'server':
      return { mailer: new SmtpMailer(config.smtpUrl ?? '', config.mailFrom), close: async () => undefined };
    case 'files': {
      const mailbox = new FileMailbox(mailFolderOf(config));
      const url = await mailbox.open();
      return { mailer: new SmtpMailer(url, config.mailFrom), close: () => mailbox.close() };
    }
    case 'off':
      return { mailer: undefined, close: async () => undefined };
  }
}
