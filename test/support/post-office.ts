import type { DataSource } from 'typeorm';
import { personKey } from '#directory';
import { type MessageSent, Notices } from '#notice';
import { newId, type TurnedClock } from '#platform';

/** A tenant with people, a school and a case, for what notices become outside the app. */
export class PostOffice {
  readonly tenant = 'anhui';
  school = '';
  department = '';
  instance = '';
  private causes = 0;

  constructor(
    readonly dataSource: DataSource,
    private readonly clock: TurnedClock,
    private readonly notices: Notices,
  ) {}

  /** Empties everything and founds it anew. */
  async found(): Promise<void> {
    await this.dataSource.query(
      'TRUNCATE notice, delivery, delivery_item, channel, task, instance, post_holding, person, organisation CASCADE',
    );
    this.school = await this.organisation('江淮示范职业技术学院');
    this.department = await this.organisation('信息工程系', this.school);
    this.instance = await this.case(this.department);
  }

  async organisation(name: string, parent?: string): Promise<string> {
    const id = newId();
    await this.dataSource.query(
      `INSERT INTO organisation (tenant, id, parent_id, kind, type, name, path)
       SELECT $1, $2::uuid, $3::uuid, 'school', 'school', $4, coalesce((SELECT path FROM organisation WHERE id = $3::uuid), '') || $2 || '/'`,
      [this.tenant, id, parent ?? null, name],
    );
    return id;
  }

  async case(organisation: string): Promise<string> {
    const id = newId();
    await this.dataSource.query(
      `INSERT INTO instance (tenant, id, definition_key, definition_version, title_zh, applicant, organisation_id, organisation_path, standing,
         is_finished, state, form_version, sequence, last_hash, started_at, changed_at)
       SELECT $1, $2, 'admission', 1, '证书准入', $2, id, path, '{}', false, '{}', 1, 1, '', $4, $4 FROM organisation WHERE id = $3`,
      [this.tenant, id, organisation, this.clock.now()],
    );
    return id;
  }

  async person(
    account: string,
    more: { mail?: string | null; language?: string; preference?: string; at?: string; alsoAt?: string } = {},
  ): Promise<string> {
    const { mail = `${account}@school.example`, language = 'zh-CN', preference = 'digest', at, alsoAt } = more;
    const id = newId();
    await this.dataSource.query(
      'INSERT INTO person (tenant, id, account, name, mail, language, mail_preference) VALUES ($1, $2, $3, $3, $4, $5, $6)',
      [this.tenant, id, account, mail, language, preference],
    );
    for (const organisation of [at, alsoAt].filter((place) => place !== undefined))
      await this.dataSource.query(
        `INSERT INTO post_holding (tenant, id, person_id, post, organisation_id, valid_from) VALUES ($1, $2, $3, 'dean', $4, '2020-01-01')`,
        [this.tenant, newId(), id, organisation],
      );
    return id;
  }

  async channel(
    organisation: string,
    more: { address?: string; format?: string; secret?: string; kinds?: string[] } = {},
  ): Promise<string> {
    const { address = 'https://hook.example/a', format = 'json', secret = '密钥密钥密钥', kinds } = more;
    const id = newId();
    await this.dataSource.query(
      `INSERT INTO channel (tenant, id, organisation_id, name, format, address, secret, language, kinds, is_enabled, created_at, created_by)
       VALUES ($1, $2, $3, '群', $4, $5, $6, 'zh-CN', $7, true, $8, $2)`,
      [
        this.tenant,
        id,
        organisation,
        format,
        address,
        secret,
        kinds ?? ['message', 'reminder', 'escalation', 'urge', 'task-opened'],
        this.clock.now(),
      ],
    );
    return id;
  }

  async task(number: number, person: string, instance = this.instance): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO task (tenant, instance_id, number, step, visit, assignee, definition_key, definition_version, title_zh, status, opened_at, due_at)
       VALUES ($1, $2, $3, 'review', 1, $4, 'admission', 1, '证书准入', 'open', $5, $5)`,
      [this.tenant, instance, number, personKey(person), this.clock.now()],
    );
  }

  async close(number: number, instance = this.instance): Promise<void> {
    await this.dataSource.query(`UPDATE task SET status = 'decided' WHERE instance_id = $1 AND number = $2`, [instance, number]);
  }

  /** Writes a notice to each of these people, as a process would. */
  async tell(people: readonly string[], text: string, more: Partial<MessageSent> = {}): Promise<void> {
    this.causes += 1;
    const to = people.map(personKey);
    await this.notices.announce(this.tenant, [{ instance: this.instance, to, text: { zh: text }, cause: `cause/${this.causes}`, ...more }]);
  }

  async deliveries(): Promise<{ state: string; via: string; attempts: number; error: string | null; is_open: boolean; notices: number }[]> {
    return this.dataSource.query(
      `SELECT state, via, attempts, error, is_open, (SELECT count(*)::integer FROM delivery_item i WHERE i.delivery_id = d.id) AS notices
       FROM delivery d ORDER BY created_at, id`,
    );
  }
}
