import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import { Due } from '../time/due.tsx';
import { useText } from '../words/language.ts';
import styles from './case.module.css';
import { useDraft } from './drafts.ts';
import type { Case, OwnTask } from './form-fields.ts';

type Item = components['schemas']['DeficiencyItem'];

/** 补正清单 for whoever mends: each thing with what is said to it. A changed field is an answer by itself. */
export function ToMend({ task }: { readonly task: OwnTask }) {
  const { t } = useTranslation('case');
  const { draft, write } = useDraft(task.id);
  if (task.toMend === undefined) return null;
  const { answers = {} } = draft;
  return (
    <section className={`${styles.paper} ${styles.fill}`} aria-labelledby={`mend-${task.id}`}>
      <h2 id={`mend-${task.id}`}>{t('toMend')}</h2>
      <p className={styles.hint}>{t('toMendHint')}</p>
      <ol className={styles.items}>
        {task.toMend.map((item) => {
          const isChanged = item.fields.some(({ field }) => draft.fields !== undefined && field in draft.fields);
          const note = answers[item.number] ?? item.note ?? '';
          return (
            <li key={item.number} data-answered={isChanged || note.trim() !== ''}>
              <ItemHead item={item} isAnswered={isChanged || note.trim() !== ''} />
              <Input.TextArea
                aria-label={t('answerTo', { number: item.number })}
                placeholder={isChanged ? t('answerOptional') : t('answerHint')}
                value={note}
                maxLength={2000}
                autoSize={{ minRows: 1, maxRows: 6 }}
                onChange={({ target }) => write({ answers: { ...answers, [item.number]: target.value } })}
              />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function ItemHead({ item: { number, text: wanted, fields, dueAt }, isAnswered }: { readonly item: Item; readonly isAnswered: boolean }) {
  const { t } = useTranslation('case');
  const text = useText();
  return (
    <div className={styles.itemHead}>
      <p>
        {isAnswered ? (
          <CheckCircleOutlined className={styles.agreed} aria-label={t('answered')} />
        ) : (
          <ExclamationCircleOutlined className={styles.returned} aria-label={t('unanswered')} />
        )}{' '}
        <strong>{t('itemNumber', { number })}</strong> {wanted}
      </p>
      <p className={styles.faint}>
        {fields.length > 0 && <span>{t('concerns', { fields: fields.map(({ title }) => text(title)).join(t('comma')) })}</span>}{' '}
        {dueAt !== undefined && <Due at={dueAt} />}
      </p>
    </div>
  );
}

/** What was sent back and has not passed since, for everybody else: what was wanted, and what became of it. */
export function ReturnedLists({ of }: { readonly of: Case }) {
  const { t } = useTranslation('case');
  const text = useText();
  const isMine = of.myTasks.some(({ toMend }) => toMend !== undefined);
  const lists = of.returned.filter(({ items, isAnswered }) => items.length > 0 && (isAnswered || !isMine));
  return lists.map((list) => (
    <section key={list.from.path} className={styles.paper} aria-label={t('returnedBy', { step: text(list.from.title) })}>
      <h2>{t('returnedBy', { step: text(list.from.title) })}</h2>
      <ol className={styles.items}>
        {list.items.map((item) => (
          <li key={item.number} data-answered={list.isAnswered}>
            <ItemHead item={item} isAnswered={list.isAnswered} />
            {item.note !== undefined && <blockquote className={styles.comment}>{item.note}</blockquote>}
            {item.changed !== undefined && item.changed.length > 0 && (
              <p className={styles.faint}>{t('wasChanged', { fields: item.changed.map(({ title }) => text(title)).join(t('comma')) })}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  ));
}
