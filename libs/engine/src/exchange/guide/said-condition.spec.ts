import { expect, it } from '@jest/globals';
import { field, formOf } from '../../fields.ts';
import { saidCondition } from './said-condition.ts';

const { schema } = formOf(
  {
    site: field.choice(['实训场地', 'Site'], { own: ['自有', 'Own'], shared: ['共用', 'Shared'] }),
    distance: field.whole(['距离', 'Distance']),
    agreed: field.yesNo(['已签约', 'Agreed']),
    lines: field.list(['设备', 'Machines'], field.text(['设备', 'Machine'])),
  },
  [],
);

it.each([
  ['form.site == "shared"', '“实训场地”为“共用”', '“Site” is “Shared”'],
  ['form.?distance.orValue(0.0) > 10', '“距离”大于10', '“Distance” is more than 10'],
  ['has(form.distance) && !has(form.site)', '“距离”已填写且“实训场地”未填写', '“Distance” is filled in and “Site” is empty'],
  ['form.agreed || !form.agreed', '“已签约”为“是”或“已签约”不为“是”', '“Agreed” is yes or “Agreed” is not yes'],
  [
    'form.site in ["own", "shared"] && (form.distance >= 5 || form.agreed == true)',
    '“实训场地”为“自有”、“共用”且（“距离”不小于5或“已签约”为“是”）',
    '“Site” is one of “Own”, “Shared” and (“Distance” is at least 5 or “Agreed” is yes)',
  ],
  ['!(form.distance < 5)', '并非（“距离”小于5）', 'not (“Distance” is less than 5)'],
  ['form.lines.exists(l, l == "x")', 'form.lines.exists(l, l == "x")', 'form.lines.exists(l, l == "x")'],
  ['size(form.lines) > 2', 'size(form.lines)大于2', 'size(form.lines) is more than 2'],
])('the guide says %s as %s', (source, zh, en) => {
  expect(saidCondition(source, schema)).toEqual({ zh, en });
});
