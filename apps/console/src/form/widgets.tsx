import type { RegistryWidgetsType, WidgetProps } from '@rjsf/utils';
import { useTranslation } from 'react-i18next';
import { FieldValue } from '../case/field-value.tsx';
import { type FieldSchema, isEmpty } from '../case/form-fields.ts';
import { ChoiceWidget, SeveralWidget, YesNoWidget } from './choice-widgets.tsx';
import { FileWidget } from './file-widget.tsx';
import styles from './form.module.css';
import { FigureWidget, ShareWidget } from './number-widgets.tsx';
import { CellTextWidget, DateWidget, LineWidget, LongTextWidget, MonthWidget } from './text-widgets.tsx';

/** What is reckoned from the other fields, as far as they tell. */
function CalculatedWidget({ id, name, schema, registry }: WidgetProps) {
  const { t } = useTranslation('form');
  const { calculated } = registry.formContext as { readonly calculated: Readonly<Record<string, unknown>> };
  const value = calculated[name];
  return (
    <div id={id} className={styles.calculated}>
      {isEmpty(value) ? <span className={styles.faint}>{t('reckoned')}</span> : <FieldValue schema={schema as FieldSchema} value={value} />}
    </div>
  );
}

export const widgets: RegistryWidgetsType = {
  line: LineWidget,
  longText: LongTextWidget,
  cellText: CellTextWidget,
  date: DateWidget,
  month: MonthWidget,
  figure: FigureWidget,
  share: ShareWidget,
  choice: ChoiceWidget,
  several: SeveralWidget,
  yesNo: YesNoWidget,
  file: FileWidget,
  calculated: CalculatedWidget,
};
