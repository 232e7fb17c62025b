import fc from 'fast-check';
import type { NoticeKind } from '#notice';
import { noticeKinds } from '#notice';

/** A notice on its way out of the app, as the texts take it. */
export const noticeItem = (more: Readonly<Record<string, unknown>> = {}) => ({
  id: '0195a000-0000-7000-8000-000000000001',
  kind: 'task-opened' as NoticeKind,
  title: { zh: '证书准入', en: 'Certificate admission' },
  instance: '0195a000-0000-7000-8000-00000000000a',
  caseNumber: '12',
  organisation: '信息工程系',
  dueAt: new Date('2024-03-25T09:00:00Z'),
  createdAt: new Date('2024-03-22T01:00:00Z'),
  ...more,
});

/** Any notices whatever, each with an id of its own. */
export const anyNoticeItems = (most = 60) =>
  fc
    .array(
      fc.record({
        kind: fc.constantFrom(...noticeKinds),
        title: fc.record({ zh: fc.string({ unit: 'grapheme', minLength: 1 }) }),
        caseNumber: fc.option(fc.nat().map(String)),
        organisation: fc.option(fc.string()),
        dueAt: fc.option(fc.date({ noInvalidDate: true, min: new Date('2020-01-01'), max: new Date('2030-01-01') })),
        createdAt: fc.date({ noInvalidDate: true, min: new Date('2020-01-01'), max: new Date('2030-01-01') }),
      }),
      { maxLength: most, minLength: 1 },
    )
    .map((drawn) => drawn.map((item, index) => ({ ...item, id: `id-${index}`, instance: `case-${index}-` })));
