import createFetchClient, { type Middleware } from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import { useSession } from '../session/session.ts';
import { languageTag } from '../words/language.ts';
import { answered, keyOf } from './intents.ts';
import { problemOf, unanswered } from './problem.ts';
import type { paths } from './schema.d.ts';

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD';

const intentOf = async (request: Request): Promise<string> => `${request.method} ${request.url} ${await request.clone().text()}`;

const intents = new WeakMap<Request, string>();

/** By which session a request was sent: that one of before has ended says nothing of this one. */
const sessions = new WeakMap<Request, string>();

const inOurWay: Middleware = {
  async onRequest({ request }) {
    const { csrfToken } = useSession.getState();
    sessions.set(request, csrfToken);
    request.headers.set('accept-language', languageTag());
    if (isSafe(request.method)) return request;
    request.headers.set('x-csrf-token', csrfToken);
    const intent = await intentOf(request);
    intents.set(request, intent);
    request.headers.set('idempotency-key', keyOf(intent));
    return request;
  },
  async onResponse({ request, response }) {
    const problem = response.ok ? undefined : await problemOf(response);
    const intent = intents.get(request);
    if (intent !== undefined && problem?.isUnanswered !== true) answered(intent);
    if (problem === undefined) return response;
    const { csrfToken, expire } = useSession.getState();
    if (problem.code === 'session.missing' && sessions.get(request) === csrfToken) expire();
    throw problem;
  },
  onError({ error }) {
    const isAborted = error instanceof DOMException && error.name === 'AbortError';
    return isAborted ? error : unanswered();
  },
};

/** The server, as its OpenAPI document describes it. What it refuses is thrown as a ProblemError. */
export const server = createFetchClient<paths>({ credentials: 'same-origin' });
server.use(inOurWay);

/** The same with react-query: `api.useQuery('get', '/api/tasks', …)`, `api.useMutation('post', …)`. */
export const api = createQueryClient(server);
