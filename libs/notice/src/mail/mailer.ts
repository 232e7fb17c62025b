import { createTransport } from 'nodemailer';
import type { MailText } from '../text/mail-text.ts';

export interface Mail extends MailText {
  /** The same each time it is tried: a receiver can tell by it that it has had the mail. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly language: string;
  readonly at: Date;
}

/** How a mail was not sent. */
export class MailFailure extends Error {
  constructor(
    /** For operators. */
    readonly code: string,
    /** Whether the mail certainly did not arrive. */
    readonly isCertain: boolean,
    /** Whether the address itself was refused: trying again is of no use. */
    readonly isFinal: boolean,
    options: ErrorOptions,
  ) {
    super(`mail not sent: ${code}`, options);
  }
}

export interface Mailer {
  /** @returns what the server said of it. @throws MailFailure */
  send(mail: Mail): Promise<string>;
}

/** Sends by SMTP, each mail over a connection of its own. */
export class SmtpMailer implements Mailer {
  private readonly transport: ReturnType<typeof transportTo>;
  private readonly domain: string;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    this.transport = transportTo(url);
    this.domain = from.split('@').at(-1) ?? 'localhost';
  }

  async send({ id, to, subject, text, html, language, at }: Mail): Promise<string> {
    try {
      const { response } = await this.transport.sendMail({
        from: { name: '审批 Shenpi', address: this.from },
        to,
        subject,
        text,
        html,
        date: at,
        messageId: `<${id}@${this.domain}>`,
        // RFC 3834: no holiday notice answers it.
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': language },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return response;
    } catch (error) {
      throw failureOf(error);
    }
  }
}

const transportTo = (url: string) => createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 });

/** What nodemailer says of a failure, as far as it is of use here. */
interface SmtpError {
  readonly code?: string;
  /** That of the system, such as ECONNREFUSED. */
  readonly originalCode?: string;
  readonly syscall?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly timeoutType?: string;
}

/** Codes for what goes wrong before the server could have taken the mail. A connection that breaks may break after that. */
const beforeTheMail = new Set(['EDNS', 'EAUTH', 'ENOAUTH', 'ETLS', 'EREQUIRETLS', 'EENVELOPE']);
const timeoutsBeforeTheMail = new Set(['CONNECTION_TIMEOUT', 'GREETING_TIMEOUT']);

function failureOf(error: unknown): MailFailure {
  const { code = 'unknown', originalCode, syscall, command, responseCode, timeoutType = '' } = error as SmtpError;
  const isCertain =
    responseCode !== undefined || syscall === 'connect' || timeoutsBeforeTheMail.has(timeoutType) || beforeTheMail.has(code);
  const isFinal = command === 'RCPT TO' && responseCode !== undefined && responseCode >= 500;
  return new MailFailure(`smtp-${responseCode ?? (originalCode ?? code).toLowerCase()}`, isCertain, isFinal, { cause: error });
}
