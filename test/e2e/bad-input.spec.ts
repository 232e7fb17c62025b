import { request } from 'node:http';
import { expect, it } from '@jest/globals';
import type { InstanceView } from '#case';
import { argumentFields } from '../../config/demo/admission.ts';
import { certificateAdmission } from '../../workflows/certificate-admission/definition.ts';
import { startApi } from '../support/api.ts';
import { json, type Reply, type Sent, send } from '../support/client.ts';
import { decide, decided, minutes, pdf, startAdmission, submittedAdmission, taskOf, viewOf } from '../support/office.ts';
import { expectProblem, withoutChange } from '../support/refusing.ts';

// Without background jobs nothing but a request can change a row.
const api = await startApi({ environment: { SHENPI_WORKER: 'false' } });
const [lead, meeting, affairs, otherLead, wuhu, admin] = await api.signInAll(
  'jh-xx-fuzeren',
  'jh-xx-lianxihui',
  'jh-jiaowu',
  'lz-jx-fuzeren',
  'wuhu',
  'admin',
);

const draft = await startAdmission(lead, 'X002');
const draftTask = taskOf(await viewOf(lead, draft));
const argued = await startAdmission(lead, 'X004');
const decidedTask = taskOf(await viewOf(lead, argued));
await decided(lead, argued, { outcome: 'submit' });
const arguing = taskOf(await viewOf(meeting, argued));
const foreign = await submittedAdmission(otherLead, 'X002');
const foreignTask = `${foreign}.1`;
const othersFile = await minutes(affairs, '别人的纪要');
const key = 'this-key-has-been-used';
await lead.patch(`tasks/${draftTask}/form`, { formVersion: 1, fields: { lead: '新负责人' } }, key);

const nobody = '01890000-0000-7000-8000-000000000000';
const submit = { outcome: 'submit', formVersion: 2 };
const nested = (levels: number): string => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);
const start = (fields: unknown, organisation = lead.at('certificate-lead')) =>
  lead.post('instances', { definition: 'certificate-admission', organisation, fields });
const save = (fields: unknown) => lead.patch(`tasks/${draftTask}/form`, { formVersion: 2, fields });
const raw = (body: string, contentType = 'application/json') =>
  lead.send('POST', 'instances', { headers: { 'content-type': contentType }, body });
const anonymous = (method: string, path: string, sent?: Sent) => send(api.url, method, path, sent);
const publish = (change: object) => admin.post('definitions', { document: { ...certificateAdmission, ...change } });
const form = (name: string, content: string, field = 'file', more = '') =>
  lead.send('POST', 'attachments', {
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    body: `--b\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\n\r\n${content}\r\n${more}--b--\r\n`,
  });

/**
 * A body that says how long it will be and never ends: the server has to refuse it by its announced length. Sent in full,
 * the reply could be lost to the connection's being closed meanwhile.
 */
function announced(bytes: number): Promise<Reply> {
  const headers = { ...lead.headers, 'content-type': 'application/json', 'content-length': bytes };
  return new Promise((resolve, reject) => {
    const outgoing = request(`${api.url}/api/instances`, { method: 'POST', headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        outgoing.destroy();
        const contentType = incoming.headers['content-type'] ?? '';
        const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
        resolve({ status: incoming.statusCode ?? 0, headers: new Headers({ 'content-type': contentType }), body });
      });
    });
    outgoing.on('error', reject);
    outgoing.write('{"cooperation":"');
  });
}

type Case = readonly [name: string, attempt: () => Promise<Reply>, status: number, code: string];

