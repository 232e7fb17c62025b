import ora from 'ora';
import pc from 'picocolors';

/** How a story is told while it happens. */
export interface Narrator {
  step<T>(text: string, work: () => Promise<T>): Promise<T>;
  aside(text: string): void;
}

export const print = (text: string): void => void process.stdout.write(`${text}\n`);

const asides: string[] = [];

/** Tells it on the terminal: a line for each step, once it is done. */
export const narrator: Narrator = {
  step: async (text, work) => {
    const spinner = process.stdout.isTTY ? ora(text).start() : undefined;
    try {
      const result = await work();
      spinner?.stop();
      print(`${pc.green('✔')} ${text}`);
      for (const aside of asides.splice(0)) print(`    ${pc.dim(aside)}`);
      return result;
    } catch (error) {
      spinner?.fail(text);
      throw error;
    }
  },
  aside: (text) => void asides.push(text),
};

/** Ends the program with what went wrong. */
export function fail(error: unknown): never {
  process.stderr.write(`${pc.red(error instanceof Error ? error.message : String(error))}\n`);
  process.exit(1);
}
