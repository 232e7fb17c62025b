import { describe, expect, it } from '@jest/globals';
import { type LocalDraft, reconcile, type ServerDraft } from './reconcile.ts';

const typed: LocalDraft = { fields: { lead: '张老师' }, version: '7', isSaved: false };
const savedThere: ServerDraft = {
  definition: { key: 'certificate-admission', title: { zh: '证书准入' } },
  fields: { lead: '李老师' },
  version: '8',
  savedAt: '2026-03-30T01:00:00.000Z',
};

describe('a draft that is opened again', () => {
  it('is what the server has, where all was saved', () => {
    const { draft, theirs } = reconcile({ ...typed, isSaved: true }, savedThere);
    expect(draft).toMatchObject({ fields: { lead: '李老师' }, version: '8', isSaved: true });
    expect(theirs).toBeUndefined();
  });

  it('is what was typed here, where the server was not asked or has nothing newer', () => {
    expect(reconcile(typed, undefined).draft).toBe(typed);
    expect(reconcile(typed, { ...savedThere, version: '7' })).toEqual({ draft: typed });
  });

  it('is a new one, where the case was begun elsewhere while something was typed here', () => {
    expect(reconcile(typed, null).draft).toMatchObject({ fields: { lead: '张老师' }, version: null, isSaved: false });
    expect(reconcile({ ...typed, isSaved: true }, null).draft).toEqual({ fields: {}, version: null, isSaved: true });
  });

  it('is both, where both wrote on; one, where they wrote the same', () => {
    expect(reconcile(typed, savedThere)).toEqual({ draft: typed, theirs: savedThere });
    const same = { ...savedThere, fields: { lead: '张老师' } };
    expect(reconcile(typed, same)).toMatchObject({ draft: { version: '8', isSaved: true } });
    expect(reconcile(typed, same).theirs).toBeUndefined();
  });
});
