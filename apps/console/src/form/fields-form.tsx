import type { IChangeEvent } from '@rjsf/core';
// Its front door brings a validator for its own tests along, which makes code at run time.
import Form from '@rjsf/core/lib/components/Form.js';
import { useEffect, useMemo, useState } from 'react';
import { type Fields, normalise } from '#engine';
import type { FormDocument } from '../case/form-fields.ts';
import { useLanguage } from '../words/language.ts';
import { errorsOf, fieldCheckOf, joined, type SaidProblem } from './field-problems.ts';
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
  readonly onChecked?: (problems: readonly SaidProblem[]) => void;
}

const defaults = { arrayMinItems: { populate: 'never' }, emptyObjectFields: 'skipDefaults', constAsDefaults: 'never' } as const;
const none: Values = {};
const nothing: readonly SaidProblem[] = [];

/** A form of a process, filled in: the one way fields are edited. */
export default function FieldsForm(props: FieldsFormProps) {
  const { name, form, access, fields, problems = nothing, isWanted = false, calculated = none, onChange, onChecked } = props;
  const language = useLanguage();
  const shape = useMemo(() => shapeOf(form, access, language), [form, access, language]);
  const check = useMemo(() => fieldCheckOf(shape.schema, language), [shape, language]);
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  const found = useMemo(() => check.of(fields as Fields), [check, fields]);
  useEffect(() => onChecked?.(found), [found, onChecked]);
  const shown = useMemo(() => {
    const idOf = (path: string): string => `${name}${path.replaceAll('/', '_')}`;
    const own = found.filter(({ path }) => isWanted || visited.has(idOf(path)));
    return errorsOf(joined(own, problems));
  }, [found, problems, visited, isWanted, name]);
  const context = useMemo(() => ({ calculated }), [calculated]);
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
      onChange={({ formData }: IChangeEvent<Record<string, unknown>>) => onChange(written(formData ?? none))}
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
