import type { Config } from '#platform';

/** How mails go out: by a mail server; into files, where the system is only being tried; not at all. */
export type MailMode = 'server' | 'files' | 'off';

export const mailModeOf = ({ smtpUrl, databaseUrl, demo }: Pick<Config, 'smtpUrl' | 'databaseUrl' | 'demo'>): MailMode => {
  if (smtpUrl !== undefined) return 'server';
  return demo || databaseUrl === undefined ? 'files' : 'off';
};
