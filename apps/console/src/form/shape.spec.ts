import { describe, expect, it } from '@jest/globals';
import { field, formOf } from '#engine';
import { errorsOf, fieldCheckOf, joined } from './field-problems.ts';
import { type Access, shapeOf } from './shape.ts';

const form = formOf(
  {
    certificate: field.reference(['证书', 'Certificate'], 'certificate'),
    certificateName: field.text(['证书名称', 'Name'], { 'x-calc': 'facts.certificate.name' }),
    fee: field.money(['费用', 'Fee'], { description: '含税，以元为单位。', 'x-en-help': 'With taxes, in yuan.' }),
    share: field.share(['建成率', 'Share built']),
    lines: field.table(
      ['明细', 'Lines'],
      { name: field.text(['姓名', 'Name']), people: field.whole(['人数', 'People']) },
      { required: ['name'] },
    ),
    total: field.whole(['合计', 'Total'], { 'x-calc': 'sum(form.lines.map(l, l.people))' }),
    minutes: field.file(['纪要', 'Minutes']),
  },
  ['certificate', 'lines'],
);
const all: Access = { certificate: 'write', fee: 'write', share: 'write', lines: 'write', minutes: 'required' };

describe('a form of a process, to be filled in', () => {
  it('has what may be written here, in the order of the form, and what is reckoned from it', () => {
    const whole = shapeOf(form, all, 'zh');
    expect(Object.keys(whole.schema.properties ?? {})).toEqual(Object.keys(form.schema.properties));
    expect(whole.schema.required).toEqual(['certificate', 'lines', 'minutes']);
    const part = shapeOf(form, { lines: 'write', fee: 'read', minutes: 'hidden' }, 'zh');
    expect(Object.keys(part.schema.properties ?? {})).toEqual(['lines', 'total']);
  });

  it('has an input for each kind of field, and says everything in one language', () => {
    const { schema, ui } = shapeOf(form, all, 'en');
    const widgets = Object.fromEntries(Object.entries(ui).map(([name, own]) => [name, (own as { 'ui:widget'?: string })['ui:widget']]));
    expect(widgets).toEqual({
      certificate: 'choice',
      certificateName: 'calculated',
      fee: 'figure',
      share: 'share',
      lines: undefined,
      total: 'calculated',
      minutes: 'file',
    });
    expect(schema.properties?.['fee']).toMatchObject({ description: 'With taxes, in yuan.' });
    expect(shapeOf(form, all, 'zh').schema.properties?.['fee']).toMatchObject({ description: '含税，以元为单位。' });
    expect(ui['lines']).toMatchObject({ items: { name: { 'ui:widget': 'cellText' }, people: { 'ui:widget': 'figure' } } });
    expect(schema.properties?.['lines']).toMatchObject({ title: 'Lines', items: { properties: { people: { title: 'People' } } } });
  });
});

describe('what is wrong with it', () => {
  const { schema } = shapeOf(form, all, 'zh');
  const check = fieldCheckOf(schema, 'zh');

  it('is what the server would say, at its place, with shares as percentages', () => {
    const found = check.of({ certificate: 'X001', share: 1.2, lines: [{ people: 3 }, { name: '甲', people: 1.5 }], minutes: '' });
    expect(found.map(({ path, message }) => `${path} ${message}`)).toEqual(
      expect.arrayContaining(['/share 不能大于 100%', '/lines/0/name 必填', '/minutes 必填']),
    );
    expect(errorsOf(found)).toMatchObject({ lines: { 0: { name: { __errors: ['必填'] } } }, share: { __errors: ['不能大于 100%'] } });
  });

  it('is said once a field: by the server where it has answered', () => {
    const servers = [{ path: '/share', code: 'too-large', message: '不能大于 1' }];
    expect(joined(check.of({ certificate: 'X001', share: 1.2, lines: [{ name: '甲' }], minutes: 'a' }), servers)).toEqual(servers);
  });
});
