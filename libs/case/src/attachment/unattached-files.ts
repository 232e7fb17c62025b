import type { AttachmentStore } from '../store/attachment.store.ts';
import type { FileStorage } from './file-storage.ts';

/** Longer than any command may take that has just found the file and is about to attach it. */
const graceMilliseconds = 3_600_000;

/** Files that were uploaded and that no case ever came to refer to. */
export class UnattachedFiles {
  constructor(
    private readonly store: AttachmentStore,
    private readonly storage: FileStorage,
  ) {}

  /** From now on no command finds them any more. Removing them at once could take a file from under a command that has. */
  giveUp(uploadedBefore: Date, now: Date, limit: number): Promise<number> {
    return this.store.giveUp(uploadedBefore, now, limit);
  }

  /** Removes what was given up long enough ago, unless a case has come to refer to it just then. @returns how many. */
  remove(now: Date, limit: number): Promise<number> {
    const givenUpBefore = new Date(now.getTime() - graceMilliseconds);
    return this.store.removeGivenUp(givenUpBefore, limit, async (ids) => {
      await Promise.all(ids.map((id) => this.storage.remove(id)));
    });
  }
}
