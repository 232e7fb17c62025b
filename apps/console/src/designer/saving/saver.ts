import { create } from 'zustand';
import { server } from '../../api/client.ts';
import { ProblemError } from '../../api/problem.ts';
import type { components } from '../../api/schema.d.ts';
import { hearAfterSaving } from '../comments/comments.ts';
import { change, open, useDesigned } from '../document/designed.ts';
import { dropCopy, keepCopy, keptCopy } from './local-copy.ts';

export type Draft = components['schemas']['DefinitionDraft'];

interface Saving {
  /** How the server stands to what is on the screen. */
  readonly kind: 'resting' | 'waiting' | 'sending' | 'cut-off' | 'parted';
  /** What somebody else has saved meanwhile, where it has parted. */
  readonly theirs?: Draft | undefined;
  readonly revision: number;
  readonly savedAt: string;
  /** Whether it goes on with what was changed here before and had not come to the server. */
  readonly isRestored: boolean;
}

export const useSaving = create<Saving>(() => ({ kind: 'resting', revision: 0, savedAt: '', isRestored: false }));

const pauseMilliseconds = 800;
const againMilliseconds = 5_000;

/** Brings the document to the server after every pause, one saving at a time, and again after the connection was lost. */
export class Saver {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | undefined;
  private unsubscribe: () => void = () => undefined;
  /** What the server has. */
  private saved: unknown;

  constructor(private readonly draft: Draft) {}

  /** Opens the draft, or goes on with what was changed here and never came to the server. */
  start(): void {
    this.begin(this.draft);
    this.unsubscribe = useDesigned.subscribe(({ document }) => this.changed(document));
    addEventListener('online', this.now);
  }

  stop(): void {
    this.unsubscribe();
    removeEventListener('online', this.now);
    clearTimeout(this.timer);
    if (this.isBehind()) void this.send();
  }

  /** Of two that have parted: what is on this screen, or what somebody else has saved. */
  settle(choice: 'mine' | 'theirs'): void {
    const { theirs } = useSaving.getState();
    if (theirs === undefined) return;
    useSaving.setState({ kind: 'waiting', theirs: undefined, revision: theirs.revision });
    if (choice === 'mine') return this.wait(0);
    this.stand(theirs);
    // What was on the screen can be had back by undoing.
    change(() => theirs.document);
  }

  /** Goes on with what somebody else has saved, where nothing was changed here. */
  follow(theirs: Draft): void {
    if (!this.isBehind() && theirs.revision > useSaving.getState().revision) {
      this.stand(theirs);
      open(theirs.document);
    }
  }

  private begin(draft: Draft): void {
    const kept = keptCopy(draft.id);
    this.saved = draft.document;
    const isRestored = kept !== undefined;
    useSaving.setState({ kind: 'resting', theirs: undefined, revision: draft.revision, savedAt: draft.changedAt, isRestored });
    open(kept?.document ?? draft.document);
    if (kept === undefined) return;
    if (kept.revision === draft.revision) this.wait(0);
    else useSaving.setState({ kind: 'parted', theirs: draft });
  }

  /** What somebody else has saved is what the server has. */
  private stand(draft: Draft): void {
    dropCopy(draft.id);
    this.saved = draft.document;
    useSaving.setState({ kind: 'resting', revision: draft.revision, savedAt: draft.changedAt, isRestored: false });
  }

  private changed(document: unknown): void {
    if (document === this.saved) return this.rest();
    keepCopy(this.draft.id, { revision: useSaving.getState().revision, document });
    if (useSaving.getState().kind === 'parted') return;
    useSaving.setState({ kind: 'waiting', isRestored: false });
    this.wait(pauseMilliseconds);
  }

  /** What was changed was undone before it was sent. */
  private rest(): void {
    if (!['waiting', 'cut-off'].includes(useSaving.getState().kind)) return;
    clearTimeout(this.timer);
    dropCopy(this.draft.id);
    useSaving.setState({ kind: 'resting' });
  }

  private readonly now = (): void => this.wait(0);

  private wait(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.sending ??= this.send().finally(() => {
        this.sending = undefined;
        if (this.isBehind() && useSaving.getState().kind === 'waiting') this.wait(pauseMilliseconds);
      });
    }, milliseconds);
  }

  private isBehind(): boolean {
    return useDesigned.getState().document !== this.saved;
  }

  private async send(): Promise<void> {
    const { kind, revision } = useSaving.getState();
    if (kind === 'parted' || !this.isBehind()) return;
    const document = useDesigned.getState().document as Draft['document'];
    useSaving.setState({ kind: 'sending' });
    try {
      const { data } = await server.PUT('/api/definitions/drafts/{id}', {
        params: { path: { id: this.draft.id } },
        body: { revision, document },
      });
      this.done(document, data as Draft);
    } catch (error) {
      this.failed(error);
    }
  }

  private done(document: unknown, { revision, changedAt }: Draft): void {
    this.saved = document;
    const isBehind = this.isBehind();
    if (!isBehind) dropCopy(this.draft.id);
    hearAfterSaving();
    useSaving.setState({ kind: isBehind ? 'waiting' : 'resting', revision, savedAt: changedAt });
  }

  private failed(error: unknown): void {
    if (error instanceof ProblemError && error.code === 'definition-draft.changed') {
      useSaving.setState({ kind: 'parted', theirs: error.current as Draft });
      return;
    }
    useSaving.setState({ kind: 'cut-off' });
    this.wait(againMilliseconds);
  }
}
