/** A real mail server, in a process of its own. */
import { type Arrivals, createArrivals } from './arrivals.ts';
import { type OwnProcess, startProcess } from './own-process.ts';

/** What it does with mails. */
export type MailBehaviour =
  | 'takes mails'
  | 'refuses recipients'
  | 'refuses the password'
  | 'refuses the content'
  | 'never greets'
  | 'never says that it has it';

/** A mail as it came. */
export interface ReceivedMail {
  /** To whom the server was told to give it. */
  readonly to: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly isEncrypted: boolean;
  /** Marked so that nobody's machine answers it. */
  readonly isAutomatic: boolean;
  /** Or it was refused when it had come. */
  readonly isTaken: boolean;
}

export interface MailServerStart {
  readonly port?: number;
  readonly user: string;
  readonly password: string;
}

export interface MailServer {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly mails: Arrivals<ReceivedMail>;
  /** What it has seen and not taken. */
  readonly refused: readonly ReceivedMail[];
  behave(behaviour: MailBehaviour): Promise<unknown>;
  freeze(): void;
  thaw(): void;
  /** Takes it down. */
  kill(): Promise<void>;
  /** Starts it again, on the same port. */
  restart(): Promise<void>;
}

/** Starts a mail server that asks for this user and password. */
export async function startMailServer(user: string, password: string): Promise<MailServer> {
  const mails = createArrivals<ReceivedMail>('mail', ({ to, subject }) => `${to.join(', ')}: ${subject}`);
  const refused: ReceivedMail[] = [];
  const hear = (told: unknown) => {
    const mail = told as ReceivedMail;
    if (mail.isTaken) mails.add(mail);
    else refused.push(mail);
  };
  const start = () => startProcess(new URL('mail-server.process.ts', import.meta.url), hear);
  let process: OwnProcess = start();
  const port = (await process.ask('start', { user, password })) as number;
  return {
    port,
    user,
    password,
    mails,
    refused,
    behave: behaviour => process.ask('behave', behaviour),
    freeze: () => process.freeze(),
    thaw: () => process.thaw(),
    kill: () => process.kill(),
    restart: async () => {
      await process.kill();
      process = start();
      await process.ask('start', { port, user, password });
    },
  };
}