const aboutCases: Case[] = [
  ['a task that is not there', () => lead.post(`tasks/${nobody}.1/decisions`, submit), 404, 'task.unknown'],
  ['a task number that is not there', () => lead.post(`tasks/${draft}.999/decisions`, submit), 404, 'task.unknown'],
  ['a task id that is none', () => lead.post('tasks/1 OR 1=1/decisions', submit), 404, 'task.unknown'],
  ['a case of another school', () => lead.get(`instances/${foreign}`), 404, 'instance.unknown'],
  ['its history', () => lead.get(`instances/${foreign}/history`), 404, 'instance.unknown'],
  ['its verification', () => lead.get(`instances/${foreign}/verification`), 404, 'instance.unknown'],
  ['its withdrawal', () => lead.post(`instances/${foreign}/withdrawal`, { comment: '撤回' }), 404, 'instance.unknown'],
  ['a remark on it', () => lead.post(`instances/${foreign}/comments`, { comment: '看看' }), 404, 'instance.unknown'],
  ['its task', () => lead.get(`tasks/${foreignTask}`), 404, 'task.unknown'],
  ['a decision in it', () => lead.post(`tasks/${foreignTask}/decisions`, submit), 404, 'task.unknown'],
  ['a form of it', () => lead.patch(`tasks/${foreignTask}/form`, { formVersion: 1, fields: { lead: '我' } }), 404, 'task.unknown'],
  ['a case of another city’s school', () => wuhu.get(`instances/${draft}`), 404, 'instance.unknown'],
  ['an organisation of somebody else', () => start({}, otherLead.at('certificate-lead')), 403, 'start.not-allowed'],
  ['an organisation that is not there', () => start({}, nobody), 404, 'organisation.unknown'],
  ['an organisation of another level', () => start({}, affairs.at('academic-affairs')), 404, 'organisation.unknown'],
  ['a process that is not there', () => lead.post('instances', { definition: 'none', organisation: nobody }), 404, 'definition.unknown'],
  ['a certificate that is asked for already', () => start({ certificate: 'X002' }), 409, 'case.duplicate'],
  ['a task that was decided', () => lead.post(`tasks/${decidedTask}/decisions`, { ...submit, formVersion: 1 }), 409, 'task.closed'],
  ['somebody else’s task', () => lead.post(`tasks/${arguing}/decisions`, { outcome: 'approve', formVersion: 1 }), 403, 'task.not-yours'],
  [
    'an outcome the step does not know',
    () => lead.post(`tasks/${draftTask}/decisions`, { ...submit, outcome: 'approve' }),
    422,
    'outcome.unknown',
  ],
  ['a stale form', () => lead.post(`tasks/${draftTask}/decisions`, { ...submit, formVersion: 1 }), 409, 'form.stale'],
  ['a form of the future', () => lead.patch(`tasks/${draftTask}/form`, { formVersion: 99, fields: { lead: '我' } }), 409, 'form.stale'],
  [
    'a return without a reason',
    () => meeting.post(`tasks/${arguing}/decisions`, { outcome: 'return', formVersion: 1 }),
    422,
    'comment.required',
  ],
  ['a withdrawal that has come too late', () => lead.post(`instances/${argued}/withdrawal`, { comment: '撤回' }), 409, 'withdraw.not-now'],
  [
    'a withdrawal by somebody else',
    () => affairs.post(`instances/${draft}/withdrawal`, { comment: '撤回' }),
    403,
    'withdraw.not-applicant',
  ],
  [
    'a used key with another body',
    () => lead.patch(`tasks/${draftTask}/form`, { formVersion: 2, fields: { lead: '他' } }, key),
    422,
    'idempotency.key-reused',
  ],
  ['a used key at another address', () => lead.post(`tasks/${draftTask}/decisions`, submit, key), 422, 'idempotency.key-reused'],
  [
    'an attachment of somebody else',
    () => lead.post(`instances/${draft}/comments`, { comment: '见附件', attachments: [othersFile] }),
    404,
    'attachment.unknown',
  ],
  ['somebody else’s file', () => lead.get(`attachments/${othersFile}`), 404, 'attachment.unknown'],
  ['a file that is not there', () => lead.get(`attachments/${nobody}`), 404, 'attachment.unknown'],
  ['a register that is not there', () => lead.get('registers/constructor'), 404, 'register.unknown'],
  ['a register named like a method', () => lead.get('registers/__proto__'), 404, 'register.unknown'],
  ['a process named like a method', () => lead.get('definitions/__proto__'), 404, 'definition.unknown'],
  ['an incident that is not there', () => admin.post(`incidents/${nobody}/retry`), 404, 'incident.unknown'],
  ['incidents by somebody without the post', () => lead.get('incidents'), 403, 'permission.missing'],
  ['a retry by somebody without the post', () => lead.post(`incidents/${nobody}/retry`), 403, 'permission.missing'],
  [
    'a publication by somebody without the post',
    () => lead.post('definitions', { document: certificateAdmission }),
    403,
    'permission.missing',
  ],
  ['a verification by somebody without the post', () => lead.post('definitions/verification', { document: {} }), 403, 'permission.missing'],
];

