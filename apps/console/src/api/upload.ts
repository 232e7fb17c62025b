import { useSession } from '../session/session.ts';
import { languageTag } from '../words/language.ts';
import { ProblemError, unanswered } from './problem.ts';
import type { components } from './schema.d.ts';

type Attachment = components['schemas']['Attachment'];

/** Sends a file and tells how much of it is there, as a share of 1: which only XMLHttpRequest knows of what is sent. */
export function upload(file: File, tell: (share: number) => void): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/attachments');
    request.setRequestHeader('x-csrf-token', useSession.getState().csrfToken);
    request.setRequestHeader('accept-language', languageTag());
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => tell(loaded / total));
    request.addEventListener('error', () => reject(unanswered()));
    request.addEventListener('load', () => {
      if (request.status < 300) resolve(request.response as Attachment);
      else reject(request.response === null ? unanswered(request.status) : new ProblemError(request.response as ProblemError));
    });
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  });
}
