import type { IChangeEvent } from '@rjsf/core';
// Its front door brings a validator for its own tests along, which makes code at run time.
import Form from '@rjsf/core/lib/components/Form.js';
import { useEffect, useMemo, useState } from 'react';
import { type Fields, normalise } from '#engine';
import type { FormDocument } from '../case/form-fields.ts';
import { useLanguage } from '../words/language.ts';
import { errorsOf, fieldCheckOf, joined, type SaidProblem } from './field-problems.ts';
import { useFollower, useSameRules, without } from './following.ts';
import { type Access, shapeOf } from './shape.ts';
import { templates } from './templates.tsx';
import { validator } from './validator.ts';
import { widgets } from './widgets.tsx';

export type Values = Readonly<Record<string, unknown>>;

export interface FieldsFormProps {
  /** Of its inputs, so that several forms may stand on a page. */
  readonly name: string;
  readonly form: FormDocument;
  readonly access: Access;
  readonly fields: Values;
  /** What the server says is wrong with them. */
  readonly problems?: readonly SaidProblem[];
  /** Whether it is wanted now: then it is also said what is missing where nobody has been yet. */
  readonly isWanted?: boolean;
  /** What the server reckons from them. */
  readonly calculated?: Values;
  /** Every field that is not empty. */
  readonly onChange: (fields: Fields) => void;
  /** What is wrong or missing, shown or not. */
  readonly onChecked?: (checked: Checked) => void;
}

export interface Checked {
  readonly problems: readonly SaidProblem[];
  /** How many fields are wanted of those that are shown. */
  readonly wanted: number;
}

const defaults = { arrayMinItems: { populate: 'never' }, emptyObjectFields: 'skipDefaults', constAsDefaults: 'never' } as const;
const none: Values = {};
const nothing: readonly SaidProblem[] = [];

/** A form of a process, filled in: the one way fields are edited. */
export default function FieldsForm(props: FieldsFormProps) {
  const { name, form, access, fields, problems = nothing, isWanted = false, calculated = none, onChange, onChecked } = props;
  const language = useLanguage();
  const follower = useFollower(form);
  const follows = useMemo(() => follower?.(fields as Fields, calculated as Fields), [follower, fields, calculated]);
  const rules = useSameRules(follows);
  const shape = useMemo(() => shapeOf(form, access, language, rules), [form, access, language, rules]);
  const check = useMemo(() => fieldCheckOf(shape.schema, language), [shape, language]);
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  const found = useMemo(() => check.of(fields as Fields), [check, fields]);
  useEffect(() => onChecked?.({ problems: found, wanted: shape.schema.required?.length ?? 0 }), [found, shape, onChecked]);
  useEffect(() => {
    const astray = problems.flatMap(({ path, code }) => (code === 'not-applicable' ? [path.slice(1)] : []));
    if (astray.some((field) => fields[field] !== undefined)) onChange(without(fields as Fields, astray));
  }, [problems, fields, onChange]);
  const shown = useMemo(() => {
    const idOf = (path: string): string => `${name}${path.replaceAll('/', '_')}`;
    const own = found.filter(({ path }) => isWanted || visited.has(idOf(path)));
    return errorsOf(joined(own, problems));
  }, [found, problems, visited, isWanted, name]);
  const context = useMemo(() => ({ calculated: { ...calculated, ...follows?.fields } }), [calculated, follows]);
  const take = (typed: Values): void => {
    const next = written(typed);
    const absent = [...(follower?.(next, calculated as Fields).absent ?? [])];
    // What the server has let apply stays until it says otherwise: only what was emptied by this is left out.
    onChange(
      without(
        next,
        absent.filter((field) => rules?.absent.has(field) !== true),
      ),
    );
  };
  return (
    <Form<Record<string, unknown>>
      tagName="div"
      idPrefix={name}
      schema={shape.schema}
      uiSchema={shape.ui}
      formData={fields}
      formContext={context}
      extraErrors={shown}
      validator={validator}
      templates={templates}
      widgets={widgets}
      noValidate
      noHtml5Validate
      showErrorList={false}
      experimental_defaultFormStateBehavior={defaults}
      onChange={({ formData }: IChangeEvent<Record<string, unknown>>) => take(formData ?? none)}
      onBlur={(id) => setVisited((before) => (before.has(id) ? before : new Set([...before, id])))}
    >
      <></>
    </Form>
  );
}

/** A new line has no cells yet, and is a line all the same. */
function written(fields: Values): Fields {
  const lines = Object.entries(fields).map(([field, value]) => [field, Array.isArray(value) ? value.map((item) => item ?? {}) : value]);
  return normalise(Object.fromEntries(lines) as Fields);
}
