import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AssigneeRule } from '#engine';
import { useText } from '../../words/language.ts';
import { put, useAt, useDefinition } from '../document/designed.ts';
import { usePosts, useSurroundings } from '../surroundings.ts';
import styles from './inputs.module.css';
import { Wrong } from './labelled.tsx';

type Rule = AssigneeRule | { readonly superior: true };

interface AssigneesInputProps {
  readonly pointer: string;
  readonly label: string;
  /** Whether each rule may ask every holder, and weigh votes. */
  readonly isVoting?: boolean;
  /** Whether the superior of the step's posts may be among them. */
  readonly hasSuperior?: boolean;
  /** Whether nobody may be named at all. */
  readonly isOptional?: boolean;
}

const special = ['@applicant', '@superior'] as const;
const keyOf = (rule: Rule): string => ('post' in rule ? rule.post : 'superior' in rule ? '@superior' : '@applicant');

/** Who: the applicant, or posts of the organisation at the level they are held at. */
export function AssigneesInput({ pointer, label, isVoting = false, hasSuperior = false, isOptional = false }: AssigneesInputProps) {
  const { t } = useTranslation('designer');
  const rules = useAt<readonly Rule[]>(pointer) ?? [];
  const { start, subject } = useDefinition();
  const [first] = start.posts;
  const write = (next: readonly Rule[]): void => put(pointer, next.length === 0 && isOptional ? undefined : next);
  return (
    <fieldset className={styles.labelled}>
      <legend>{label}</legend>
      {rules.map((rule, index) => (
        <AssigneeLine
          key={index}
          rule={rule}
          name={`${label} ${index + 1}`}
          isVoting={isVoting}
          hasSuperior={hasSuperior}
          isRemovable={rules.length > 1 || isOptional}
          onChange={(next) => write(rules.flatMap((each, at) => (at !== index ? [each] : next === undefined ? [] : [next])))}
        />
      ))}
      <div>
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden />}
          aria-label={t('addAssigneeTo', { label })}
          onClick={() => write([...rules, first === undefined ? { applicant: true } : { post: first, at: subject }])}
        >
          {t('addAssignee')}
        </Button>
      </div>
      <Wrong pointer={pointer} />
    </fieldset>
  );
}

interface AssigneeLineProps {
  readonly rule: Rule;
  readonly name: string;
  readonly isVoting: boolean;
  readonly hasSuperior: boolean;
  readonly isRemovable: boolean;
  readonly onChange: (rule: Rule | undefined) => void;
}

function AssigneeLine({ rule, name, isVoting, hasSuperior, isRemovable, onChange }: AssigneeLineProps) {
  const { t } = useTranslation('designer');
  const text = useText();
  const posts = usePosts();
  const { kinds } = useSurroundings();
  const others = special
    .filter((key) => key !== '@superior' || hasSuperior)
    .map((key) => ({ value: key as string, label: t(key === '@applicant' ? 'applicant' : 'superior') }));
  const choose = (key: string): void => {
    const at = kinds.find((kind) => kind === posts.find((post) => post.key === key)?.at) ?? 'school';
    onChange(key === '@applicant' ? { applicant: true } : key === '@superior' ? { superior: true } : { post: key, at });
  };
  return (
    <div className={styles.line}>
      <Select<string>
        className={styles.grow ?? ''}
        aria-label={name}
        value={keyOf(rule)}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={[...others, ...posts.map(({ key, title }) => ({ value: key, label: text(title) }))]}
        onChange={choose}
      />
      {'post' in rule && (
        <Select<string>
          aria-label={t('levelOf', { name })}
          value={rule.at}
          popupMatchSelectWidth={false}
          options={kinds.map((kind) => ({ value: kind as string, label: t(`level-${kind}`) }))}
          onChange={(at) => onChange({ ...rule, at: at as typeof rule.at })}
        />
      )}
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined aria-hidden />}
        aria-label={t('removeNamed', { name })}
        disabled={!isRemovable}
        onClick={() => onChange(undefined)}
      />
      {'post' in rule && isVoting && <VotingPart rule={rule} name={name} onChange={onChange} />}
    </div>
  );
}

type PostRule = Extract<Rule, { post: string }>;

function VotingPart({ rule, name, onChange }: { readonly rule: PostRule; readonly name: string; readonly onChange: (rule: Rule) => void }) {
  const { t } = useTranslation('designer');
  const { each: _each, weight: _weight, ...plain } = rule;
  return (
    <>
      <Checkbox
        checked={rule.each === true}
        onChange={({ target }) =>
          onChange({ ...plain, ...(rule.weight !== undefined && { weight: rule.weight }), ...(target.checked && { each: true }) })
        }
      >
        {t('eachHolder')}
      </Checkbox>
      <InputNumber<number>
        min={1}
        max={1000}
        size="small"
        aria-label={t('weightOf', { name })}
        prefix={t('weight')}
        value={rule.weight ?? null}
        onChange={(weight) => onChange({ ...plain, ...(rule.each && { each: true }), ...(weight !== null && { weight }) })}
      />
    </>
  );
}
