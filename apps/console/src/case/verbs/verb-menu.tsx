import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useText } from '../../words/language.ts';
import styles from '../case.module.css';
import type { Case } from '../form-fields.ts';
import { verbsOf } from './case-verbs.ts';
import type { Verb, VerbWord } from './verb.ts';
import { VerbDialog } from './verb-dialog.tsx';

/** What stands as a button; the rest is behind 更多. */
const common: ReadonlySet<VerbWord> = new Set(['claim', 'release', 'resolve', 'takeBack', 'withdraw', 'urge', 'comment', 'resume']);

/** What else may be done with a case, by whoever looks at it. */
export function VerbMenu({ of }: { readonly of: Case }) {
  const { t } = useTranslation('verbs');
  const text = useText();
  const [chosen, choose] = useState<Verb>();
  const { data: allowed } = api.useQuery('get', '/api/instances/{id}/verbs', { params: { path: { id: of.id } } });
  const verbs = allowed === undefined ? [] : verbsOf(of, allowed);
  const called = (verb: Verb): string => (verb.of === undefined ? t(verb.word) : t('of', { verb: t(verb.word), step: text(verb.of) }));
  const rest = verbs.filter(({ word, of: step }) => !common.has(word) || step !== undefined);
  return (
    <div className={styles.verbs}>
      {verbs
        .filter((verb) => !rest.includes(verb))
        .map((verb) => (
          <Button key={verb.key} onClick={() => choose(verb)}>
            {called(verb)}
          </Button>
        ))}
      {rest.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rest.map((verb) => ({ key: verb.key, label: called(verb), danger: verb.isGrave === true })),
            onClick: ({ key }) => choose(rest.find((verb) => verb.key === key)),
          }}
        >
          <Button aria-label={t('moreOf')} icon={<DownOutlined aria-hidden />} iconPlacement="end">
            {t('more')}
          </Button>
        </Dropdown>
      )}
      {chosen && <VerbDialog key={chosen.key} verb={chosen} of={of} onClose={() => choose(undefined)} />}
    </div>
  );
}
