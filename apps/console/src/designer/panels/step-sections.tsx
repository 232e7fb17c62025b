import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OutlinePlace, Policy, Step } from '#engine';
import { useText } from '../../words/language.ts';
import { put, useAt, useDefinition } from '../document/designed.ts';
import { useOutline } from '../document/outlined.ts';
import { AssigneesInput } from '../inputs/assignees-input.tsx';
import { Labelled, Section, Wrong } from '../inputs/labelled.tsx';
import { CheckInput, ChoiceInput, RulesInput, SeveralInput } from '../inputs/plain.tsx';
import { ClockSections } from './clock-sections.tsx';
import { FieldsTable } from './fields-table.tsx';
import { PolicySection } from './policy-section.tsx';

/** What people do in a step: who, by which rule, until when, with which fields. */
export function StepSections({ place }: { readonly place: OutlinePlace }) {
  const { t } = useTranslation('designer');
  const at = `${place.pointer}/meta/step`;
  const policy = useAt<Policy>(`${at}/decide`);
  return (
    <>
      <Section title={t('who')} isOpen>
        <AssigneesInput pointer={`${at}/assignees`} label={t('assignees')} isVoting={policy?.by !== 'one'} />
        <WhenNobody at={at} />
      </Section>
      <PolicySection place={place} />
      <ClockSections at={at} />
      <Section title={t('fieldAccess')}>
        <FieldsTable at={`${at}/fields`} />
      </Section>
      <ReturnSection place={place} at={at} />
      <Section title={t('moreOfStep')}>
        <RulesInput pointer={`${at}/basis`} />
        <SamePersonInputs at={`${at}/samePerson`} />
        <CheckInput pointer={`${at}/applicantMayDecide`} label={t('applicantMayDecide')} />
        <CheckInput pointer={`${at}/carry`} label={t('carry')} hint={t('carryHint')} />
        <MeetingInputs at={at} />
        <SupplementInputs at={at} />
      </Section>
    </>
  );
}

type WhenNobodyKind = 'assign' | 'superior' | 'skip' | 'hold';

function WhenNobody({ at }: { readonly at: string }) {
  const { t } = useTranslation('designer');
  const text = useText();
  const step = useAt<Step>(at);
  const pointer = `${at}/whenNobody`;
  const value = step?.whenNobody ?? { hold: true };
  const kind = Object.keys(value)[0] as WhenNobodyKind;
  const outcomes =
    useOutline()
      .find(({ pointer: each }) => at.startsWith(`${each}/meta`))
      ?.ways.flatMap(({ outcome }) => outcome ?? []) ?? [];
  const fresh: Readonly<Record<WhenNobodyKind, unknown>> = {
    assign: { assign: step?.assignees ?? [] },
    superior: { superior: true },
    skip: { skip: outcomes.find((outcome) => outcome.kind === 'pass')?.name ?? 'approve' },
    hold: { hold: true },
  };
  return (
    <>
      <Labelled label={t('whenNobody')} pointer={pointer}>
        {(id) => (
          <Select<WhenNobodyKind>
            id={id}
            value={kind}
            options={(['assign', 'superior', 'skip', 'hold'] as const).map((each) => ({ value: each, label: t(`nobody-${each}`) }))}
            onChange={(chosen) => put(pointer, fresh[chosen])}
          />
        )}
      </Labelled>
      {kind === 'assign' && <AssigneesInput pointer={`${pointer}/assign`} label={t('nobody-assign')} />}
      {kind === 'skip' && (
        <ChoiceInput
          pointer={`${pointer}/skip`}
          label={t('nobody-skip')}
          options={[...new Map(outcomes.map(({ name, title }) => [name, { value: name, label: text(title) }])).values()]}
        />
      )}
    </>
  );
}

export function SamePersonInputs({ at }: { readonly at: string }) {
  const { t } = useTranslation('designer');
  const options = (names: readonly ('another' | 'superior' | 'ask' | 'pass')[]) =>
    names.map((value) => ({ value, label: t(`same-${value}`) }));
  return (
    <>
      <ChoiceInput pointer={`${at}/applicant`} label={t('sameApplicant')} none={t('asUsual')} options={options(['another', 'superior'])} />
      <ChoiceInput pointer={`${at}/alreadyApproved`} label={t('sameApproved')} none={t('asUsual')} options={options(['ask', 'pass'])} />
    </>
  );
}

function ReturnSection({ place, at }: { readonly place: OutlinePlace; readonly at: string }) {
  const { t } = useTranslation('designer');
  const text = useText();
  const steps = useOutline().filter(({ kind, path }) => kind === 'step' && path !== place.path);
  const written = useAt<NonNullable<Step['return']>>(`${at}/return`);
  const targets = written?.to === undefined ? {} : { to: written.to };
  return (
    <Section title={t('returns')}>
      <Labelled label={t('reentry')} pointer={`${at}/return`}>
        {(id) => (
          <Select
            id={id}
            value={written?.reentry ?? 'none'}
            options={(['none', 'restart', 'resume'] as const).map((value) => ({ value, label: t(`reentry-${value}`) }))}
            onChange={(chosen) => put(`${at}/return`, chosen === 'none' ? undefined : { ...targets, reentry: chosen })}
          />
        )}
      </Labelled>
      {written !== undefined && (
        <SeveralInput
          pointer={`${at}/return/to`}
          label={t('returnTargets')}
          hint={t('returnTargetsHint')}
          options={steps.map(({ path, title }) => ({ value: path, label: text(title) }))}
        />
      )}
    </Section>
  );
}

function MeetingInputs({ at }: { readonly at: string }) {
  const { t } = useTranslation('designer');
  const text = useText();
  const definition = useDefinition();
  const step = useAt<Step>(at);
  const posts = (step?.assignees ?? []).flatMap((rule) => ('post' in rule ? [rule.post] : []));
  const texts = Object.entries(definition.form.schema.properties).filter(([, { type }]) => type === 'string');
  return (
    <>
      <ChoiceInput
        pointer={`${at}/meeting/body`}
        label={t('meetingBody')}
        none={t('noMeeting')}
        options={[...new Set(posts)].map((value) => ({ value, label: value }))}
      />
      {step?.meeting !== undefined && (
        <>
          <ChoiceInput
            pointer={`${at}/meeting/number`}
            label={t('meetingNumber')}
            none={t('none')}
            options={texts.map(([value, { title, 'x-en': en }]) => ({
              value,
              label: text({ zh: title, ...(en !== undefined && { en }) }),
            }))}
          />
          <CheckInput pointer={`${at}/meeting/singly`} label={t('meetingSingly')} />
        </>
      )}
      <Wrong pointer={`${at}/meeting`} />
    </>
  );
}

function SupplementInputs({ at }: { readonly at: string }) {
  const { t } = useTranslation('designer');
  const text = useText();
  const { form } = useDefinition();
  const options = Object.entries(form.schema.properties).map(([value, { title, 'x-en': en }]) => ({
    value,
    label: text({ zh: title, ...(en !== undefined && { en }) }),
  }));
  const has = useAt(`${at}/supplement`) !== undefined;
  return (
    <>
      <SeveralInput pointer={`${at}/supplement/fields`} label={t('supplementFields')} hint={t('supplementHint')} options={options} />
      {has && <AssigneesInput pointer={`${at}/supplement/by`} label={t('supplementBy')} isOptional />}
    </>
  );
}