const aboutRequests: Case[] = [
  ['10 MB of JSON', () => announced(10 * 1024 * 1024), 413, 'request.too-large'],
  ['100 levels of nesting', () => raw(nested(100)), 400, 'request.too-deep'],
  ['100 levels of lists', () => raw(`${'['.repeat(100)}1${']'.repeat(100)}`), 400, 'request.too-deep'],
  ['100 000 levels of nesting', () => raw(nested(100_000)), 400, 'request.too-deep'],
  ['JSON that breaks off', () => raw('{"definition":'), 400, 'request.malformed'],
  ['no JSON at all', () => raw('definition=x'), 400, 'request.malformed'],
  ['an empty body', () => raw(''), 400, 'request.malformed'],
  ['a body of another type', () => raw('<start/>', 'application/xml'), 415, 'request.media-type'],
  ['a form where JSON is wanted', () => raw('definition=x', 'application/x-www-form-urlencoded'), 415, 'request.media-type'],
  ['JSON where a file is wanted', () => lead.post('attachments', { file: 'x' }), 415, 'request.media-type'],
  ['a list where an object is wanted', () => raw('[]'), 400, 'request.invalid'],
  ['null', () => raw('null'), 400, 'request.invalid'],
  ['a key __proto__', () => raw('{"__proto__":{"isAdmin":true}}'), 400, 'request.malformed'],
  ['a key constructor', () => raw('{"constructor":{"prototype":{"isAdmin":true}}}'), 400, 'request.malformed'],
  ['a field constructor', () => save({ constructor: 1 }), 400, 'request.name-reserved'],
  ['a field prototype within a field', () => save({ team: [{ prototype: 1 }] }), 400, 'request.name-reserved'],
  ['NUL in a text', () => save({ cooperation: 'a\u0000b' }), 400, 'request.text-invalid'],
  ['half a character in a text', () => save({ cooperation: 'a\ud800' }), 400, 'request.text-invalid'],
  ['NUL in a name', () => save({ 'a\u0000b': 1 }), 400, 'request.text-invalid'],
  ['half a character in a name', () => save({ '\udc00': 1 }), 400, 'request.text-invalid'],
  ['an address too long', () => lead.get(`definitions/${'x'.repeat(5000)}`), 404, 'route.unknown'],
  ['a field toString', () => save({ toString: 'x' }), 422, 'form.invalid'],
  ['a field that is not there', () => save({ certificat: 'X003' }), 422, 'form.invalid'],
  ['a field that others fill in', () => save({ expertOpinion: '同意' }), 422, 'form.field-not-writable'],
  ['a field that is reckoned', () => save({ builtRatio: 1 }), 422, 'form.field-not-writable'],
  ['a property nobody knows', () => lead.post(`tasks/${draftTask}/decisions`, { ...submit, isAdmin: true }), 400, 'request.invalid'],
  ['an address that is not there', () => lead.get('nothing'), 404, 'route.unknown'],
  ['an address outside the API', () => anonymous('GET', '/admin.php'), 404, 'route.unknown'],
  ['a way out of the folder', () => anonymous('GET', '/api/docs/..%2f..%2fpackage.json'), 404, 'route.unknown'],
  ['a method that is not there', () => lead.send('PUT', 'tasks'), 404, 'route.unknown'],
  ['a cursor of nobody', () => lead.get('tasks?after=x'), 400, 'page.cursor-invalid'],
  [
    'a cursor with SQL in it',
    () => lead.get(`tasks/decided?after=${Buffer.from("2024-01-01'; DROP").toString('base64url')}`),
    400,
    'page.cursor-invalid',
  ],
  ['a limit of none', () => lead.get('tasks?limit=0'), 400, 'request.invalid'],
  ['a limit that is no number', () => lead.get('instances?limit=all'), 400, 'request.invalid'],
  ['a limit beyond numbers', () => lead.get('instances?limit=1e400'), 400, 'request.invalid'],
  ['two limits', () => lead.get('tasks?limit=1&limit=2'), 400, 'request.invalid'],
  ['two cursors', () => lead.get('instances?after=a&after=b'), 400, 'request.invalid'],
  ['a notice before nothing', () => lead.get('notices?before=x'), 400, 'request.invalid'],
  ['a due time in February’s thirtieth', () => lead.get('tasks?dueUntil=2024-02-30T00:00:00Z'), 400, 'request.invalid'],
  ['an empty step', () => lead.get('tasks?step='), 400, 'request.invalid'],
  ['two organisations', () => lead.get(`tasks?organisation=${nobody}&organisation=${nobody}`), 400, 'request.invalid'],
  ['NUL in the query', () => lead.get('tasks?after=%00'), 400, 'request.text-invalid'],
  ['NUL in the path', () => lead.get('definitions/a%00b'), 400, 'request.text-invalid'],
  ['half a character in the path', () => lead.get('registers/%ED%A0%80'), 400, 'request.text-invalid'],
  ['half a character in the query', () => lead.get('tasks?after=%ED%A0%80'), 400, 'request.text-invalid'],
  ['a percent sign alone', () => lead.get('definitions/%'), 400, 'request.text-invalid'],
  ['a percent sign alone in the query', () => lead.get('tasks?limit=%E0%A4%A'), 400, 'request.text-invalid'],
  ['a key of 201 characters', () => lead.post(`tasks/${draftTask}/decisions`, submit, 'k'.repeat(201)), 400, 'request.idempotency-key'],
  ['a key with a space', () => lead.post(`tasks/${draftTask}/decisions`, submit, 'two words'), 400, 'request.idempotency-key'],
  ['an empty key', () => lead.post(`tasks/${draftTask}/decisions`, submit, ''), 400, 'request.idempotency-key'],
];

