import { Button, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Definition, ledTo, type OutlinePlace, valueAt } from '#engine';
import { api } from '../../api/client.ts';
import { useText } from '../../words/language.ts';
import { change, put, useAt } from '../document/designed.ts';
import { useOutline } from '../document/outlined.ts';
import { select } from '../document/selection.ts';
import { ExpressionInput } from '../expression/expression-input.tsx';
import { DelayInput } from '../inputs/delay-input.tsx';
import { Labelled, Section, Wrong } from '../inputs/labelled.tsx';
import { NamedInput } from '../inputs/named-input.tsx';
import { ChoiceInput, SeveralInput, TextInput } from '../inputs/plain.tsx';
import { RecordInput, ShapeInputs } from '../inputs/shape-inputs.tsx';
import { ValuesInput } from '../inputs/values-input.tsx';

type Meta = NonNullable<Definition['machine']['meta']>;

/** What a state waits for: child cases, or another system. */
export function ErrandSections({ place }: { readonly place: OutlinePlace }) {
  const meta = useAt<Meta>(`${place.pointer}/meta`);
  return (
    <>
      {meta?.children !== undefined && <ChildrenInputs at={`${place.pointer}/meta/children`} />}
      {meta?.call !== undefined && <CallInputs at={`${place.pointer}/meta/call`} />}
      <FailureInput place={place} event={meta?.call === undefined ? 'childrenFailed' : 'callFailed'} />
      <Wrong pointer={`${place.pointer}/meta`} isAlone />
    </>
  );
}

function ChildrenInputs({ at }: { readonly at: string }) {
  const { t } = useTranslation('designer');
  const text = useText();
  const { data } = api.useQuery('get', '/api/definitions/overview');
  const key = useAt<string>(`${at}/definition`) ?? '';
  const known = (data?.items ?? []).map((process) => ({ value: process.key, label: text(process.title) }));
  const options = known.some(({ value }) => value === key) ? known : [{ value: key, label: key }, ...known];
  return (
    <>
      <Section title={t('children')} isOpen>
        <ChoiceInput pointer={`${at}/definition`} label={t('childDefinition')} hint={t('childDefinitionHint')} options={options} />
        <ExpressionInput pointer={`${at}/each`} label={t('childEach')} hint={t('childEachHint')} isOptional />
        <ExpressionInput pointer={`${at}/organisation`} label={t('childOrganisation')} hint={t('childOrganisationHint')} isOptional />
        <ValuesInput pointer={`${at}/form`} names={[]} label={t('childForm')} />
      </Section>
      <Section title={t('childEnding')} isOpen>
        <WaitInput at={`${at}/wait`} />
        <SeveralInput pointer={`${at}/passes`} label={t('childPasses')} hint={t('childPassesHint')} />
        <NamedInput pointer={`${at}/output`} label={t('childOutput')} fresh={(name) => ({ type: 'string', title: name, maxLength: 200 })}>
          {(output) => <ShapeInputs at={output} />}
        </NamedInput>
      </Section>
    </>
  );
}

type Wait = NonNullable<Meta['children']>['wait'];

/** How many of the child cases have to pass. */
function WaitInput({ at }: { readonly at: string }) {
  const { t } = useTranslation('designer');
  const wait = useAt<Wait>(at) ?? 'all';
  const kind = typeof wait === 'string' ? wait : typeof wait.atLeast === 'number' ? 'number' : 'share';
  const fresh: Readonly<Record<typeof kind, Wait>> = { all: 'all', any: 'any', number: { atLeast: 2 }, share: { atLeast: '1/2' } };
  return (
    <>
      <Labelled label={t('childWait')} pointer={at}>
        {(id) => (
          <Select<typeof kind>
            id={id}
            value={kind}
            options={(['all', 'any', 'number', 'share'] as const).map((value) => ({ value, label: t(`childWait-${value}`) }))}
            onChange={(chosen) => put(at, fresh[chosen])}
          />
        )}
      </Labelled>
      {typeof wait === 'object' && typeof wait.atLeast === 'number' && (
        <Labelled label={t('childWait-number')}>
          {(id) => (
            <InputNumber<number>
              id={id}
              min={1}
              max={1000}
              value={wait.atLeast as number}
              onChange={(count) => count !== null && put(at, { atLeast: count })}
            />
          )}
        </Labelled>
      )}
      {typeof wait === 'object' && typeof wait.atLeast === 'string' && (
        <TextInput pointer={`${at}/atLeast`} label={t('childWait-share')} hint={t('fractionHint')} />
      )}
    </>
  );
}

function CallInputs({ at }: { readonly at: string }) {
  const { t } = useTranslation('designer');
  return (
    <Section title={t('call')} isOpen>
      <TextInput pointer={`${at}/to`} label={t('callTo')} hint={t('callToHint')} />
      <ValuesInput pointer={`${at}/body`} names={[]} label={t('callBody')} />
      <DelayInput pointer={`${at}/within`} label={t('callWithin')} hint={t('callWithinHint')} isOptional />
      <h3>{t('callResult')}</h3>
      <RecordInput pointer={`${at}/result`} label={t('callAnswer')} />
    </Section>
  );
}

interface FailureInputProps {
  readonly place: OutlinePlace;
  readonly event: 'childrenFailed' | 'callFailed';
}

/** Where a case goes when it was waited for in vain, while nothing says so yet. */
function FailureInput({ place, event }: FailureInputProps) {
  const { t } = useTranslation('designer');
  const text = useText();
  const ends = useOutline().filter(({ kind, path }) => kind === 'end' && !path.includes('.'));
  const end = ends.at(-1);
  if (end === undefined || place.ways.some(({ name }) => name === event)) return null;
  const pointer = `${place.pointer}/on/${event}`;
  return (
    <p>
      <Button
        size="small"
        onClick={() => {
          change((document) => (valueAt(document, pointer) === undefined ? ledTo(document, pointer, place.path, end.path) : document));
          select(pointer);
        }}
      >
        {t(`add-${event}`, { to: text(end.title) })}
      </Button>
    </p>
  );
}
