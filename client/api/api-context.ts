import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { CaseMoves } from '../../store/access/case-moves.ts';
import type { SignedIn } from '../../store/access/signed-in.ts';
import type { FileDesk } from '../../store/files/take-file.ts';
import type { Database } from '../../store/open-store.ts';
import type { CaseClient } from '../case-client.ts';
import type { CertificateDesk } from '../certificates/certificate-store.ts';
import type { Identity } from '../identity/identity.ts';
import { ApiProblem } from './problem.ts';
import type { ProgressCodes } from './progress-code.ts';
import { problemOfValidation } from './validation-problem.ts';

/** What the API works with. */
export interface ApiContext {
  readonly client: CaseClient;
  readonly identity: Pick<Identity, 'authenticate'>;
  readonly moves: CaseMoves;
  readonly codes: ProgressCodes;
  readonly files: FileDesk;
  /** Null: there is no certificate store to ask. */
  readonly certificates: CertificateDesk | null;
  readonly log: Logger;
  /** Where people reach it, without a slash at the end: what QR codes and messages point to. */
  readonly publicUrl: string;
  /** Asks Temporal whether it answers, within a second or two. */
  readonly temporalAnswers: () => Promise<boolean>;
  /** The window that receipts are taken in at when the clerk names none. */
  readonly window: string;
  readonly limits?: Partial<ApiLimits>;
  /** A proxy before us says where requests come from. */
  readonly trustedProxy?: boolean;
  /** Who may read the metrics from another machine; none: nobody. */
  readonly metricsToken?: string | undefined;
}

export interface ApiLimits {
  /** Bytes of a JSON body. */
  readonly body: number;
  /** Requests of one person, or of one address of people unknown, in a minute. */
  readonly perMinute: number;
  /** ms */
  readonly time: number;
  /** Streams of events that one person has open at a time. */
  readonly streams: number;
  /** How often it is asked whether who listens to a stream is still signed in. ms */
  readonly streamCheck: number;
}

export interface ApiEnv {
  Variables: {
    readonly requestId: string;
    readonly signedIn: SignedIn | null;
    readonly csrf: string | null;
    readonly log: Logger;
  };
}

export type ApiRequest = Context<ApiEnv>;

/** A part of the API: its routes, its share of the OpenAPI document. What a request says wrongly is a problem like any other. */
export function newRoutes(): OpenAPIHono<ApiEnv> {
  return new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (!result.success) throw problemOfValidation(result.error, result.target);
    },
  });
}

export function dbOf({ client }: Pick<ApiContext, 'client'>): Database {
  return client.store.db;
}

/** Who asks. @throws ApiProblem `identity.needed` */
export function signedInOf(request: ApiRequest): SignedIn {
  const { signedIn } = request.var;
  if (!signedIn) throw new ApiProblem('identity.needed');
  return signedIn;
}

/** Who asks, if he is of one of these roles. @throws ApiProblem `identity.needed`, `right.role` */
export function requireRole(request: ApiRequest, ...roles: readonly string[]): SignedIn {
  const signedIn = signedInOf(request);
  if (!roles.includes(signedIn.role)) throw new ApiProblem('right.role', { role: signedIn.role, needed: roles.join(', ') });
  return signedIn;
}