const csrf = (token: Record<string, string>) =>
  anonymous('POST', '/api/notices/read', {
    headers: { cookie: lead.cookie, 'content-type': 'application/json', ...token },
    body: '{"notices":"all"}',
  });
const from = (headers: Record<string, string>) =>
  lead.send('POST', 'notices/read', { ...json({ notices: 'all' }), headers: { 'content-type': 'application/json', ...headers } });

const aboutSessions: Case[] = [
  ['no session', () => anonymous('GET', '/api/tasks'), 401, 'session.missing'],
  ['a session nobody has', () => anonymous('GET', '/api/tasks', { headers: { cookie: 'shenpi=made-up' } }), 401, 'session.missing'],
  ['a cookie with SQL in it', () => anonymous('GET', '/api/tasks', { headers: { cookie: `shenpi=' OR 1=1 --` } }), 401, 'session.missing'],
  ['no CSRF token', () => csrf({}), 403, 'session.csrf'],
  ['a wrong CSRF token', () => csrf({ 'x-csrf-token': 'x' }), 403, 'session.csrf'],
  ['the CSRF token of another session', () => csrf({ 'x-csrf-token': meeting.session.csrfToken }), 403, 'session.csrf'],
  ['a page of another site', () => from({ origin: 'https://evil.example' }), 403, 'session.cross-site'],
  ['a page of nowhere', () => from({ origin: 'null' }), 403, 'session.cross-site'],
  ['a request that another site has the browser send', () => from({ 'sec-fetch-site': 'cross-site' }), 403, 'session.cross-site'],
  ['a request of a neighbour', () => from({ 'sec-fetch-site': 'same-site' }), 403, 'session.cross-site'],
  [
    'a sign-in from another site',
    () =>
      anonymous('POST', '/api/session', {
        headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
        body: '{"account":"admin","password":"x"}',
      }),
    403,
    'session.cross-site',
  ],
  ['a sign-in without a password', () => anonymous('POST', '/api/session', json({ account: 'admin' })), 400, 'request.invalid'],
  ['a sign-in of nobody', () => anonymous('POST', '/api/session', json({ account: `' OR 1=1 --`, password: 'x' })), 401, 'sign-in.failed'],
  [
    'an account with NUL in it',
    () => anonymous('POST', '/api/session', json({ account: 'a\u0000', password: 'x' })),
    400,
    'request.text-invalid',
  ],
];

