import type { WidgetProps } from '@rjsf/utils';
import { Input } from 'antd';
import { ariaOf, statusOf } from './field-aria.ts';

const shown = (value: unknown): string => (typeof value === 'string' ? value : '');
const typed = (text: string): string | undefined => (text === '' ? undefined : text);

export function LineWidget(props: WidgetProps) {
  const { id, value, schema, onChange, onBlur } = props;
  return (
    <Input
      id={id}
      {...ariaOf(props)}
      status={statusOf(props)}
      value={shown(value)}
      maxLength={schema.maxLength}
      onChange={({ target }) => onChange(typed(target.value))}
      onBlur={() => onBlur(id, value)}
    />
  );
}

export const LongTextWidget = (props: WidgetProps) => <TextArea {...props} rows={3} />;
export const CellTextWidget = (props: WidgetProps) => <TextArea {...props} rows={1} />;

/** With how much of the room is used, once it is more than half. */
function TextArea({ rows, ...props }: WidgetProps & { readonly rows: number }) {
  const { id, value, schema, onChange, onBlur } = props;
  const { maxLength = 0 } = schema;
  return (
    <Input.TextArea
      id={id}
      {...ariaOf(props)}
      status={statusOf(props)}
      value={shown(value)}
      maxLength={schema.maxLength}
      showCount={shown(value).length > maxLength / 2}
      autoSize={{ minRows: rows, maxRows: 14 }}
      onChange={({ target }) => onChange(typed(target.value))}
      onBlur={() => onBlur(id, value)}
    />
  );
}

export const DateWidget = (props: WidgetProps) => <DayInput {...props} kind="date" />;
export const MonthWidget = (props: WidgetProps) => <DayInput {...props} kind="month" />;

/** The browser's own: known to its users, and good on phones. */
function DayInput({ kind, ...props }: WidgetProps & { readonly kind: 'date' | 'month' }) {
  const { id, value, onChange, onBlur } = props;
  return (
    <Input
      id={id}
      {...ariaOf(props)}
      status={statusOf(props)}
      type={kind}
      value={shown(value)}
      style={{ maxWidth: 200 }}
      onChange={({ target }) => onChange(typed(target.value))}
      onBlur={() => onBlur(id, value)}
    />
  );
}
