import { CloseOutlined, IdcardOutlined } from '@ant-design/icons';
import { AutoComplete, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { useSettled } from '../state/settled.ts';
import { useText } from '../words/language.ts';
import styles from './meeting.module.css';
import type { Meeting } from './meetings.ts';

export type Member = Meeting['members'][number];

interface MembersInputProps {
  readonly value: readonly Member[];
  readonly onChange: (members: readonly Member[]) => void;
  readonly isFixed?: boolean;
}

/** Who belongs to the body, and who of them is there. */
export function MembersInput({ value, onChange, isFixed = false }: MembersInputProps) {
  const { t } = useTranslation('meeting');
  const present = value.filter(({ isPresent }) => isPresent).length;
  const put = (name: string, isPresent: boolean): void =>
    onChange(value.map((member) => (member.name === name ? { ...member, isPresent } : member)));
  return (
    <div>
      <p className={styles.faint}>{t('membersHint', { members: value.length, present })}</p>
      <ul className={styles.members} aria-label={t('membersTitle')}>
        {value.map(({ name, person, isPresent }) => (
          <li key={name}>
            <Checkbox checked={isPresent} disabled={isFixed} onChange={({ target }) => put(name, target.checked)}>
              {name}{' '}
              {person !== undefined && <IdcardOutlined className={styles.faint} title={t('isAccount')} aria-label={t('isAccount')} />}
            </Checkbox>
            {!isFixed && (
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={t('removeMember', { name })}
                onClick={() => onChange(value.filter((member) => member.name !== name))}
              />
            )}
          </li>
        ))}
      </ul>
      {!isFixed && <AddMember taken={value} onAdd={(member) => onChange([...value, member])} />}
      {value.length > 0 && present * 2 <= value.length && <p className={styles.warned}>{t('quorumMissing')}</p>}
    </div>
  );
}

/** A colleague by their account, or anybody by what they are called. */
function AddMember({ taken, onAdd }: { readonly taken: readonly Member[]; readonly onAdd: (member: Member) => void }) {
  const { t } = useTranslation('meeting');
  const text = useText();
  const [typed, setTyped] = useState('');
  const settled = useSettled(typed.trim());
  const { data } = api.useQuery('get', '/api/people', { params: { query: { q: settled, limit: 10 } } }, { enabled: settled !== '' });
  const found = settled === '' ? [] : (data?.items ?? []);
  const add = (name: string, person?: string): void => {
    setTyped('');
    if (name === '' || taken.some((member) => member.name === name)) return;
    onAdd({ name, isPresent: true, ...(person !== undefined && { person }) });
  };
  return (
    <AutoComplete
      className={styles.whole}
      aria-label={t('addMemberLabel')}
      placeholder={t('addMember')}
      value={typed}
      defaultActiveFirstOption={false}
      options={found.map(({ id, name, posts }) => ({ value: id, label: `${name} · ${posts.map(({ title }) => text(title)).join(' ')}` }))}
      onChange={(next: string) => setTyped(found.some(({ id }) => id === next) ? '' : next)}
      onSelect={(id: string) => {
        const person = found.find((one) => one.id === id);
        if (person !== undefined) add(person.name, person.id);
      }}
      onInputKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        if (isOptionActive(event.currentTarget)) return;
        event.preventDefault();
        add(typed.trim());
      }}
    />
  );
}

/** Whether the keys have come to an option: antd names one that is not there when they have not. */
function isOptionActive(input: HTMLElement): boolean {
  const id = input.getAttribute('aria-activedescendant');
  return id !== null && document.getElementById(id) !== null;
}
