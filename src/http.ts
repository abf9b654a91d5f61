import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import websocket from '@fastify/websocket';
import fastify, { type FastifyInstance, type FastifyPluginAsync, type FastifyRequest, LogController } from 'fastify';
import { ClinicError, type ErrorCode, statusOf } from './errors.ts';

export interface ServerParts {
  /** What the server answers: the web channel, the inbox, and whatever else listens. */
  readonly routes: readonly FastifyPluginAsync[];
  /** Addresses or ranges of our own proxies (or `loopback`): their word on the caller's address is taken, nobody else's. */
  readonly proxies: readonly string[];
  /** Where log lines go. Left out, nothing is logged. */
  readonly log?: { readonly level: string; readonly stream: { write(line: string): void } };
}

/** Everything a body may weigh, in bytes: the longest message with room for its envelope. */
const bodyLimit = 64 * 1024;

/** A chat client sends nothing but empty frames, so a frame of any size is a mistake or an attack. */
const frameLimit = 1024;

const sentences = {
  'bad-request': 'The request could not be read.',
  'too-large': 'The request is too large.',
  'too-many': 'Too many requests. Please wait a minute and try again.',
  'not-found': 'There is nothing at this address.',
  unexpected: 'Something went wrong on our side. Please call the clinic.',
} satisfies Partial<Record<ErrorCode | 'unexpected', string>>;

/**
 * The server around the routes: limits, security headers, one shape for every failure
 * (`{ error: { code, message } }`), and a log line per request that holds no patient data.
 * @returns a server that does not listen yet
 */
export function makeServer({ routes, proxies, log }: ServerParts): FastifyInstance {
  const server = fastify({
    bodyLimit,
    trustProxy: proxies.length > 0 ? [...proxies] : false,
    logController: new LogController({ disableRequestLogging: true }),
    logger: log === undefined ? false : { ...log, serializers: { req: requestLine, err: failureLine } },
    // A path that cannot be decoded never reaches a route, nor the error handler below.
    frameworkErrors: (_error, _request, { raw }) => {
      raw.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify(failure('bad-request', sentences['bad-request'])));
    },
  });

  server.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  server.addHook('onResponse', async (request, reply) => {
    request.log.info({ ...requestLine(request), status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
  server.setErrorHandler((error, request, reply) => {
    const { status, code, message } = answerTo(error);
    if (status >= 500) request.log.error({ err: error, ...requestLine(request) }, 'failed');
    return reply.code(status).send(failure(code, message));
  });
  server.setNotFoundHandler((_request, reply) => reply.code(404).send(failure('not-found', sentences['not-found'])));

  server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        frameSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: { includeSubDomains: false },
  });
  server.register(rateLimit, { global: false, errorResponseBuilder: () => new ClinicError('too-many', sentences['too-many']) });
  server.register(websocket, { options: { maxPayload: frameLimit } });
  for (const route of routes) server.register(route);
  return server;
}

interface Answer {
  readonly status: number;
  readonly code: ErrorCode | 'unexpected';
  readonly message: string;
}

function answerTo(error: unknown): Answer {
  if (error instanceof ClinicError) {
    const status = statusOf[error.code];
    return { status, code: error.code, message: status < 500 ? error.message : sentences.unexpected };
  }
  // The web server's own messages quote what was sent, so none of them is passed on.
  switch (refusedWith(error)) {
    case 413: return { status: 413, code: 'too-large', message: sentences['too-large'] };
    case 429: return { status: 429, code: 'too-many', message: sentences['too-many'] };
    case undefined: return { status: 500, code: 'unexpected', message: sentences.unexpected };
    default: return { status: 400, code: 'bad-request', message: sentences['bad-request'] };
  }
}

function refusedWith(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined;
  const { statusCode } = error;
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? statusCode : undefined;
}

function failure(code: Answer['code'], message: string): { error: { code: Answer['code']; message: string } } {
  return { error: { code, message } };
}

/** The route's pattern, never its path: the path names a conversation, and a query may carry a token. */
function requestLine({ method, routeOptions }: FastifyRequest): { method: string; route: string } {
  return { method, route: routeOptions.url ?? 'none' };
}

/** Where it failed, without the message: a parser's message quotes what the patient wrote. */
function failureLine(error: Error): { type: string; message: string; stack: string } {
  const places = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { type: error.name, message: error instanceof ClinicError ? error.message : '', stack: places.join('\n') };
}
