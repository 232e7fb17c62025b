import { expect } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { Problem, Reply } from './client.ts';
import { digests } from './tables.ts';

/** Checks that a reply is a problem document (RFC 9457) that helps, and tells nothing of the inside. */
export function expectProblem({ status, headers, body }: Reply, expected: { readonly status: number; readonly code: string }): Problem {
  expect(body).toMatchObject(expected);
  const problem = body as Problem;
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect({ status, type: problem.type }).toEqual({ status: expected.status, type: `urn:shenpi:problem:${expected.code}` });
  expect(problem.title).not.toBe('');
  // A sentence with every gap filled in, and no trace of where in the program it arose.
  expect(problem.detail).toMatch(/^[^{}]+[。.)]$/s);
  expect(JSON.stringify(problem)).not.toMatch(/node_modules|\.ts:\d|at .+ \(|SELECT |INSERT |pg_/);
  return problem;
}

/** Runs something that must not change a row of any table. */
export async function withoutChange<T>(dataSource: DataSource, work: () => Promise<T>): Promise<T> {
  const before = await digests(dataSource);
  const result = await work();
  expect(await digests(dataSource)).toEqual(before);
  return result;
}
