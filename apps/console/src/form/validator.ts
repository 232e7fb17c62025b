import { type Schema, Validator } from '@cfworker/json-schema';
import type { ValidatorType } from '@rjsf/utils';

/**
 * What react-jsonschema-form asks to choose between branches of a schema. Without code made at run time, which our
 * Content-Security-Policy forbids. What is wrong with the fields is said by field-problems.ts.
 */
export const validator: ValidatorType<Record<string, unknown>> = {
  isValid: (schema, fields, root) => new Validator({ $defs: root.$defs, ...schema } as Schema, '2020-12').validate(fields).valid,
  rawValidation: () => ({ errors: [] }),
  validateFormData: () => ({ errors: [], errorSchema: {} }),
};
