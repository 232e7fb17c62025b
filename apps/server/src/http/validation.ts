import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { z } from 'zod';
import type { FieldProblem } from '#engine';
import { type Refusal, RefusedError } from '#platform';
import type { Particulars } from '../problem/problem.ts';

/** Checks bodies and queries against the schema of their parameter and says, for every part, what is wrong with it. */
export const validation = (): StandardSchemaValidationPipe =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => {
      const fields = (issues as readonly z.core.$ZodIssue[]).flatMap(fieldsOf).slice(0, 100);
      return new RefusedError({ kind: 'refused', code: 'request.invalid', fields } as Refusal & Particulars);
    },
  });

function fieldsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = `/${issue.path.map((key) => String(key).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
  switch (issue.code) {
    case 'invalid_type':
      // Zod says only in its sentence that there was nothing there at all.
      return [issue.message.endsWith('received undefined') ? { path, code: 'required' } : { path, code: 'type', expected: issue.expected }];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: `${path === '/' ? '' : path}/${key}`, code: 'unknown' }));
    case 'too_small':
      return [
        {
          path,
          code: issue.origin === 'string' ? 'too-short' : issue.origin === 'array' ? 'too-few' : 'too-small',
          expected: Number(issue.minimum),
        },
      ];
    case 'too_big':
      return [
        {
          path,
          code: issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'too-large',
          expected: Number(issue.maximum),
        },
      ];
    case 'invalid_format':
      return [{ path, code: 'format', expected: issue.format }];
    case 'invalid_value':
      return [{ path, code: 'choice' }];
    default:
      return [{ path, code: 'type', expected: 'valid' }];
  }
}
