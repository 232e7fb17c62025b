import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Step } from '#engine';
import { put, useAt } from '../document/designed.ts';
import { AssigneesInput } from '../inputs/assignees-input.tsx';
import { DelayInput } from '../inputs/delay-input.tsx';
import { Labelled, Section } from '../inputs/labelled.tsx';
import { ListInput } from '../inputs/list-input.tsx';
import { NumberInput, RulesInput, TextInput } from '../inputs/plain.tsx';

type Reminder = NonNullable<Step['remind']>[number];
type Rung = NonNullable<Step['escalate']>[number];

/** Until when, and what happens before and after. */
export function ClockSections({ at }: { readonly at: string }) {
  const { t } = useTranslation('designer');
  return (
    <Section title={t('clocks')}>
      <DelayInput pointer={`${at}/due`} label={t('due')} isOptional mayBeInstant />
      <h3>{t('reminders')}</h3>
      <ListInput pointer={`${at}/remind`} name={t('reminder')} fresh={() => ({ before: { workingDays: 1 } })}>
        {(pointer) => <ReminderInputs at={pointer} />}
      </ListInput>
      <h3>{t('ladder')}</h3>
      <ListInput
        pointer={`${at}/escalate`}
        name={t('rung')}
        fresh={() => ({ after: { workingDays: 1 }, do: 'remind', to: [{ superior: true }] })}
      >
        {(pointer) => <RungInputs at={pointer} />}
      </ListInput>
    </Section>
  );
}

function ReminderInputs({ at }: { readonly at: string }) {
  const { t } = useTranslation('designer');
  const reminder = useAt<Reminder>(at);
  if (reminder === undefined) return null;
  const when = 'before' in reminder ? 'before' : 'after' in reminder ? 'after' : 'at';
  const { to, basis } = reminder;
  const kept = { ...(to && { to }), ...(basis && { basis }) };
  const fresh = { before: { before: { workingDays: 1 } }, at: { at: 'due' }, after: { after: { workingDays: 1 } } } as const;
  return (
    <>
      <Labelled label={t('remindWhen')}>
        {(id) => (
          <Select<'before' | 'at' | 'after'>
            id={id}
            value={when}
            options={(['before', 'at', 'after'] as const).map((value) => ({ value, label: t(`remind-${value}`) }))}
            onChange={(chosen) => put(at, { ...fresh[chosen], ...kept })}
          />
        )}
      </Labelled>
      {when !== 'at' && <DelayInput pointer={`${at}/${when}`} label={t(`remind-${when}`)} />}
      {when === 'after' && (
        <>
          <DelayInput pointer={`${at}/every`} label={t('every')} isOptional />
          <NumberInput pointer={`${at}/times`} label={t('times')} min={2} max={30} />
        </>
      )}
      <AssigneesInput pointer={`${at}/to`} label={t('remindTo')} isOptional />
      <RulesInput pointer={`${at}/basis`} />
    </>
  );
}

function RungInputs({ at }: { readonly at: string }) {
  const { t } = useTranslation('designer');
  const rung = useAt<Rung>(at);
  if (rung === undefined) return null;
  const basis = rung.basis && { basis: rung.basis };
  const others = 'to' in rung ? rung.to : [{ superior: true as const }];
  return (
    <>
      <DelayInput pointer={`${at}/after`} label={t('rungAfter')} />
      <Labelled label={t('rungDo')} pointer={at}>
        {(id) => (
          <Select<Rung['do']>
            id={id}
            value={rung.do}
            options={(['remind', 'assign', 'add', 'pass'] as const).map((value) => ({ value, label: t(`rung-${value}`) }))}
            onChange={(chosen) =>
              put(
                at,
                chosen === 'pass'
                  ? { after: rung.after, do: chosen, outcome: 'approve', ...basis }
                  : { after: rung.after, do: chosen, to: others, ...basis },
              )
            }
          />
        )}
      </Labelled>
      {rung.do === 'pass' ? (
        <TextInput pointer={`${at}/outcome`} label={t('rungOutcome')} />
      ) : (
        <AssigneesInput pointer={`${at}/to`} label={t('rungTo')} hasSuperior />
      )}
      <RulesInput pointer={`${at}/basis`} />
    </>
  );
}