const aboutFiles: Case[] = [
  ['a page of HTML named as a PDF', () => form('纪要.pdf', '<html><script>alert(1)</script>'), 415, 'attachment.mismatch'],
  ['a PDF named as a picture', () => form('盖章.png', pdf), 415, 'attachment.mismatch'],
  ['a picture named as text', () => form('说明.txt', '\u0089PNG\r\n\u001a\n'), 415, 'attachment.mismatch'],
  ['a program', () => form('setup.exe', 'MZ'), 415, 'attachment.unwanted'],
  ['a page of HTML', () => form('page.html', '<html>'), 415, 'attachment.unwanted'],
  ['a file without a name', () => form('', pdf), 422, 'attachment.name-invalid'],
  ['a name with a control character', () => form('纪要\u007f.pdf', pdf), 422, 'attachment.name-invalid'],
  ['a name too long', () => form(`${'长'.repeat(200)}.pdf`, pdf), 422, 'attachment.name-invalid'],
  ['an empty file', () => form('空.pdf', ''), 422, 'attachment.empty'],
  [
    'no file at all',
    () => lead.send('POST', 'attachments', { headers: { 'content-type': 'multipart/form-data; boundary=b' }, body: '--b--\r\n' }),
    422,
    'attachment.empty',
  ],
  [
    'a form that breaks off',
    () =>
      lead.send('POST', 'attachments', {
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
        body: '--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF',
      }),
    400,
    'request.multipart-malformed',
  ],
  [
    'a form without a boundary',
    () => lead.send('POST', 'attachments', { headers: { 'content-type': 'multipart/form-data' }, body: 'x' }),
    400,
    'request.multipart-malformed',
  ],
  [
    'a field instead of a file',
    () =>
      lead.send('POST', 'attachments', {
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
        body: '--b\r\ncontent-disposition: form-data; name="file"\r\n\r\nx\r\n--b--\r\n',
      }),
    400,
    'request.refused',
  ],
];

const aboutDefinitions: Case[] = [
  ['a document that is none', () => admin.post('definitions', { document: {} }), 422, 'definition.faulty'],
  ['a document of another format', () => publish({ format: 2 }), 422, 'definition.faulty'],
  ['a machine without states', () => publish({ machine: { initial: 'draft', states: {} } }), 422, 'definition.faulty'],
  [
    'a rule that does not read',
    () => publish({ unique: { ...certificateAdmission.unique, by: ['form.nothing +'] } }),
    422,
    'definition.faulty',
  ],
  ['a key with a slash', () => publish({ key: '../etc' }), 422, 'definition.faulty'],
  ['a document that is text', () => admin.post('definitions', { document: 'x' }), 400, 'request.invalid'],
];

it.each([...aboutCases, ...aboutRequests, ...aboutSessions, ...aboutFiles, ...aboutDefinitions])(
  '%s is refused and changes nothing',
  async (_, attempt, status, code) => {
    expectProblem(await withoutChange(api.dataSource, attempt), { status, code });
  },
);

it('headers longer than anybody needs are refused before they are read', async () => {
  const reply = await withoutChange(api.dataSource, () => lead.send('GET', 'tasks', { headers: { 'x-long': 'x'.repeat(20_000) } }));
  expect(reply.status).toBe(431);
});

it('a form that breaks its schema is refused with the path of every fault', async () => {
  const fields = { levels: ['beginner'], requiredItems: 0, industryFit: 6, team: [1], majors: ['000000'] };
  const problem = expectProblem(await withoutChange(api.dataSource, () => save(fields)), { status: 422, code: 'form.invalid' });
  expect(problem.fields?.map(({ path }) => path).sort()).toEqual(['/builtRatio', '/industryFit', '/levels/0', '/requiredItems', '/team/0']);
  for (const { message } of problem.fields ?? []) expect(message).not.toBe('');
});

