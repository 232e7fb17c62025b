import { describe, expect, it } from '@jest/globals';
import { applicant, cast, draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { compiled, Play } from '../../../../test/support/play.ts';
import type { Definition } from '../definition/definition.ts';
import { field, formOf } from '../fields.ts';
import { verdictOf } from '../migrate/verdict.ts';
import { type Happening, replay } from '../replay/replay.ts';
import { playCounter } from '../simulate/counter-example.ts';
import { offersIn, sampleStart } from '../simulate/offers.ts';
import { beginSimulation, play as playMove } from '../simulate/simulation.ts';
import { whatIf } from '../what-if/what-if.ts';

const at = '2024-03-22T01:00:00.000Z';
const site = field.choice(['实训场地', 'Site'], { own: ['自有', 'Own'], shared: ['共用', 'Shared'] });
const distance = field.whole(['距离', 'Distance']);
const transport = field.text(['接送安排', 'Transport']);

const processWith = (form: Definition['form']): Definition =>
  processOf(
    {
      initial: 'draft',
      states: {
        draft: { ...draft('check'), meta: step(applicant, one('submit'), { fields: { '*': 'write' } }) },
        check: {
          meta: step(post('head'), one('approve', 'return'), { fields: { site: 'write' } }),
          on: {
            approve: [{ target: 'far', guard: { type: 'rules', params: { when: 'form.?distance.orValue(0.0) > 10', all: [] } } }, 'end'],
            return: 'draft',
          },
        },
        far: { meta: step(post('head'), one('approve'), { title: { zh: '远地复核' } }), on: { approve: 'end' } },
        end: final,
      },
    },
    { form },
  );

const plain = compiled(processWith(formOf({ site, distance, transport }, ['site'])));
const conditional = compiled(
  processWith(
    formOf(
      {
        site,
        distance: { ...distance, 'x-shown': 'form.site == "shared"' },
        transport: { ...transport, 'x-shown': 'form.site == "shared"', 'x-required': 'form.?distance.orValue(0.0) > 10' },
      },
      ['site', 'distance'],
    ),
  ),
);

/** Plays a case, and keeps what is written down of it. */
class Recorded extends Play {
  readonly happenings: Happening[] = [];

  override start(...given: Parameters<Play['start']>): this {
    super.start(...given);
    return this.note(at);
  }

  override perform(command: Parameters<Play['perform']>[0]) {
    const result = super.perform(command);
    this.note(command.at);
    return result;
  }

  private note(when: string): this {
    if (this.last.kind !== 'advanced') return this;
    const { entries, state } = this.last;
    this.happenings.push(
      JSON.parse(JSON.stringify({ id: `command-${this.happenings.length + 1}`, at: when, entries, fields: state.form.fields })),
    );
    return this;
  }
}

function cleared(): Recorded {
  const play = new Recorded(conditional, { cast }).start('clerk', { site: 'shared', distance: 12, transport: '校车' });
  play.decide('clerk', 'submit');
  play.decide('head', 'approve', { fields: { site: 'own' } });
  return play;
}

describe('a history in which fields were emptied', () => {
  it('is replayed to the same case, though whoever emptied them may not write them', () => {
    const play = cleared();
    expect(play.state.form.fields).toEqual({ site: 'own' });
    const replayed = replay(conditional, play.happenings);
    expect(replayed.kind === 'replayed' ? replayed.state.form : replayed).toEqual(play.state.form);
  });

  it('is told again by a workflow by which some of what was written does not apply', () => {
    const play = new Recorded(plain, { cast }).start('clerk', { site: 'own', distance: 12 });
    play.decide('clerk', 'submit');
    play.decide('head', 'approve');
    play.decide('head', 'approve');
    const found = whatIf(plain, conditional, play.happenings);
    expect(found?.would.route).toEqual(['draft', 'check', 'end']);
    expect(found?.was.route).toEqual(['draft', 'check', 'far', 'end']);
    expect(found?.unknown).toEqual([]);
  });
});

describe('a case that is migrated', () => {
  it('keeps what does not apply in the new version until its form is next written', () => {
    const play = new Play(plain, { cast }).start('clerk', { site: 'own', distance: 12, transport: '校车' });
    play.decide('clerk', 'submit');
    expect(verdictOf(plain, conditional, play.state).kind).toBe('safe');
    const { form } = play.state;
    play.migrate(conditional);
    expect(play.state.form).toEqual(form);
    play.reverseMigration(plain);
    expect(play.state.form).toEqual(form);
    play.migrate(conditional);
    play.save('head', { site: null });
    play.save('head', { site: 'own' });
    expect(play.state.form.fields).toEqual({ site: 'own' });
  });

  it('is held up by none of it', () => {
    const play = new Play(plain, { cast }).start('clerk', { site: 'own', distance: 12 });
    play.migrate(conditional);
    play.decide('clerk', 'submit');
    expect(play.view().states).toEqual(['check']);
  });
});

describe('a trial', () => {
  const begun = beginSimulation(conditional, { at });

  it('is begun with a form in which only what applies is made up', () => {
    expect(sampleStart(begun)).toEqual({ site: 'own' });
    expect(sampleStart(begun, { site: 'shared', distance: 20 })).toMatchObject({
      site: 'shared',
      distance: 20,
      transport: expect.any(String),
    });
    expect(sampleStart(begun, { site: 'shared', distance: 2 })).toEqual({ site: 'shared', distance: 2 });
    expect(sampleStart(begun, { site: 'own', distance: 20 })).toEqual({ site: 'own' });
  });

  it('offers decisions with what is wanted by what was chosen', () => {
    const started = playMove(begun, { kind: 'start', fields: { site: 'shared' } });
    if (started.kind !== 'played') throw new Error('not started');
    const [submit] = offersIn(started.simulation).flatMap((move) => (move.kind === 'decide' ? [move] : []));
    expect(submit).toMatchObject({ outcome: 'submit', fields: { distance: expect.any(Number) } });
    expect(submit && playMove(started.simulation, submit).kind).toBe('played');
  });

  it('finds a case for a guard that reads what applies only sometimes', () => {
    const guard = '/machine/states/check/on/approve/0/guard';
    const stages = playCounter(
      conditional,
      { at },
      {
        moves: [
          { kind: 'start', to: ['draft'] },
          { kind: 'decide', step: 'draft', outcome: 'submit', to: ['check'] },
          { kind: 'decide', step: 'check', outcome: 'approve', to: ['far'], choices: [{ guard, holds: true }] },
        ],
        about: ['far'],
      },
    );
    expect(stages.map(({ isThere }) => isThere)).toEqual([true, true, true]);
  });
});
