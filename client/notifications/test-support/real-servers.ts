import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Mail {
  readonly to: string;
  readonly messageId: string;
  readonly raw: string;
}

/** A real SMTP server on an ephemeral port. */
export interface MailServer {
  readonly url: string;
  readonly mails: readonly Mail[];
  /** What it answers to a recipient; null: it takes the mail. */
  refuse: (to: string) => { readonly code: number; readonly text: string } | null;
  /** Called when a mail is in; until it has settled the sender waits for the answer. */
  taken: () => Promise<void>;
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'], logger: false, closeTimeout: 100,
    onRcptTo({ address }, _session, done) {
      const refused = running.refuse(address);
      done(refused ? Object.assign(new Error(refused.text), { responseCode: refused.code }) : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        mails.push({ to: session.envelope.rcptTo[0]!.address, messageId: /^message-id: *(\S+)/im.exec(raw)![1]!, raw });
        running.taken().then(() => done(), done);
      });
    },
  });
  // A client that is killed resets its connection.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const running: MailServer = {
    url: `smtp://127.0.0.1:${port}`, mails, refuse: () => null, taken: async () => undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return running;
}

/** The text of a mail as its reader sees it. */
export function textOf({ raw }: Mail): string {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  if (/^content-transfer-encoding: *base64/im.test(head)) return Buffer.from(text, 'base64').toString('utf8');
  const bytes = text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return /^content-transfer-encoding: *quoted-printable/im.test(head) ? Buffer.from(bytes, 'latin1').toString('utf8') : text;
}

export interface Call {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A real HTTP server on an ephemeral port. */
export interface HttpServer {
  readonly url: string;
  readonly calls: readonly Call[];
  answer: (call: Call) => { readonly status: number; readonly headers?: Record<string, string> } | Promise<{ readonly status: number; readonly headers?: Record<string, string> }>;
  /** Breaks the connection instead of answering. */
  breaks: boolean;
  close(): Promise<void>;
}

export async function startHttpServer(): Promise<HttpServer> {
  const calls: Call[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const call = { path: request.url!, headers: request.headers, body: Buffer.concat(chunks).toString('utf8') };
    calls.push(call);
    if (running.breaks) return void request.socket.destroy();
    const { status, headers = {} } = await running.answer(call);
    response.writeHead(status, headers).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const running: HttpServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls, answer: () => ({ status: 200 }), breaks: false,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return running;
}
