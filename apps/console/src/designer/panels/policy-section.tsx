import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { changeOutcome, decideBy, type OutlinePlace, type Policy } from '#engine';
import { change, put, useAt } from '../document/designed.ts';
import { Labelled, Section, Wrong } from '../inputs/labelled.tsx';
import { ChoiceInput, TextInput } from '../inputs/plain.tsx';
import { OutcomesInput } from './outcomes-input.tsx';

const policies = ['one', 'all', 'sequence', 'vote'] as const;

/** 会签规则: how what several people say becomes what the step comes to. */
export function PolicySection({ place }: { readonly place: OutlinePlace }) {
  const { t } = useTranslation('designer');
  const at = `${place.pointer}/meta/step/decide`;
  const policy = useAt<Policy>(at) ?? { by: 'one', outcomes: ['approve'] };
  const choose = (by: Policy['by']): void => {
    const outcomes = policy.by === 'vote' ? (['approve', 'reject'] as const) : policy.outcomes;
    const next: Policy = by === 'vote' ? { by, count: 'head', of: 'cast', pass: { moreThan: '1/2' } } : { by, outcomes: [...outcomes] };
    change((document) => decideBy(document, place.path, next));
  };
  return (
    <Section title={t('policy')} isOpen>
      <Labelled label={t('decideBy')}>
        {(id) => (
          <Select<Policy['by']>
            id={id}
            value={policy.by}
            options={policies.map((value) => ({ value, label: t(`policy-${value}`) }))}
            onChange={choose}
          />
        )}
      </Labelled>
      {policy.by === 'vote' ? (
        <VoteInputs at={at} policy={policy} />
      ) : (
        <OutcomesInput
          outcomes={policy.outcomes}
          onChange={(outcomes) => change((document) => decideBy(document, place.path, { ...policy, outcomes: [...outcomes] }))}
          onChangeOne={(index, outcome) =>
            change((document) => changeOutcome(document, place.path, index, outcome), `${at}/outcomes/${index}`)
          }
        />
      )}
      <Wrong pointer={at} />
    </Section>
  );
}

function VoteInputs({ at, policy }: { readonly at: string; readonly policy: Extract<Policy, { by: 'vote' }> }) {
  const { t } = useTranslation('designer');
  const isMore = 'moreThan' in policy.pass;
  return (
    <>
      <ChoiceInput
        pointer={`${at}/count`}
        label={t('voteCount')}
        options={(['head', 'weight'] as const).map((value) => ({ value, label: t(`count-${value}`) }))}
      />
      <ChoiceInput
        pointer={`${at}/of`}
        label={t('voteOf')}
        options={(['eligible', 'cast'] as const).map((value) => ({ value, label: t(`of-${value}`) }))}
      />
      <Labelled label={t('threshold')}>
        {(id) => (
          <Select
            id={id}
            value={isMore ? 'moreThan' : 'atLeast'}
            options={(['moreThan', 'atLeast'] as const).map((value) => ({ value, label: t(`pass-${value}`) }))}
            onChange={(chosen) => put(`${at}/pass`, { [chosen]: Object.values(policy.pass)[0] })}
          />
        )}
      </Labelled>
      <TextInput pointer={`${at}/pass/${isMore ? 'moreThan' : 'atLeast'}`} label={t('thresholdShare')} hint={t('fractionHint')} />
      <TextInput pointer={`${at}/quorum`} label={t('quorum')} hint={t('quorumHint')} />
    </>
  );
}
