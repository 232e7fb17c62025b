import { describe, expect, it } from '@jest/globals';
import { type Text, verify } from '#engine';
import { compilePilot, exampleFindings, pilotSurroundings, unknownPosts } from '../test/support/pilot-play.ts';
import { workflowCatalogue } from './catalogue.ts';
import { templateCatalogue } from './templates/catalogue.ts';

/** What `verify` cannot know, and why it is right as it is. */
const explained: Readonly<Record<string, readonly string[]>> = {
  'annual-application': [
    // A school is secondary or higher: the four types of the directory are all named by one of the two ways.
    'outcome.no-way /machine/states/ready/meta/step/decide',
    // Whoever returned the application is put down by both returns, and there is no other way here.
    'outcome.no-way /machine/states/returned/meta/step/decide',
    // The first transition ends the case once the window has closed, so the second is taken only where another season has been chosen since.
    'cycle.instants /machine/states/draft',
  ],
};

describe.each(workflowCatalogue.map((definition) => [definition.key, definition] as const))('%s', (_, definition) => {
  const workflow = compilePilot(definition);

  it('has examples of what is said yes to and of what is not, and all of them go as they say', () => {
    expect(exampleFindings(definition)).toEqual([]);
    expect(definition.examples?.length).toBeGreaterThanOrEqual(2);
  });

  it('is sound, and what remains to be said of it is explained', () => {
    const findings = verify(definition, pilotSurroundings);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(findings.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(explained[definition.key] ?? []);
  });

  it('names posts that exist, at the level they exist at', () => {
    expect(unknownPosts(definition)).toEqual([]);
  });

  it('has a title in both languages for every state and every step', () => {
    const isComplete = (title: Text | undefined) => title !== undefined && title.en !== undefined;
    const untitled = Object.entries(definition.machine.states ?? {}).filter(
      ([, { meta }]) => !isComplete(meta?.title) || (meta?.step !== undefined && !isComplete(meta.step.title)),
    );
    expect(untitled.map(([name]) => name)).toEqual([]);
  });

  it('names the clauses every step carries out', () => {
    const silent = [...workflow.steps.values()].filter(({ step }) => (step.basis ?? []).length === 0);
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});

describe.each(templateCatalogue.map((definition) => [definition.key, definition] as const))('the template %s', (_, definition) => {
  it('compiles as it is, names posts that exist, and has a title in both languages for every state', () => {
    compilePilot(definition);
    expect(unknownPosts(definition)).toEqual([]);
    for (const { meta } of Object.values(definition.machine.states ?? {})) expect(meta?.title?.en).toBeTruthy();
  });

  it('says what it is for, in both languages', () => expect(definition.description?.en).toBeTruthy());
});
