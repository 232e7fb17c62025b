import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../words/language.ts';
import styles from './case.module.css';
import { type Deficiency, useDraft } from './drafts.ts';
import { type Case, fieldsOf, type OwnTask } from './form-fields.ts';

const limit = 50;

/** 补正清单: what is to be mended, one thing after another, each with its fields and its day. */
export function Deficiencies({ of, task }: { readonly of: Case; readonly task: OwnTask }) {
  const { t } = useTranslation('case');
  const { draft, write } = useDraft(task.id);
  const items = draft.items ?? [];
  const change = (index: number, changed: Partial<Deficiency>): void =>
    write({ items: items.map((item, each) => (each === index ? { ...item, ...changed } : item)) });
  return (
    <div className={styles.deficiencies}>
      {items.length > 0 && (
        <ol>
          {items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what is being written has no name yet but its place
            <li key={index}>
              <OneDeficiency
                of={of}
                number={index + 1}
                item={item}
                onChange={(changed) => change(index, changed)}
                onRemove={() => write({ items: items.filter((_, each) => each !== index) })}
              />
            </li>
          ))}
        </ol>
      )}
      <Button
        type="dashed"
        block
        icon={<PlusOutlined aria-hidden />}
        disabled={items.length >= limit}
        onClick={() => write({ items: [...items, { fields: [], text: '', day: '' }] })}
      >
        {t('addItem')}
      </Button>
    </div>
  );
}

interface OneProps {
  readonly of: Case;
  readonly number: number;
  readonly item: Deficiency;
  readonly onChange: (changed: Partial<Deficiency>) => void;
  readonly onRemove: () => void;
}

function OneDeficiency({ of, number, item, onChange, onRemove }: OneProps) {
  const { t } = useTranslation('case');
  const text = useText();
  return (
    <div className={styles.deficiency}>
      <div className={styles.deficiencyHead}>
        <strong>{t('itemNumber', { number })}</strong>
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={t('removeItem', { number })}
          onClick={onRemove}
        />
      </div>
      <Input.TextArea
        aria-label={t('itemText', { number })}
        placeholder={t('itemTextHint')}
        value={item.text}
        maxLength={1000}
        autoSize={{ minRows: 1, maxRows: 6 }}
        onChange={({ target }) => onChange({ text: target.value })}
      />
      <Select
        mode="multiple"
        maxCount={20}
        maxTagCount="responsive"
        className={styles.whole}
        aria-label={t('itemFields', { number })}
        placeholder={t('itemFieldsHint')}
        value={[...item.fields]}
        options={fieldsOf(of.form)
          .filter(({ name }) => !of.form.absent?.includes(name))
          .map(({ name, title }) => ({ value: name, label: text(title) }))}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(fields: string[]) => onChange({ fields })}
      />
      <label className={styles.deficiencyDay}>
        <span>{t('itemDay')}</span>
        <Input
          type="date"
          aria-label={t('itemDayOf', { number })}
          value={item.day}
          onChange={({ target }) => onChange({ day: target.value })}
        />
      </label>
    </div>
  );
}
