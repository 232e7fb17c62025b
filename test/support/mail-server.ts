import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { callbackify } from 'node:util';
import { SMTPServer } from 'smtp-server';
import { afterwards } from './copied-database.ts';

export interface ReceivedMail {
  readonly to: readonly string[];
  readonly messageId: string;
  readonly source: string;
  /** The plain body, decoded. */
  readonly text: string;
}

export interface MailServer {
  readonly url: string;
  readonly mails: ReceivedMail[];
  /** What happens to a mail once all of it has arrived; throws to refuse it. */
  onMail: (mail: ReceivedMail) => Promise<void>;
  /** What happens to a recipient; throws to refuse them. */
  onRecipient: (address: string) => void;
  /** Breaks every connection off. */
  cut(): void;
  close(): Promise<void>;
}

/** How an SMTP server refuses. */
export const smtpRefusal = (responseCode: number): Error => Object.assign(new Error('refused by the test'), { responseCode });

/** A real SMTP server on this machine; stopped when the suite is done. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, callback) => callbackify(async () => mailServer.onRecipient(address))(callback),
    onData: (stream, session, callback) =>
      callbackify(async () => {
        const source = (await buffer(stream)).toString('latin1');
        const mail = mailOf(
          source,
          session.envelope.rcptTo.map(({ address }) => address),
        );
        mails.push(mail);
        await mailServer.onMail(mail);
      })(callback),
  });
  // Clients that hang up or are killed are part of what is tried.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
  const address = server.server.address();
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  let isClosed = false;
  const mailServer: MailServer = {
    url: `smtp://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    mails,
    onMail: async () => undefined,
    onRecipient: () => undefined,
    cut,
    close: () =>
      new Promise((resolve) => {
        if (isClosed) return resolve();
        isClosed = true;
        server.close(() => resolve());
        cut();
      }),
  };
  afterwards(() => mailServer.close());
  return mailServer;
}

export function mailOf(source: string, to: readonly string[] = []): ReceivedMail {
  const plain =
    /Content-Type: text\/plain[^\r\n]*\r\n(?:[^\r\n]+\r\n)*?Content-Transfer-Encoding: ([\w-]+)\r\n(?:[^\r\n]+\r\n)*\r\n([\s\S]*?)\r\n--/i.exec(
      source,
    );
  const [, encoding = '', body = ''] = plain ?? [];
  const messageId = /^Message-ID: (\S+)/im.exec(source)?.[1] ?? '';
  return { to, messageId, source, text: decoded(encoding.toLowerCase(), body) };
}

function decoded(encoding: string, body: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
