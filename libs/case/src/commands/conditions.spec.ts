import { afterEach, describe, expect, it } from '@jest/globals';
import { type FormSchema, field, formOf } from '#engine';
import { testDatabase } from '../../../../test/support/database.ts';
import { final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { done, openHouse } from '../../../../test/support/house.ts';
import { notRebuilt } from '../../../../test/support/rebuilt.ts';
import { digests } from '../../../../test/support/tables.ts';

/** A plan whose site may be shared with others: only then it is asked how far it is, and of a far one how one gets there. */
const plan = processOf(
  {
    initial: 'draft',
    states: {
      draft: { meta: step({ applicant: true }, one('submit'), { fields: { '*': 'write', secret: 'hidden' } }), on: { submit: 'argument' } },
      argument: {
        meta: step(post('joint-meeting', 'department'), one('approve', 'return'), { fields: { site: 'write', secret: 'write' } }),
        on: { approve: 'approved', return: 'draft' },
      },
      approved: final,
    },
  },
  {
    key: 'plan',
    subject: 'department',
    start: { posts: ['certificate-lead'] },
    form: formOf(
      {
        site: field.choice(['场地', 'Site'], { own: ['自有', 'Own'], shared: ['共用', 'Shared'] }),
        distance: { ...field.whole(['距离', 'Distance']), 'x-shown': 'form.site == "shared"' },
        transport: {
          ...field.text(['接送', 'Transport']),
          'x-shown': 'form.site == "shared"',
          'x-required': 'form.?distance.orValue(0.0) > 10',
        },
        secret: field.yesNo(['密', 'Secret']),
        cover: { ...field.text(['封面', 'Cover']), 'x-shown': 'form.?secret.orValue(false)' },
      },
      ['site', 'distance'],
    ),
  },
);

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [plan] });

afterEach(async () => expect(await notRebuilt(dataSource, house.cases.histories)).toEqual([]));

const far = { site: 'shared', distance: 12, transport: '校车' };
const view = async (account: string, instance: string) => house.cases.instances.read(await house.caller(account), instance);
const begun = () => house.started('lead', 'plan', far);

describe('a decision on a form with conditions', () => {
  it('empties what does not apply any more, and the history shows it', async () => {
    const instance = await begun();
    done(await house.decide('lead', instance, 'submit', { fields: { site: 'own' } }));
    expect((await view('lead', instance))?.form).toMatchObject({
      version: 2,
      fields: { site: 'own' },
      absent: ['cover', 'distance', 'transport'],
    });
    const changes = await house.cases.formComparison.between(await house.caller('lead'), instance, { from: 1, to: 2 });
    expect(changes?.changes.map(({ field: name, was, is }) => [name, was, is])).toEqual([
      ['site', 'shared', 'own'],
      ['distance', 12, undefined],
      ['transport', '校车', undefined],
    ]);
    expect(await house.cases.histories.verify('anhui', instance)).toMatchObject({ isIntact: true });
  });

  it('is refused, and no row changes, where it fills in what does not apply or leaves out what is wanted', async () => {
    const instance = await begun();
    const before = await digests(dataSource);
    expect(await house.decide('lead', instance, 'submit', { fields: { site: 'own', distance: 3 } })).toMatchObject({
      code: 'form.invalid',
      fields: [{ path: '/distance', code: 'not-applicable' }],
    });
    expect(await house.decide('lead', instance, 'submit', { fields: { transport: null } })).toMatchObject({
      code: 'form.invalid',
      fields: [{ path: '/transport', code: 'required' }],
    });
    expect(await digests(dataSource)).toEqual(before);
  });

  it('is prepared with conditions that its reader can follow: of what is hidden from them, what it comes to', async () => {
    const instance = await begun();
    const { properties } = ((await view('lead', instance)) ?? { form: { schema: plan.form.schema } }).form.schema as FormSchema;
    expect(properties.distance?.['x-shown']).toBe('form.site == "shared"');
    expect(properties.cover?.['x-shown']).toBe('false');
    expect(Object.keys(properties)).not.toContain('secret');
  });
});
