import type { WidgetProps } from '@rjsf/utils';
import { InputNumber } from 'antd';
import { ariaOf, statusOf } from './field-aria.ts';

/** A number with its unit. Money has its thousands apart, and its 分. */
export function FigureWidget(props: WidgetProps) {
  const { id, value, schema, onChange, onBlur } = props;
  const isMoney = schema.multipleOf === 0.01;
  return (
    <InputNumber
      id={id}
      {...ariaOf(props)}
      status={statusOf(props)}
      value={figure(value)}
      precision={schema.type === 'integer' ? 0 : undefined}
      formatter={isMoney ? (typed) => inThousands(String(typed ?? '')) : undefined}
      parser={isMoney ? (typed) => Number((typed ?? '').replaceAll(/[,，\s]/g, '')) : undefined}
      suffix={(schema as { 'x-unit'?: string })['x-unit']}
      controls={!isMoney}
      style={{ width: '100%', maxWidth: 240 }}
      onChange={(number) => onChange(number ?? '')}
      onBlur={() => onBlur(id, value)}
    />
  );
}

/** A share from 0 to 1, typed as a percentage. */
export function ShareWidget(props: WidgetProps) {
  const { id, value, onChange, onBlur } = props;
  const share = figure(value);
  return (
    <InputNumber
      id={id}
      {...ariaOf(props)}
      status={statusOf(props)}
      value={share === null ? null : Number((share * 100).toFixed(6))}
      suffix="%"
      style={{ width: '100%', maxWidth: 240 }}
      onChange={(percent) => onChange(percent === null ? '' : Number((percent / 100).toFixed(8)))}
      onBlur={() => onBlur(id, value)}
    />
  );
}

const figure = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const inThousands = (digits: string): string => digits.replace(/^-?\d+/, (whole) => whole.replaceAll(/\B(?=(\d{3})+$)/g, ','));
