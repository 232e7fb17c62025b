import { describe, expect, it } from '@jest/globals';
import { applicant, cast, draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { begin, type Details, type Play } from '../../../../test/support/play.ts';
import { field, formOf } from '../fields.ts';
import type { Fields } from '../run/state.ts';

const form = formOf(
  {
    transport: { ...field.text(['接送安排', 'Transport']), 'x-shown': 'form.?distance.orValue(0.0) > 10' },
    distance: { ...field.whole(['距离', 'Distance']), 'x-shown': 'form.site == "shared"' },
    site: field.choice(['实训场地', 'Site'], { own: ['自有', 'Own'], shared: ['共用', 'Shared'] }),
    cost: { ...field.whole(['费用', 'Cost']), 'x-calc': 'form.?distance.orValue(0.0) * 2', 'x-shown': 'has(form.distance)' },
    grant: { ...field.text(['经费来源', 'Grant']), 'x-required': 'form.?cost.orValue(0.0) > 100' },
    opinion: { ...field.text(['意见', 'Opinion']), 'x-shown': 'form.site == "shared"' },
  },
  ['site', 'distance', 'transport'],
);

const document = processOf(
  {
    initial: 'draft',
    states: {
      draft: { ...draft('check'), meta: step(applicant, one('submit'), { fields: { '*': 'write', opinion: 'read' } }) },
      check: {
        meta: step(post('head'), one('approve', 'return'), {
          fields: { site: 'write', opinion: 'required' },
          supplement: { fields: ['site', 'grant'] },
        }),
        on: { approve: 'end', return: 'draft' },
      },
      end: final,
    },
  },
  { form },
);

const begun = (fields: Fields = {}): Play => begin(document, { cast }).start('clerk', fields);
const submitted = (fields: Fields): Play => {
  const play = begun(fields);
  play.decide('clerk', 'submit');
  return play;
};
const far: Fields = { site: 'shared', distance: 12, transport: '校车' };

/** What is wrong with the form when a decision says so. */
function problems(play: Play, who: string, outcome: string, details: Details = {}) {
  const before = JSON.stringify(play.state);
  const result = play.decide(who, outcome, details);
  expect(JSON.stringify(play.state)).toBe(before);
  return result.kind === 'refused' ? { code: result.code, fields: result.fields } : result.kind;
}

describe('a field that applies on a condition', () => {
  it('is neither wanted nor taken where it does not hold', () => {
    expect(problems(begun({ site: 'own' }), 'clerk', 'submit', { fields: { distance: 3 } })).toEqual({
      code: 'form.invalid',
      fields: [{ path: '/distance', code: 'not-applicable' }],
    });
    expect(submitted({ site: 'own' }).view().states).toEqual(['check']);
  });

  it('is wanted where it holds, one after another', () => {
    const play = begun({ site: 'shared' });
    expect(problems(play, 'clerk', 'submit')).toEqual({ code: 'form.invalid', fields: [{ path: '/distance', code: 'required' }] });
    expect(problems(play, 'clerk', 'submit', { fields: { distance: 12 } })).toEqual({
      code: 'form.invalid',
      fields: [{ path: '/transport', code: 'required' }],
    });
    play.decide('clerk', 'submit', { fields: { distance: 12, transport: '校车' } });
    expect(play.state.form.fields).toEqual({ ...far, cost: 24 });
  });

  it('is emptied with all that applied by it, in the same decision and one version of the form', () => {
    const play = begun(far);
    expect(play.state.form).toEqual({ version: 1, fields: { ...far, cost: 24 } });
    play.decide('clerk', 'submit', { fields: { site: 'own' } });
    expect(play.state.form).toEqual({ version: 2, fields: { site: 'own' } });
    expect(play.view().states).toEqual(['check']);
  });

  it('does not apply while what it reads is still empty', () => {
    expect(begun({}).state.form.fields).toEqual({});
    expect(begun({ distance: 3 }).last).toMatchObject({
      kind: 'refused',
      code: 'form.invalid',
      fields: [{ path: '/distance', code: 'not-applicable' }],
    });
  });

  it('may be emptied by name, and given again once it applies', () => {
    const play = begun(far);
    play.save('clerk', { site: 'own', distance: null, transport: '' });
    expect(play.state.form.fields).toEqual({ site: 'own' });
    play.save('clerk', far);
    expect(play.state.form.fields).toEqual({ ...far, cost: 24 });
  });

  it('is not wanted by the step that requires it, either', () => {
    const play = submitted({ site: 'own' });
    play.decide('head', 'approve');
    expect(play.view().states).toEqual(['end']);
    const other = submitted(far);
    expect(problems(other, 'head', 'approve')).toEqual({ code: 'form.invalid', fields: [{ path: '/opinion', code: 'required' }] });
    other.decide('head', 'approve', { fields: { opinion: '可行' } });
    expect(other.view().states).toEqual(['end']);
  });

  it('is emptied by those who may not write it, when they write what it depends on', () => {
    const play = submitted(far);
    play.decide('head', 'approve', { fields: { site: 'own' } });
    expect(play.state.form.fields).toEqual({ site: 'own' });
  });

  it('is emptied by a draft and by a supplement alike', () => {
    const play = submitted(far);
    play.save('head', { opinion: '可行' });
    expect(play.state.form.fields).toEqual({ ...far, cost: 24, opinion: '可行' });
    const supplement = { kind: 'supplement', step: 'check', comment: '改用自有场地', formVersion: play.state.form.version } as const;
    play.send('clerk', { ...supplement, fields: { site: 'own' } });
    expect(play.state.form).toEqual({ version: 3, fields: { site: 'own' } });
  });
});

describe('a field that is wanted on a condition', () => {
  it('is wanted where it holds, by what is calculated from others too', () => {
    const play = begun({ site: 'shared', distance: 60, transport: '校车' });
    expect(problems(play, 'clerk', 'submit')).toEqual({ code: 'form.invalid', fields: [{ path: '/grant', code: 'required' }] });
    expect(problems(play, 'clerk', 'submit', { fields: { grant: '  ' } })).toMatchObject({ fields: [{ path: '/grant' }] });
    play.decide('clerk', 'submit', { fields: { distance: 40 } });
    expect(play.view().states).toEqual(['check']);
  });

  it('may be filled in where nobody asks for it', () => {
    const play = submitted({ site: 'own', grant: '自筹' });
    expect(play.state.form.fields).toEqual({ site: 'own', grant: '自筹' });
  });

  it('holds nobody up who does not pass the case', () => {
    const play = submitted(far);
    play.decide('head', 'return', { comment: '请补' });
    expect(play.view().states).toEqual(['draft']);
  });
});
