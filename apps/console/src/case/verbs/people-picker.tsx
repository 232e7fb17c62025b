import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { useSettled } from '../../state/settled.ts';
import { useText } from '../../words/language.ts';
import { stated } from '../../words/punctuation.ts';
import styles from '../case.module.css';

type Person = components['schemas']['People']['items'][number];

const described = ({ data }: { readonly data: { readonly label?: ReactNode; readonly note?: string } }): ReactNode => (
  <div>
    {data.label} <span className={styles.faint}>{data.note}</span>
  </div>
);

interface PeoplePickerProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (chosen: readonly string[], names: readonly string[]) => void;
  readonly isOne?: boolean;
  /** Whether a post can be named in place of a person, as `post@organisation`. */
  readonly withPosts?: boolean;
}

/** Finds colleagues by name, organisation or post. */
export function PeoplePicker({ label, value, onChange, isOne = false, withPosts = false }: PeoplePickerProps) {
  const { t } = useTranslation('verbs');
  const text = useText();
  const [typed, type] = useState('');
  const [names, name] = useState<ReadonlyMap<string, string>>(new Map());
  const q = useSettled(typed.trim());
  const found = api.useQuery('get', '/api/people', { params: { query: { q, limit: 20 } } }, { enabled: q !== '' });
  const postName = ({ title, organisation }: Person['posts'][number]): string => `${organisation.name}${text(title)}`;
  const people = found.data?.items ?? [];
  const ofPeople = people.map(({ id, name: called, posts }) => ({ value: id, label: called, note: stated(posts.map(postName)) }));
  const posts = new Map(people.flatMap((person) => person.posts.map((post) => [`${post.key}@${post.organisation.id}`, postName(post)])));
  const ofPosts = withPosts ? [...posts].map(([key, post]) => ({ value: key, label: t('everybodyOf', { post }), note: '' })) : [];
  const known = new Map([...names, ...[...ofPeople, ...ofPosts].map((each) => [each.value, each.label] as const)]);
  const choose = (chosen: readonly string[]): void => {
    name(new Map(chosen.map((each) => [each, known.get(each) ?? each])));
    type('');
    onChange(
      chosen,
      chosen.map((each) => known.get(each) ?? each),
    );
  };
  return (
    <Select
      className={styles.whole}
      aria-label={label}
      placeholder={t('findPeople')}
      mode="multiple"
      maxCount={isOne ? 1 : 20}
      value={value.map((each) => ({ value: each, label: known.get(each) ?? each }))}
      labelInValue
      showSearch={{ filterOption: false, onSearch: type, searchValue: typed }}
      notFoundContent={typed.trim() === '' || found.isFetching || q !== typed.trim() ? null : t('nobodyFound')}
      options={typed.trim() === '' ? [] : [...ofPeople, ...ofPosts]}
      optionRender={described}
      onChange={(chosen) => choose(chosen.map((each) => each.value))}
    />
  );
}
