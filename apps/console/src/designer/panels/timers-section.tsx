import { PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ledTo, type OutlinePlace, pointerTo } from '#engine';
import { useText } from '../../words/language.ts';
import { remarked } from '../../words/punctuation.ts';
import { change, useDefinition } from '../document/designed.ts';
import { useOutline } from '../document/outlined.ts';
import { select } from '../document/selection.ts';
import inputs from '../inputs/inputs.module.css';
import { Section } from '../inputs/labelled.tsx';
import { useWayWord } from '../words/ways.ts';

/** What happens by itself when the state has lasted so long. */
export function TimersSection({ place }: { readonly place: OutlinePlace }) {
  const { t } = useTranslation('designer');
  const text = useText();
  const wayWord = useWayWord();
  const { delays } = useDefinition();
  const [delay, choose] = useState('P7D');
  const targets = useOutline().filter(({ kind, path }) => kind !== 'process' && path !== place.path);
  const first = targets.find(({ kind }) => kind === 'end');
  const pointer = `${place.pointer}/after${pointerTo(delay)}`;
  const known = new Set(place.ways.filter(({ trigger }) => trigger === 'after').map(({ name }) => name));
  const options = [...Object.keys(delays ?? {}), 'P1D', 'P3D', 'P7D', 'P30D'].filter((each) => !known.has(each));
  const said = (name: string): string => {
    const word = wayWord({ trigger: 'after', name });
    return delays?.[name] === undefined ? word : remarked(word, name);
  };
  return (
    <Section title={t('timers')}>
      <p>{t('timersHint')}</p>
      <div className={inputs.line}>
        <Select
          className={inputs.grow ?? ''}
          aria-label={t('timerDelay')}
          value={delay}
          options={options.map((value) => ({ value, label: said(value) }))}
          onChange={choose}
        />
        <Button
          icon={<PlusOutlined aria-hidden />}
          disabled={first === undefined || known.has(delay)}
          onClick={() => {
            change((document) => ledTo(document, pointer, place.path, first?.path ?? ''));
            select(pointer);
          }}
        >
          {t('addTimer', { to: first === undefined ? '' : text(first.title) })}
        </Button>
      </div>
    </Section>
  );
}
