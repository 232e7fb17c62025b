import { useTranslation } from 'react-i18next';
import { FieldValue } from '../case/field-value.tsx';
import { type Field, isEmpty } from '../case/form-fields.ts';
import { Empty } from '../state/empty.tsx';
import { useText } from '../words/language.ts';
import styles from './report.module.css';
import { isWide, partsOf } from './report-fields.ts';
import type { Report } from './types.ts';

/** What was filed, to be read. */
export function ReportContent({ of }: { readonly of: Report }) {
  const { t } = useTranslation('reports');
  const { words, figures } = partsOf(of);
  const { fields } = of.form;
  const filled = [...words, ...figures].filter(({ name }) => !isEmpty(fields[name]));
  if (filled.length === 0) {
    return (
      <section className={styles.card} aria-label={t('content')}>
        <Empty title={t('nothingFiled')} hint={t('nothingFiledHint')} />
      </section>
    );
  }
  return (
    <section className={styles.card} aria-labelledby="content-title">
      <h2 id="content-title">{t('content')}</h2>
      <dl className={styles.fields}>
        {filled.map((field) => (
          <Filled key={field.name} field={field} value={fields[field.name]} />
        ))}
      </dl>
    </section>
  );
}

function Filled({ field, value }: { readonly field: Field; readonly value: unknown }) {
  const text = useText();
  return (
    <div className={isWide(field) ? styles.long : undefined}>
      <dt>{text(field.title)}</dt>
      <dd>
        <FieldValue schema={field.schema} value={value} />
      </dd>
    </div>
  );
}
