import type { Definition } from '#engine';
import type { CaseRefusal } from './sending.ts';

/** R-AH24-05 and its like: the definition says under which rule and in which words. */
export const duplicateOf = (unique: Definition['unique']): CaseRefusal => ({
  kind: 'refused',
  code: 'case.duplicate',
  ...(unique && { rules: [{ rule: unique.rule, message: unique.message }] }),
});
