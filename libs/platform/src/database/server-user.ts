import { execFile } from 'node:child_process';
import { chown, constants, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

const execute = promisify(execFile);

interface Ids {
  readonly uid: number;
  readonly gid: number;
}

/** Whom the database server runs as: ourselves, or somebody else where we are root, as whom PostgreSQL does not run. */
export class ServerUser {
  private constructor(
    private readonly folder: string,
    private readonly other: Ids | undefined,
  ) {}

  static async of(folder: string): Promise<ServerUser> {
    return new ServerUser(folder, process.getuid?.() === 0 ? await ordinaryUser(folder) : undefined);
  }

  async own(path: string): Promise<void> {
    if (this.other !== undefined) await chown(path, this.other.uid, this.other.gid);
  }

  /**
   * Runs one of PostgreSQL's programs on a path. Below a folder only root may enter, such as /root, `setpriv` lets the
   * user pass through.
   */
  async run(program: string, args: readonly string[]): Promise<void> {
    const options = { cwd: this.folder, env: { ...process.env, LC_ALL: 'C' } };
    if (this.other === undefined) return void (await execute(program, args, options));
    const { uid, gid } = this.other;
    const isHidden = (await isHiddenFromOthers(program)) || (await isHiddenFromOthers(join(this.folder, 'any')));
    if (!isHidden) return void (await execute(program, args, { ...options, uid, gid }));
    const asUser = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
    try {
      await execute('setpriv', [...asUser, program, ...args], options);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      throw new EmbeddedPostgresError(
        `PostgreSQL does not run as root, and no other user can reach ${this.folder}. Move it, set SHENPI_DATA, or start as an ordinary user.`,
      );
    }
  }
}

/** Whoever owns the cluster already, else `postgres`, else `nobody`. */
async function ordinaryUser(folder: string): Promise<Ids> {
  const owner = await stat(join(folder, 'postgres')).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const account = ['postgres', 'nobody'].map((name) => accounts.find(([found]) => found === name)).find((found) => found !== undefined);
  if (account === undefined) {
    throw new EmbeddedPostgresError(
      'PostgreSQL does not run as root, and this machine has no other user. Start Shenpi as an ordinary user.',
    );
  }
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

/** Whether some folder on the way to it may not be entered by others than its owner. */
async function isHiddenFromOthers(path: string): Promise<boolean> {
  for (let at = dirname(path); ; at = dirname(at)) {
    const { mode } = await stat(at);
    if ((mode & constants.S_IXOTH) === 0) return true;
    if (at === dirname(at)) return false;
  }
}
