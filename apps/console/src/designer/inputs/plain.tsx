import { Checkbox, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Text } from '#engine';
import { put, useAt } from '../document/designed.ts';
import styles from './inputs.module.css';
import { Labelled } from './labelled.tsx';

interface InputProps {
  readonly pointer: string;
  readonly label: string;
  readonly hint?: string;
}

/** A text; what is empty is not there. */
export function TextInput({ pointer, label, hint, isLong = false }: InputProps & { readonly isLong?: boolean }) {
  const value = useAt<string>(pointer) ?? '';
  const change = (typed: string): void => put(pointer, typed === '' ? undefined : typed);
  return (
    <Labelled label={label} hint={hint} pointer={pointer}>
      {(id) =>
        isLong ? (
          <Input.TextArea id={id} autoSize={{ minRows: 2, maxRows: 8 }} value={value} onChange={({ target }) => change(target.value)} />
        ) : (
          <Input id={id} value={value} onChange={({ target }) => change(target.value)} />
        )
      }
    </Labelled>
  );
}

/** A title or a sentence in both languages; English may be left out. */
export function TitleInput({
  pointer,
  label,
  hint,
  isFirst = false,
  isLong = false,
}: InputProps & { readonly isFirst?: boolean; readonly isLong?: boolean }) {
  const { t } = useTranslation('designer');
  const { zh, en, write } = useTitle(pointer);
  const Typed = isLong ? Input.TextArea : Input;
  return (
    <Labelled label={label} hint={hint} pointer={pointer}>
      {(id) => (
        <div className={styles.pair}>
          <Typed
            id={isFirst ? 'designer-first' : id}
            aria-label={t('inChinese', { label })}
            value={zh}
            onChange={({ target }) => write('zh', target.value)}
          />
          <Typed
            aria-label={t('inEnglish', { label })}
            placeholder={t('englishOptional')}
            value={en}
            onChange={({ target }) => write('en', target.value)}
          />
        </div>
      )}
    </Labelled>
  );
}

/** A text in both languages, and how one of them is changed. */
export function useTitle(pointer: string) {
  const { zh = '', en = '' } = useAt<Text>(pointer) ?? {};
  const write = (language: 'zh' | 'en', typed: string): void => {
    const next = { zh, en, [language]: typed };
    put(pointer, next.en === '' ? { zh: next.zh } : next);
  };
  return { zh, en, write };
}

export function NumberInput({ pointer, label, hint, min, max }: InputProps & { readonly min?: number; readonly max?: number }) {
  const value = useAt<number>(pointer);
  return (
    <Labelled label={label} hint={hint} pointer={pointer}>
      {(id) => (
        <InputNumber<number>
          id={id}
          value={value ?? null}
          {...(min !== undefined && { min })}
          {...(max !== undefined && { max })}
          onChange={(typed) => put(pointer, typed ?? undefined)}
        />
      )}
    </Labelled>
  );
}

/** Something that is so or is not said; `fresh` is what is written where it is so. */
export function CheckInput({ pointer, label, hint, fresh = true }: InputProps & { readonly fresh?: unknown }) {
  const value = (useAt(pointer) ?? false) !== false;
  return (
    <div className={styles.labelled}>
      <Checkbox checked={value} onChange={({ target }) => put(pointer, target.checked ? fresh : undefined)}>
        {label}
      </Checkbox>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
    </div>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface ChoiceInputProps extends InputProps {
  readonly options: readonly Option[];
  /** What it means that nothing is chosen; without it, something always is. */
  readonly none?: string;
}

export function ChoiceInput({ pointer, label, hint, options, none }: ChoiceInputProps) {
  const value = useAt<string>(pointer);
  return (
    <Labelled label={label} hint={hint} pointer={pointer}>
      {(id) => (
        <Select
          id={id}
          value={value ?? (none === undefined ? null : '')}
          options={[...(none === undefined ? [] : [{ value: '', label: none }]), ...options]}
          onChange={(chosen) => put(pointer, chosen === '' ? undefined : chosen)}
        />
      )}
    </Labelled>
  );
}

interface SeveralInputProps extends InputProps {
  /** What there is to choose from; without it, anything can be typed. */
  readonly options?: readonly Option[];
  /** An empty list stays one, where the document wants a list. */
  readonly isKept?: boolean;
}

/** Several of them, typed or chosen. */
export function SeveralInput({ pointer, label, hint, options, isKept = false }: SeveralInputProps) {
  const value = useAt<readonly string[]>(pointer) ?? [];
  return (
    <Labelled label={label} hint={hint} pointer={pointer}>
      {(id) => (
        <Select<readonly string[]>
          id={id}
          mode={options === undefined ? 'tags' : 'multiple'}
          value={value}
          {...(options === undefined
            ? { open: false, suffixIcon: null, tokenSeparators: [' ', ',', '，', '、'] }
            : { options: [...options] })}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(chosen) => put(pointer, chosen.length === 0 && !isKept ? undefined : chosen)}
        />
      )}
    </Labelled>
  );
}

/** The numbers of clauses, such as R-AH24-06. */
export function RulesInput({ pointer, isKept = false }: { readonly pointer: string; readonly isKept?: boolean }) {
  const { t } = useTranslation('designer');
  return <SeveralInput pointer={pointer} label={t('basis')} hint={t('basisHint')} isKept={isKept} />;
}
