import type { Directory } from '#directory';
import type { Actor, Advanced, Fields, Refused, Result, Workflow, World } from '#engine';
import type { FactRegister } from '../definition/fact-register.ts';

/** What the engine has to be told about the world outside a case: who holds which post, and what the registers say. */
export class CaseSurroundings {
  constructor(
    private readonly directory: Directory,
    private readonly facts: FactRegister,
  ) {}

  /** Who acts in a process, with those whom they represent there. */
  async actor(
    tenant: string,
    person: string | null,
    { at, definition }: { readonly at: Date; readonly definition: string },
  ): Promise<Actor> {
    if (person === null) return { person: '', posts: [] };
    const [posts, represented] = await Promise.all([
      this.directory.postsOf(tenant, person, at),
      this.directory.representedBy(tenant, person, at),
    ]);
    const represents = represented.filter(({ definitions }) => definitions === null || definitions.includes(definition));
    return { person, posts, ...(represents.length > 0 && { represents }) };
  }

  /** Runs the engine, and asks the registers for as long as it wants to know more. */
  async answering(place: Place, run: (world: World) => Result): Promise<Advanced | Refused> {
    const { tenant, workflow, organisation, at } = place;
    const posts = await this.directory.holdersOf(tenant, organisation, workflow.posts, at);
    const facts: Record<string, Fields | null> = {};
    for (;;) {
      const result = run({ posts, facts });
      if (result.kind !== 'wanting') return result;
      const questions = result.facts.map(async ({ name, source, with: parameters }) => {
        const answer = await this.facts.answer({ tenant, source, with: parameters, at });
        return [name, answer] as const;
      });
      Object.assign(facts, Object.fromEntries(await Promise.all(questions)));
    }
  }
}

/** Where and when a case is being worked on. */
export interface Place {
  readonly tenant: string;
  readonly workflow: Workflow;
  /** The organisation the case belongs to. */
  readonly organisation: string;
  readonly at: Date;
}
