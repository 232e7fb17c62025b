import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { asMembers, type OutlinePlace, type OutlineWay } from '#engine';
import { useText } from '../../words/language.ts';
import { remove } from '../document/deeds.ts';
import { change, put, useAt } from '../document/designed.ts';
import { ExpressionInput } from '../expression/expression-input.tsx';
import { MessageInput } from '../expression/message-input.tsx';
import { Labelled, Section, Wrong } from '../inputs/labelled.tsx';
import { ListInput } from '../inputs/list-input.tsx';
import { PlaceLink } from '../inputs/place-link.tsx';
import { TextInput } from '../inputs/plain.tsx';
import { TargetSelect } from '../outline/target-select.tsx';
import { useWayWord } from '../words/ways.ts';
import { ActionsInput } from './actions-input.tsx';
import styles from './panels.module.css';

/** A way from a state: where it leads, what has to hold, what is done on it. */
export function WayPanel({ place, way }: { readonly place: OutlinePlace; readonly way: OutlineWay }) {
  const { t } = useTranslation('designer');
  const text = useText();
  const wayWord = useWayWord();
  const { pointer } = way;
  return (
    <>
      <div className={styles.head}>
        <h2>{wayWord(way)}</h2>
        <PlaceLink to={place.pointer}>{t('fromPlace', { place: text(place.title) })}</PlaceLink>
      </div>
      <Labelled label={t('target')}>{() => <TargetSelect place={place} way={way} />}</Labelled>
      <Wrong pointer={pointer} isAlone />
      {way.isWritten && (
        <>
          <WayMembers pointer={pointer} />
          <Button icon={<DeleteOutlined aria-hidden />} onClick={() => remove(pointer)}>
            {t('removeWay')}
          </Button>
        </>
      )}
    </>
  );
}

function WayMembers({ pointer }: { readonly pointer: string }) {
  const { t } = useTranslation('designer');
  const isPlain = typeof useAt(pointer) === 'string';
  const hasGuard = useAt(`${pointer}/guard`) !== undefined;
  if (isPlain)
    return (
      <p>
        <Button onClick={() => change((document) => asMembers(document, pointer))}>{t('addConditions')}</Button>
      </p>
    );
  return (
    <>
      <Section title={t('guard')} isOpen>
        {hasGuard ? (
          <GuardInputs at={`${pointer}/guard`} />
        ) : (
          <Button size="small" onClick={() => put(`${pointer}/guard`, { type: 'rules', params: { all: [] } })}>
            {t('addGuard')}
          </Button>
        )}
      </Section>
      <Section title={t('actions')} isOpen>
        <ActionsInput pointer={`${pointer}/actions`} />
      </Section>
    </>
  );
}

function GuardInputs({ at }: { readonly at: string }) {
  const { t } = useTranslation('designer');
  return (
    <>
      <ExpressionInput pointer={`${at}/params/when`} label={t('when')} hint={t('whenHint')} isOptional />
      <ListInput
        pointer={`${at}/params/all`}
        name={t('rule')}
        isKept
        fresh={() => ({ rule: 'R-NEW-1', when: 'true', message: { zh: '不符合规定。' } })}
      >
        {(rule) => (
          <>
            <TextInput pointer={`${rule}/rule`} label={t('ruleNumber')} />
            <ExpressionInput pointer={`${rule}/when`} label={t('ruleWhen')} />
            <MessageInput pointer={`${rule}/message`} label={t('ruleMessage')} hint={t('messageHint')} />
          </>
        )}
      </ListInput>
      <Button size="small" onClick={() => put(at, undefined)}>
        {t('removeGuard')}
      </Button>
      <Wrong pointer={at} isAlone />
    </>
  );
}
