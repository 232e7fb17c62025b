import { DueTimes, workingCalendar } from '#calendar';
import { type Command, type Definition, type Fields, type Result, superiorsIn, verify, type Workflow } from '#engine';
import { ConfiguredRegisters, pilotCatalogue, type RegisterData } from '#pilot';
import china from '../../config/calendars/china.json' with { type: 'json' };
import { anhui } from '../../config/policies/anhui.ts';
import { posts } from '../../config/posts.ts';
import certificates from '../../config/registers/certificates.json' with { type: 'json' };
import majors from '../../config/registers/majors.json' with { type: 'json' };
import { compiled, type Details, Play, type Setting } from './play.ts';

/** The registers as they come with the software. Web front-end development has a minimum made up for the tests. */
export const registerData: RegisterData = {
  certificates: certificates.certificates,
  majors: majors.majors,
  policy: { ...anhui, minimumOpening: { X002: 30 } },
};

/** What stands in for the plans that other cases of the pilot have brought. */
export type PlanAnswer = (asked: Fields) => Fields;

/** The same registers with one certificate cancelled by the Ministry on a day. */
export const withCancelled = (code: string, cancelledOn: string): RegisterData => ({
  ...registerData,
  certificates: registerData.certificates.map((certificate) => (certificate.code === code ? { ...certificate, cancelledOn } : certificate)),
});

const calendar = workingCalendar(china);
export const pilotSurroundings = { dueTime: new DueTimes(calendar), facts: pilotCatalogue, superiors: superiorsIn(posts) };

const inGoodStanding: Fields = { isDisqualified: false, rule: '', until: '', hasFiledSince: true };
const workflows = new Map<Definition, Workflow>();

export function compilePilot(definition: Definition): Workflow {
  const workflow = workflows.get(definition) ?? compiled(definition, pilotSurroundings);
  workflows.set(definition, workflow);
  return workflow;
}

/** What is said against a definition, its examples played. */
export const exampleFindings = (definition: Definition): string[] =>
  verify(definition, pilotSurroundings)
    .filter(({ severity }) => severity === 'error')
    .map(({ pointer, message }) => `${pointer} ${message.zh}`);

/** The posts a definition names that do not exist, or not at that level of the organisation tree. */
export function unknownPosts(definition: Definition): string[] {
  const starting = definition.start.posts.map((post) => ({ post, at: definition.subject }));
  return [...compilePilot(definition).posts, ...starting]
    .filter(({ post, at }) => posts[post]?.at !== at)
    .map(({ post, at }) => `${post}@${at}`);
}

export interface PilotSetting extends Setting {
  readonly registers?: RegisterData;
  readonly plan?: PlanAnswer;
  readonly participation?: Fields;
}

/** Plays a case of the pilot with its real calendar and its real registers, which are asked whenever a rule wants them. */
export class PilotPlay extends Play {
  private known: Record<string, Fields | null> = {};
  private readonly registers: ConfiguredRegisters;
  private readonly plan: PlanAnswer;
  private participation: Fields;

  constructor(definition: Definition, setting: PilotSetting) {
    super(compilePilot(definition), setting);
    this.registers = new ConfiguredRegisters(setting.registers ?? registerData);
    this.participation = setting.participation ?? inGoodStanding;
    this.plan = setting.plan ?? (() => ({ exists: false, instance: '', hasLine: false, headcount: 0 }));
  }

  /** What the register says of the school's part in the pilot from now on. */
  withParticipation(participation: Fields): this {
    this.participation = participation;
    return this;
  }

  override world() {
    return { ...super.world(), facts: this.known };
  }

  override start(person: string, fields: Fields = {}): this {
    this.known = {};
    do super.start(person, fields);
    while (this.learn(this.last, this.issue().at));
    return this;
  }

  override perform(command: Command): Result {
    this.known = {};
    do super.perform(command);
    while (this.learn(this.last, command.at));
    return this.last;
  }

  private answer(source: string, asked: Fields, at: Date): Fields | null {
    if (source === 'approved-plan') return this.plan(asked);
    if (source === 'participation') return this.participation;
    return this.registers.answer(source, asked, { at, calendar });
  }

  /** @returns whether there was something to learn. */
  private learn(result: Result, at: string): boolean {
    if (result.kind !== 'wanting') return false;
    for (const { name, source, with: asked } of result.facts) {
      this.known[name] = this.answer(source, asked, new Date(at));
    }
    return true;
  }
}

/** An administrator ends the case by hand. */
export const terminate: Move = (play) => play.send('administrator', { kind: 'terminate', comment: '申报有误，另行办理' });

/** One thing that happens to a case, so that a specification reads as a table of them. */
export type Move = (play: PilotPlay) => Result | undefined;

export const decide =
  (person: string, outcome: string, details: Details = {}): Move =>
  (play) =>
    play.decide(person, outcome, details);
export const withdraw =
  (person: string): Move =>
  (play) =>
    play.withdraw(person, '不再申请');
export const signal =
  (name: string, payload: Fields = {}): Move =>
  (play) =>
    play.signal(name, payload);
/** Lets a delay pass: turns the clock to the moment it is due. */
export const pass =
  (delay: string): Move =>
  (play) =>
    play.fire(delay);
/** Turns the clock to a moment of the business zone, such as `2024-03-22 09:00`. */
export const at =
  (moment: string): Move =>
  (play) => {
    play.turnTo(`${moment.replace(' ', 'T')}:00+08:00`);
    return undefined;
  };

/** Makes all moves; each but the last must be taken. @returns what became of the last. */
export function make(play: PilotPlay, moves: readonly Move[]): string {
  let outcome = '';
  for (const [index, move] of moves.entries()) {
    const result = move(play);
    if (result === undefined) continue;
    outcome = outcomeOf(result);
    if (result.kind === 'refused' && index < moves.length - 1) throw new Error(`move ${index + 1}: ${outcome}`);
  }
  return outcome;
}

/** What became of a command in a line: `advanced`, or the refusal's code with the rules or fields it names. */
function outcomeOf(result: Result): string {
  if (result.kind !== 'refused') return result.kind;
  const rules = (result.rules ?? []).map(({ rule }) => rule);
  const fields = (result.fields ?? []).map(({ path, code }) => `${path} ${code}`);
  return [result.code, ...rules, ...fields].join(' ');
}

/** The notices sent so far, by the posts they went to. */
export const noticesOf = (play: PilotPlay): string[] =>
  play.sent.flatMap((effect) =>
    effect.kind === 'notify'
      ? [`${effect.to.map((to) => (to.kind === 'post' ? to.post : to.person)).join(', ')}: ${effect.message.zh}`]
      : [],
  );
