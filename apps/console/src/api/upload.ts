import { DetailedError, Upload } from 'tus-js-client';
import { useSession } from '../session/session.ts';
import { languageTag } from '../words/language.ts';
import { server } from './client.ts';
import { ProblemError, unanswered } from './problem.ts';
import type { components } from './schema.d.ts';

type Attachment = components['schemas']['Attachment'];

/** How far an upload is: which share of it is there, and whether it waits for the connection. */
export interface UploadState {
  readonly share: number;
  readonly isCutOff: boolean;
}

const againMilliseconds = 3_000;

/** Sends a file in a way that goes on where it was when the connection comes back, or the page, for as long as nobody gives it up. */
export async function upload(file: File, tell: (state: UploadState) => void, signal = new AbortController().signal): Promise<Attachment> {
  const id = await sent(file, tell, signal);
  const { data } = await server.POST('/api/uploads/{id}/attachment', { params: { path: { id } } });
  return data as Attachment;
}

function sent(file: File, tell: (state: UploadState) => void, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    let share = 0;
    const sending = new Upload(file, {
      endpoint: '/api/uploads',
      metadata: { filename: file.name },
      headers: { 'x-csrf-token': useSession.getState().csrfToken, 'accept-language': languageTag() },
      removeFingerprintOnSuccess: true,
      // When to go on is decided below: it gives up where the browser is offline.
      retryDelays: null,
      onProgress: (there, all) => {
        share = there / all;
        tell({ share, isCutOff: false });
      },
      onSuccess: () => resolve(sending.url?.split('/').at(-1) ?? ''),
      onError: (error) => {
        const problem = problemIn(error);
        if (!problem.isUnanswered) {
          reject(problem);
          return;
        }
        tell({ share, isCutOff: true });
        setTimeout(() => !signal.aborted && sending.start(), againMilliseconds);
      },
    });
    signal.addEventListener('abort', () => {
      void sending.abort(true).catch(() => undefined);
      reject(new DOMException('given up', 'AbortError'));
    });
    void goOnFromBefore(sending).finally(() => !signal.aborted && sending.start());
  });
}

/** The same file, of which some was sent before this page was loaded: it goes on from there. If that is gone, it begins anew. */
async function goOnFromBefore(sending: Upload): Promise<void> {
  const [latest] = (await sending.findPreviousUploads()).toSorted(
    (one, other) => Date.parse(other.creationTime) - Date.parse(one.creationTime),
  );
  if (latest !== undefined) sending.resumeFromPreviousUpload(latest);
}

function problemIn(error: Error | DetailedError): ProblemError {
  const reply = error instanceof DetailedError ? error.originalResponse : null;
  if (reply === null) return unanswered();
  try {
    return new ProblemError(JSON.parse(reply.getBody()) as ProblemError);
  } catch {
    // Where the server holds another offset, it is asked for it and goes on from there.
    return unanswered(reply.getStatus() === 409 ? 0 : reply.getStatus());
  }
}
