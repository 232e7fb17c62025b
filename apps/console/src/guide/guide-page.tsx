import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api } from '../api/client.ts';
import { ExportMenu } from '../exchange/export-menu.tsx';
import { useTitle } from '../frame/page.tsx';
import paper from '../print/paper.module.css';
import { useMe } from '../session/session.ts';
import { Answer } from '../state/answer.tsx';
import { useWritten } from '../time/formats.ts';
import { useText } from '../words/language.ts';
import { listed } from '../words/punctuation.ts';
import { Citations } from './citations.tsx';
import { FieldsTable } from './fields-table.tsx';
import styles from './guide.module.css';
import { type Guide, Part } from './part.tsx';
import { Turns, Way } from './way.tsx';

/** 办事指南: what an applicant has to know of a process, on the screen and on A4. */
export function GuidePage() {
  const { key = '' } = useParams();
  const guide = api.useQuery('get', '/api/definitions/{key}/guide', { params: { path: { key } } });
  return (
    <main className={paper.page}>
      <Answer of={guide}>{(of) => <Sheet of={of} />}</Answer>
    </main>
  );
}

function Sheet({ of }: { readonly of: Guide }) {
  const { t } = useTranslation('guide');
  const text = useText();
  const written = useWritten();
  const title = t('title', { process: text(of.title) });
  useTitle(title);
  return (
    <>
      <Tools definition={of.key} />
      <article className={`${paper.sheet} ${styles.guide}`}>
        <h1>{title}</h1>
        <p className={styles.head}>{t('version', { version: of.version, time: written(of.publishedAt, 'date') })}</p>
        {of.description && <p>{text(of.description)}</p>}
        <Part title={t('who')}>
          <Who of={of} />
        </Part>
        <Part title={t('way')}>
          <Way of={of} />
        </Part>
        <FieldsTable title={t('fields')} fields={of.fields.filter(({ isAttachment }) => !isAttachment)} />
        <FieldsTable title={t('attachments')} fields={of.fields.filter(({ isAttachment }) => isAttachment)} />
        {of.rules.length > 0 && (
          <Part title={t('rules')}>
            <p className={styles.faint}>{t('rulesHint')}</p>
            <ul className={styles.list}>
              {of.rules.map(({ rule, message }) => (
                <li key={`${rule} ${message.zh}`}>
                  {text(message)} <Citations of={of} numbers={[rule]} />
                </li>
              ))}
            </ul>
          </Part>
        )}
        <Part title={t('turns')}>
          <Turns of={of} />
        </Part>
        {of.notices.length > 0 && (
          <Part title={t('notices')}>
            <ul className={styles.list}>
              {of.notices.map((message) => (
                <li key={message.zh}>{text(message)}</li>
              ))}
            </ul>
          </Part>
        )}
        <Sources of={of} />
      </article>
    </>
  );
}

function Tools({ definition }: { readonly definition: string }) {
  const { t } = useTranslation('guide');
  const navigate = useNavigate();
  const { permissions } = useMe();
  return (
    <nav className={paper.tools} aria-label={t('tools')}>
      <Button type="link" icon={<ArrowLeftOutlined aria-hidden />} onClick={() => void navigate(-1)}>
        {t('back')}
      </Button>
      <Space>
        {permissions.includes('definition.publish') && <ExportMenu definition={definition} />}
        <Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={() => print()}>
          {t('print')}
        </Button>
      </Space>
    </nav>
  );
}

function Who({ of: { start } }: { readonly of: Guide }) {
  const { t } = useTranslation('guide');
  const text = useText();
  if (start.posts.length > 0) return <p>{t('startedBy', { posts: listed(start.posts.map(text)), at: text(start.at) })}</p>;
  return <p>{t(start.bySystem ? 'startedBySystem' : 'startedOnlyAsPart')}</p>;
}

function Sources({ of: { sources } }: { readonly of: Guide }) {
  const { t } = useTranslation('guide');
  const text = useText();
  if (sources.length === 0) return null;
  return (
    <Part title={t('sources')}>
      {sources.map(({ document, title, clauses }, index) => (
        <section key={document} className={styles.source}>
          <h3>
            {t('mark', { index: index + 1 })}
            {t('source', { title: text(title), document })}
          </h3>
          <ul className={styles.list}>
            {clauses.map(({ number, article, text: said }) => (
              <li key={number}>
                {article}　{text(said)} <span className={styles.number}>{number}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Part>
  );
}
