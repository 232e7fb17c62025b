import { useTranslation } from 'react-i18next';
import { removeDelay, renameDelay } from '#engine';
import { useText } from '../../words/language.ts';
import { useAt, useDefinition } from '../document/designed.ts';
import { useOutline } from '../document/outlined.ts';
import { ExpressionInput } from '../expression/expression-input.tsx';
import { MessageInput } from '../expression/message-input.tsx';
import { DelayInput } from '../inputs/delay-input.tsx';
import { Section, Wrong } from '../inputs/labelled.tsx';
import { ListInput } from '../inputs/list-input.tsx';
import { NamedInput } from '../inputs/named-input.tsx';
import { CheckInput, ChoiceInput, NumberInput, RulesInput, SeveralInput, TextInput, TitleInput } from '../inputs/plain.tsx';
import { RecordInput } from '../inputs/shape-inputs.tsx';
import { usePosts, useSurroundings } from '../surroundings.ts';
import { WindowsSection } from '../windows/windows-section.tsx';
import { SamePersonInputs } from './step-sections.tsx';

/** What is said of the whole process: who starts it, what it is called, what it knows. */
export function ProcessPanel() {
  const { t } = useTranslation('designer');
  const text = useText();
  const { kinds } = useSurroundings();
  const posts = usePosts().map(({ key, title }) => ({ value: key, label: text(title) }));
  return (
    <>
      <h2>{t('settings')}</h2>
      <TitleInput pointer="/title" label={t('title')} isFirst />
      <TextInput pointer="/key" label={t('key')} hint={t('keyHint')} />
      <MessageInput pointer="/summary" label={t('summary')} hint={t('summaryHint')} />
      <RulesInput pointer="/basis" isKept />
      <Section title={t('starters')} isOpen>
        <ChoiceInput
          pointer="/subject"
          label={t('subject')}
          hint={t('subjectHint')}
          options={kinds.map((value) => ({ value, label: t(`level-${value}`) }))}
        />
        <SeveralInput pointer="/start/posts" label={t('startPosts')} options={posts} isKept />
        <CheckInput pointer="/start/bySystem" label={t('bySystem')} />
        <CheckInput pointer="/start/asChild" label={t('asChild')} />
      </Section>
      <WindowsSection />
      <LimitsSection />
      <LongestSection />
      <Section title={t('delays')}>
        <NamedInput pointer="/delays" label={t('delay')} fresh={() => 'P7D'} renamed={renameDelay} removed={removeDelay}>
          {(at) => (
            <>
              <DelayInput pointer={at} label={t('timerDelay')} mayBeInstant />
              <RulesInput pointer={`/delayBasis${at.slice('/delays'.length)}`} />
            </>
          )}
        </NamedInput>
      </Section>
      <FactsSection />
      <Section title={t('data')}>
        <RecordInput pointer="/data" label={t('dataField')} />
      </Section>
      <Section title={t('signals')}>
        <NamedInput pointer="/signals" label={t('signal')} fresh={(name) => ({ title: { zh: name } })}>
          {(at) => (
            <>
              <TitleInput pointer={`${at}/title`} label={t('title')} />
              <h3>{t('brought')}</h3>
              <RecordInput pointer={`${at}/payload`} label={t('broughtValue')} />
            </>
          )}
        </NamedInput>
      </Section>
      <Section title={t('description')}>
        <TitleInput pointer="/description" label={t('description')} isLong />
      </Section>
      <Wrong pointer="/start" />
    </>
  );
}

function LimitsSection() {
  const { t } = useTranslation('designer');
  const text = useText();
  const outline = useOutline().filter(({ kind }) => kind !== 'process');
  const places = outline.map(({ path, title }) => ({ value: path, label: text(title) }));
  const ends = outline
    .filter(({ kind, path }) => kind === 'end' && !path.includes('.'))
    .map(({ path, title }) => ({ value: path, label: text(title) }));
  const isUnique = useAt('/unique') !== undefined;
  return (
    <>
      <Section title={t('limits')}>
        <SeveralInput pointer="/withdraw/until" label={t('withdrawUntil')} hint={t('withdrawHint')} options={places} />
        <SamePersonInputs at="/samePerson" />
      </Section>
      <Section title={t('unique')}>
        <TextInput pointer="/unique/rule" label={t('ruleNumber')} hint={t('uniqueHint')} />
        {isUnique && (
          <>
            <ListInput pointer="/unique/by" name={t('uniqueBy')} fresh={() => 'subject.school.id'} isKept>
              {(at) => <ExpressionInput pointer={at} label={t('uniqueBy')} />}
            </ListInput>
            <MessageInput pointer="/unique/message" label={t('ruleMessage')} hint={t('messageHint')} />
            <SeveralInput
              pointer="/unique/releasedBy"
              label={t('releasedBy')}
              options={[...ends, { value: 'terminated', label: t('terminated') }]}
              isKept
            />
          </>
        )}
      </Section>
    </>
  );
}

/** How long a case may take, which is proved as soon as it is said. */
function LongestSection() {
  const { t } = useTranslation('designer');
  const isLimited = useAt('/longest') !== undefined;
  return (
    <Section title={t('longest')}>
      <CheckInput pointer="/longest" label={t('isLimited')} hint={t('longestHint')} fresh={{ within: { workingDays: 30 } }} />
      {isLimited && (
        <>
          <DelayInput pointer="/longest/within" label={t('longestWithin')} />
          <NumberInput pointer="/longest/returns" label={t('longestReturns')} min={0} max={5} />
          <TextInput pointer="/longest/basis" label={t('ruleNumber')} />
        </>
      )}
    </Section>
  );
}

function FactsSection() {
  const { t } = useTranslation('designer');
  const { facts } = useSurroundings();
  const declared = useDefinition().facts ?? {};
  const [first = 'register'] = Object.keys(facts);
  return (
    <Section title={t('facts')}>
      <NamedInput pointer="/facts" label={t('fact')} fresh={() => ({ source: first, with: withOf(facts[first]?.parameters) })}>
        {(at, name) => (
          <>
            <ChoiceInput
              pointer={`${at}/source`}
              label={t('source')}
              options={Object.keys(facts).map((value) => ({ value, label: value }))}
            />
            {Object.keys(facts[declared[name]?.source ?? '']?.parameters ?? {}).map((parameter) => (
              <ExpressionInput key={parameter} pointer={`${at}/with/${parameter}`} label={t('factWith', { parameter })} isOptional />
            ))}
          </>
        )}
      </NamedInput>
    </Section>
  );
}

const withOf = (parameters: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.keys(parameters).map((name) => [name, '""']));
