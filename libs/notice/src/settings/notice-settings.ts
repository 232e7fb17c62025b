import type { Caller, Language, MailPreference } from '#directory';
import { type Database, statement } from '#platform';

/** How a person is told outside the app, and in which language. */
export interface PersonalSettings {
  /** Where to; null when they are not to be mailed at all. */
  readonly mail: string | null;
  readonly language: Language;
  readonly preference: MailPreference;
}

const columns = 'mail, language, mail_preference AS preference';

const read = statement('notice-settings.read', `SELECT ${columns} FROM person WHERE tenant = $1 AND id = $2`);

const write = statement(
  'notice-settings.write',
  `UPDATE person SET mail = $3, language = $4, mail_preference = $5 WHERE tenant = $1 AND id = $2 RETURNING ${columns}`,
);

const choose = statement('notice-settings.choose', 'UPDATE person SET language = $3 WHERE tenant = $1 AND id = $2');

type Owner = Pick<Caller, 'tenant' | 'person'>;

/** Each person's own settings. They hold for what has not been sent yet, too. */
export class NoticeSettings {
  constructor(private readonly database: Database) {}

  async read({ tenant, person }: Owner): Promise<PersonalSettings> {
    return only(await this.database.query<PersonalSettings & { [column: string]: unknown }>(read, [tenant, person]));
  }

  /** In which language somebody reads and is written to. */
  async choose({ tenant, person }: Owner, language: Language): Promise<void> {
    await this.database.query(choose, [tenant, person, language]);
  }

  async write({ tenant, person }: Owner, { mail, language, preference }: PersonalSettings): Promise<PersonalSettings> {
    const values = [tenant, person, mail, language, preference];
    return only(await this.database.query<PersonalSettings & { [column: string]: unknown }>(write, values));
  }
}

function only([settings]: readonly PersonalSettings[]): PersonalSettings {
  if (settings === undefined) throw new Error('somebody who is signed in is not in the directory');
  return settings;
}
