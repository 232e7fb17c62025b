import { caseTexts } from '#case';
import { directoryTexts } from '#directory';
import { refusalTexts } from '#engine';
import { noticeRefusalTexts } from '#notice';
import { pilotTexts } from '#pilot';
import { platformTexts } from '#platform';
import { reportingTexts } from '#reporting';

/** What is refused at the edge, before any library is asked. */
const edgeTexts = {
  'session.missing': { zh: '请先登录。', en: 'Please sign in.' },
  'session.csrf': {
    zh: '请求缺少有效的 X-CSRF-Token。请刷新页面后重试。',
    en: 'The request has no valid X-CSRF-Token. Reload the page and try again.',
  },
  'session.cross-site': { zh: '不接受来自其他网站的请求。', en: 'Requests from other sites are not accepted.' },
  'request.malformed': { zh: '请求内容不是有效的 JSON。', en: 'The body is not valid JSON.' },
  'request.invalid': {
    zh: '请求有 {count} 处不符合要求，见各字段的说明。',
    en: '{count} part(s) of the request do not fit; see each of them.',
  },
  'upload.unfinished': {
    zh: '文件还没有传完，请继续上传。',
    en: 'Not all of the file has come yet. Go on with the upload.',
  },
  'request.too-large': { zh: '请求内容超过 {limit}。', en: 'The body is larger than {limit}.' },
  'request.too-deep': { zh: '请求内容嵌套超过 {limit} 层。', en: 'The body is nested deeper than {limit} levels.' },
  'request.text-invalid': {
    zh: '请求中的文字含有无法保存的字符（空字符或不完整的 UTF-16）。',
    en: 'A text in the request has characters that cannot be kept (NUL or half a UTF-16 pair).',
  },
  'request.name-reserved': { zh: '名称“{name}”被保留，不能使用。', en: 'The name "{name}" is reserved and cannot be used.' },
  'request.multipart-malformed': {
    zh: '上传的内容不完整或格式有误。请重新上传。',
    en: 'The upload is incomplete or malformed. Upload it again.',
  },
  'request.media-type': { zh: '不支持这种内容类型。请使用 {expected}。', en: 'This content type is not supported. Use {expected}.' },
  'request.idempotency-key': {
    zh: 'Idempotency-Key 应为 1–200 个可见 ASCII 字符。',
    en: 'An Idempotency-Key has 1 to 200 visible ASCII characters.',
  },
  'request.terms-invalid': {
    zh: '“{name}”的写法不对：dryRun 只能是 true 或 false，If-Match 应为预览给出的 expected。',
    en: '"{name}" is not as it should be: dryRun is true or false, If-Match is the `expected` of a preview.',
  },
  'request.version-invalid': {
    zh: 'If-Match 应为上次得到的 version。',
    en: 'If-Match is the `version` that was given last.',
  },
  'request.refused': { zh: '请求无法处理。', en: 'The request cannot be handled.' },
  'route.unknown': {
    zh: '没有这个地址：{path}。接口说明见 /api/docs。',
    en: 'There is nothing at {path}. The API is described at /api/docs.',
  },
  'clock.not-adjustable': {
    zh: '本系统的时钟不能拨动：这只在以 SHENPI_CLOCK=adjustable 启动的演示系统上可行。',
    en: 'The clock of this installation is not turned: that is for demonstrations, started with SHENPI_CLOCK=adjustable.',
  },
  'register.unknown': { zh: '没有这个登记库。', en: 'There is no such register.' },
  'service.unavailable': {
    zh: '数据库暂时无法应答，操作可能没有完成。请稍后用同一个 Idempotency-Key 重试。',
    en: 'The database is not answering; the request may not have been done. Try again a little later with the same Idempotency-Key.',
  },
  'service.busy': {
    zh: '同时办理的人太多，操作没有执行。请稍候重试。',
    en: 'Too many people are at it at once; nothing was done. Try again in a moment.',
  },
  'service.defect': {
    zh: '系统出错，已记录（编号 {request}）。请把编号告诉管理员。',
    en: 'Something is wrong on our side and has been recorded (number {request}). Give the number to an administrator.',
  },
} as const;

/** Every sentence a refused person may read, by code. */
export const texts = {
  ...refusalTexts,
  ...caseTexts,
  ...directoryTexts,
  ...noticeRefusalTexts,
  ...platformTexts,
  ...reportingTexts,
  ...pilotTexts,
  ...edgeTexts,
};

export type ProblemCode = keyof typeof texts;

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(texts, code);
