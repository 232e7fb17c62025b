import { server } from '../api/client.ts';
import { ProblemError } from '../api/problem.ts';
import { keep, localDraft } from './local-drafts.ts';
import { isSame, type LocalDraft, type ServerDraft, taken } from './reconcile.ts';

/** How the server stands to what was typed. */
export type Saving =
  | { readonly kind: 'resting' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'cut-off'; readonly error: unknown }
  | Parted;

/** Another device has saved something else since. */
interface Parted {
  readonly kind: 'parted';
  readonly theirs: ServerDraft;
}

const pauseMilliseconds = 700;
const againMilliseconds = 5_000;

/** Brings what is typed to the server: after a pause in typing, one at a time, again after the connection was lost. */
export class DraftSaver {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | undefined;
  private isOver = false;

  constructor(
    private readonly definition: string,
    private readonly place: string,
    private readonly tell: (saving: Saving) => void,
  ) {}

  typed(): void {
    this.wait(pauseMilliseconds);
  }

  now(): void {
    this.wait(0);
  }

  /** Nothing is sent any more once this is done. */
  async stop(): Promise<void> {
    this.isOver = true;
    clearTimeout(this.timer);
    await this.sending;
  }

  private wait(milliseconds: number): void {
    clearTimeout(this.timer);
    if (this.isOver) return;
    this.timer = setTimeout(() => {
      this.sending ??= this.send().finally(() => {
        this.sending = undefined;
      });
    }, milliseconds);
  }

  private async send(): Promise<void> {
    const draft = localDraft(this.place);
    if (draft === undefined || draft.isSaved) return;
    this.tell({ kind: 'sending' });
    try {
      this.saved(draft, await this.put(draft));
      this.tell({ kind: 'resting' });
    } catch (error) {
      this.failed(draft, error);
    }
  }

  private async put({ organisation, fields, version }: LocalDraft): Promise<ServerDraft> {
    const { data } = await server.PUT('/api/me/drafts/{definition}', {
      params: { path: { definition: this.definition }, header: version === null ? {} : { 'If-Match': version } },
      body: { ...(organisation !== undefined && { organisation }), fields },
    });
    return data as ServerDraft;
  }

  private saved(sent: LocalDraft, { version, savedAt }: ServerDraft): void {
    const now = localDraft(this.place) ?? sent;
    const isSaved = isSame(now, sent);
    keep(this.place, { ...now, version, savedAt, isSaved });
    if (!isSaved) this.typed();
  }

  private failed(sent: LocalDraft, error: unknown): void {
    if (!(error instanceof ProblemError) || error.code !== 'draft.changed') {
      this.tell({ kind: 'cut-off', error });
      this.wait(againMilliseconds);
      return;
    }
    const theirs = error.current as ServerDraft | null;
    if (theirs === null) {
      keep(this.place, { ...(localDraft(this.place) ?? sent), version: null });
      this.now();
    } else if (isSame(sent, theirs)) {
      keep(this.place, taken(theirs));
      this.tell({ kind: 'resting' });
    } else {
      this.tell({ kind: 'parted', theirs });
    }
  }
}
