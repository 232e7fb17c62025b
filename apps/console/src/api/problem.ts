import type { components } from './schema.d.ts';

type Problem = components['schemas']['Problem'];

/** A request that was not done, and why, in the reader's language. */
export class ProblemError extends Error implements Problem {
  override readonly name = 'ProblemError';
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly rules: NonNullable<Problem['rules']>;
  readonly fields: NonNullable<Problem['fields']>;
  readonly items: NonNullable<Problem['items']>;
  readonly current: unknown;
  readonly difference: unknown;

  constructor(problem: Problem) {
    super(problem.detail);
    this.type = problem.type;
    this.title = problem.title;
    this.status = problem.status;
    this.detail = problem.detail;
    this.code = problem.code;
    this.rules = problem.rules ?? [];
    this.fields = problem.fields ?? [];
    this.items = problem.items ?? [];
    this.current = problem.current;
    this.difference = problem.difference;
  }

  /** Nobody knows whether it was done: sent again with its key, it has one effect. */
  get isUnanswered(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

/** The problem document of a reply; replies of proxies have none. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const isDocument = response.headers.get('content-type')?.includes('problem+json') === true;
  return isDocument ? new ProblemError((await response.json()) as Problem) : unanswered(response.status);
}

/** Without a detail: the words for it are the console's own. */
export const unanswered = (status = 0): ProblemError =>
  new ProblemError({ type: 'about:blank', title: '', status, detail: '', code: 'connection.lost' });
