import type { WidgetProps } from '@rjsf/utils';

const problemId = (id: string): string => `${id}__problem`;
const helpId = (id: string): string => `${id}__help`;

export const partIds = { problem: problemId, help: helpId };

/** What every input says of itself: its name, whether it is wrong, where its help and its faults stand. */
export function ariaOf({ id, label, rawErrors = [], schema }: WidgetProps) {
  const isWrong = rawErrors.length > 0;
  const described = [schema.description !== undefined && helpId(id), isWrong && problemId(id)].filter((part) => part !== false);
  return {
    'aria-label': label,
    ...(isWrong && { 'aria-invalid': true as const }),
    ...(described.length > 0 && { 'aria-describedby': described.join(' ') }),
  };
}

export const statusOf = ({ rawErrors = [] }: WidgetProps): 'error' | '' => (rawErrors.length > 0 ? 'error' : '');
