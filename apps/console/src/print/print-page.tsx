import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { FieldValue } from '../case/field-value.tsx';
import { type Case, type Field, fieldsOf, isEmpty, isLong } from '../case/form-fields.ts';
import { useTitle } from '../frame/page.tsx';
import { present, useMe } from '../session/session.ts';
import { Answer } from '../state/answer.tsx';
import { useWritten } from '../time/formats.ts';
import { useText } from '../words/language.ts';
import { listed } from '../words/punctuation.ts';
import { Opinions } from './opinions.tsx';
import paper from './paper.module.css';
import styles from './print.module.css';

type Line = components['schemas']['HistoryLine'];

/** A case as it is put on file: the form and what was decided of it, on A4. */
export function PrintPage() {
  const { id = '' } = useParams();
  const path = { params: { path: { id } } };
  const read = api.useQuery('get', '/api/instances/{id}', path);
  const history = api.useQuery('get', '/api/instances/{id}/history', path);
  return (
    <main className={paper.page}>
      <Answer of={read}>{(of) => <Answer of={history}>{({ lines }) => <Sheet of={of} lines={lines} />}</Answer>}</Answer>
    </main>
  );
}

function Sheet({ of, lines }: { readonly of: Case; readonly lines: readonly Line[] }) {
  const { t } = useTranslation('print');
  const text = useText();
  const written = useWritten();
  const me = useMe();
  const title = t('title', { process: text(of.definition.title) });
  useTitle(title);
  return (
    <>
      <nav className={paper.tools} aria-label={t('tools')}>
        <Link to={`/cases/${of.id}`}>
          <ArrowLeftOutlined aria-hidden /> {t('back')}
        </Link>
        <Button type="primary" icon={<PrinterOutlined />} onClick={() => print()}>
          {t('print')}
        </Button>
      </nav>
      <article className={`${paper.sheet} ${styles.print}`}>
        <h1>{title}</h1>
        <p className={styles.head}>
          <span>{t('organisation', { name: of.organisation.name })}</span>
          <span>{t('number', { number: of.number })}</span>
          <span>{written(of.startedAt, 'date')}</span>
        </p>
        <FormTable of={of} />
        <Opinions lines={lines} />
        <footer className={styles.foot}>
          <span>{t('stands', { state: listed(of.states.map((state) => text(state.title))) })}</span>
          <span>{t('printed', { name: me.person.name, time: written(present(), 'exact') })}</span>
          <span>{t('check', { hash: lines.at(-1)?.hash.slice(0, 16) ?? '' })}</span>
        </footer>
      </article>
    </>
  );
}

/** Two fields a row; what is long has a row of its own. */
function FormTable({ of }: { readonly of: Case }) {
  const { t } = useTranslation('print');
  const text = useText();
  const filled = fieldsOf(of.form).filter(({ name }) => !isEmpty(of.form.fields[name]));
  return (
    <table className={styles.form}>
      <caption className="unseen">{t('form')}</caption>
      <tbody>
        {inRows(filled, of).map((row) => (
          <tr key={row.map(({ name }) => name).join()}>
            {row.map(({ name, title, schema }) => (
              <FieldCells key={name} title={text(title)} isWide={row.length === 1}>
                <FieldValue schema={schema} value={of.form.fields[name]} />
              </FieldCells>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface FieldCellsProps {
  readonly title: string;
  readonly isWide: boolean;
  readonly children: ReactNode;
}

const FieldCells = ({ title, isWide, children }: FieldCellsProps) => (
  <>
    <th scope="row">{title}</th>
    <td colSpan={isWide ? 3 : 1}>{children}</td>
  </>
);

const longText = 24;

function inRows(fields: readonly Field[], { form }: Case): Field[][] {
  const rows: Field[][] = [];
  let isOpen = false;
  for (const field of fields) {
    const value = form.fields[field.name];
    const isWide = Array.isArray(value) || (isLong(field.schema) && typeof value === 'string' && value.length > longText);
    const last = rows.at(-1);
    if (isOpen && !isWide && last !== undefined) last.push(field);
    else rows.push([field]);
    isOpen = !isWide && !isOpen;
  }
  return rows;
}