it('a guard that says no names its rule, in the caller’s language', async () => {
  const fields = { builtItems: 1, planMatchRatio: 0.1 };
  const inChinese = await withoutChange(api.dataSource, () => decide(lead, draft, { outcome: 'submit', fields }));
  expect(expectProblem(inChinese, { status: 422, code: 'rule.broken' }).rules).toMatchObject([
    { rule: 'R-NC21-10', message: expect.stringContaining('80%') },
  ]);
  const inEnglish = await withoutChange(api.dataSource, () => decide(lead.speaking('en-GB'), draft, { outcome: 'submit', fields }));
  expect(expectProblem(inEnglish, { status: 422, code: 'rule.broken' }).detail).toMatch(/build first.*R-NC21-10/);
});

it('a body too deep inside a field, a document faulty at a place: the place is said', async () => {
  const states = { ...(certificateAdmission.machine['states'] as object), approved: { on: { sign: 'nowhere' } } };
  const reply = await withoutChange(api.dataSource, () => publish({ machine: { ...certificateAdmission.machine, states } }));
  const problem = expectProblem(reply, { status: 422, code: 'definition.faulty' });
  expect(problem.problems?.map(({ pointer }) => pointer)).toContain('/machine/states/approved/on/sign');
  const found = await admin.post<{ problems: unknown[] }>('definitions/verification', {
    document: { ...certificateAdmission, machine: { ...certificateAdmission.machine, states } },
  });
  expect(found).toMatchObject({ status: 200, body: { problems: problem.problems?.map(({ code, pointer }) => ({ code, pointer })) } });
});

const fragments = [
  `'; DROP TABLE instance; --`,
  `' OR '1'='1`,
  '{form.certificate}',
  '${7*7}',
  '{{7*7}}',
  '<%= 7*7 %>',
  '#{7*7}',
  '<script>alert(1)</script>',
  '\\u0000',
  '%s%n',
  '../../etc/passwd',
];

it('fragments of SQL, templates and HTML are texts like any other where a text belongs', async () => {
  let { form: before } = await viewOf(lead, draft);
  for (const fragment of fragments) {
    const saved = await lead.patch(`tasks/${draftTask}/form`, {
      formVersion: before.version,
      fields: { cooperation: fragment, team: [fragment] },
    });
    expect(saved.status).toBe(200);
    expect((await lead.post(`instances/${draft}/comments`, { comment: fragment })).status).toBe(201);
    const view = await viewOf(lead, draft);
    expect(view.form.fields).toMatchObject({ cooperation: fragment, team: [fragment] });
    expect(view.title.zh).toBe('Web前端开发证书准入（信息工程系）');
    before = view.form;
  }
  const { body } = await lead.get<{ lines: { comment?: string }[] }>(`instances/${draft}/history`);
  expect(body.lines.flatMap(({ comment }) => comment ?? [])).toEqual(fragments);
});

it('and name nothing where a name belongs', async () => {
  for (const fragment of fragments.map(encodeURIComponent)) {
    const paths = ['tasks/', 'instances/', 'definitions/', 'registers/', 'attachments/'].map((path) => `${path}${fragment}`);
    for (const path of paths) expect((await withoutChange(api.dataSource, () => lead.get(path))).status).toBe(404);
  }
});

it('a file somebody else attached cannot be named in a form', async () => {
  const fields = argumentFields(othersFile);
  const reply = await withoutChange(api.dataSource, () =>
    meeting.post(`tasks/${arguing}/decisions`, { outcome: 'approve', formVersion: 1, fields }),
  );
  expectProblem(reply, { status: 404, code: 'attachment.unknown' });
});

it('an overtaken decision brings the case as it is now', async () => {
  const reply = await lead.post<{ current: InstanceView }>(`tasks/${decidedTask}/decisions`, { ...submit, formVersion: 1 });
  expect(reply.body.current).toMatchObject({ id: argued, states: [{ path: 'expertArgument' }] });
});
