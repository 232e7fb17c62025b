import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { useText } from '../words/language.ts';
import type { Session } from './session.ts';
import styles from './sign-in.module.css';

type Demo = components['schemas']['Demo'];
type Person = Demo['people'][number];

/** One click to be somebody else, on a system that was started to be tried. Nothing at all on any other. */
export function DemoPanel({ onSignedIn }: { readonly onSignedIn: (session: Session) => void }) {
  const { t } = useTranslation('session');
  const { data } = api.useQuery('get', '/api/session/demo', {}, { staleTime: Number.POSITIVE_INFINITY });
  const signIn = api.useMutation('post', '/api/session', { onSuccess: onSignedIn });
  if (data === undefined || data.people.length === 0) return null;
  const enter = ({ account }: Person): void => signIn.mutate({ body: { account, password: data.password ?? '' } });
  const suggested = data.people.filter(({ isSuggested }) => isSuggested);
  return (
    <section className={styles.demo} aria-labelledby="demo-title">
      <h2 id="demo-title">{t('demoTitle')}</h2>
      <p className={styles.hint}>{t('demoHint')}</p>
      {housesOf(suggested).map(([house, people]) => (
        <House key={house} name={house} people={people} isBusy={signIn.isPending} enter={enter} />
      ))}
      <Others people={data.people.filter((person) => !suggested.includes(person))} enter={enter} />
    </section>
  );
}

interface HouseProps {
  readonly name: string;
  readonly people: readonly Person[];
  readonly isBusy: boolean;
  readonly enter: (person: Person) => void;
}

function House({ name, people, isBusy, enter }: HouseProps) {
  const { t } = useTranslation('session');
  const text = useText();
  return (
    <>
      <h3 className={styles.house}>{name}</h3>
      <ul className={styles.posts}>
        {people.map((person) => (
          <li key={person.account}>
            <Button
              disabled={isBusy}
              onClick={() => enter(person)}
              aria-label={t('demoEnter', { organisation: person.organisation, post: text(person.post) })}
            >
              {text(person.post)}
              {person.organisation !== name && <span className={styles.department}>{person.organisation}</span>}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Others({ people, enter }: { readonly people: readonly Person[]; readonly enter: (person: Person) => void }) {
  const { t } = useTranslation('session');
  const text = useText();
  return (
    <Select
      className={styles.others}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('demoOther')}
      aria-label={t('demoOther')}
      options={people.map((person) => ({ value: person.account, label: `${person.organisation} · ${text(person.post)}` }))}
      onChange={(account: string) => {
        const chosen = people.find((person) => person.account === account);
        if (chosen !== undefined) enter(chosen);
      }}
    />
  );
}

function housesOf(people: readonly Person[]): (readonly [string, Person[]])[] {
  const houses = new Map<string, Person[]>();
  for (const person of people) houses.set(person.house, [...(houses.get(person.house) ?? []), person]);
  return [...houses];
}
