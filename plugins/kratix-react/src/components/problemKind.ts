import {
  platformRefusalSchema,
  type PlatformRefusal,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** The kinds of failure that people are told apart. @internal */
export type ProblemKind =
  | 'offline'
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'refused'
  | 'unavailable'
  | 'timeout'
  | 'tooMany'
  | 'server'
  | 'unexpected';

/** An error with what the backend said about it. @internal */
export interface ProblemFacts {
  kind: ProblemKind;
  status?: number;
  /** The backend's own sentence. */
  message?: string;
  name?: string;
  /** It was the platform that refused, not the portal. */
  refused?: PlatformRefusal;
}

const byStatus: Record<number, ProblemKind> = {
  400: 'refused',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'notFound',
  408: 'timeout',
  409: 'conflict',
  422: 'refused',
  429: 'tooMany',
  503: 'unavailable',
  504: 'timeout',
};

function refusalIn(said: Error | undefined): Pick<ProblemFacts, 'refused'> {
  if (!said || !('refused' in said)) return {};
  const { data } = platformRefusalSchema.safeParse(said.refused);
  return data ? { refused: data } : {};
}

/** What kind of failure an error is. Pure and total. @internal */
export function problemFacts(error: Error): ProblemFacts {
  const status =
    'statusCode' in error && typeof error.statusCode === 'number'
      ? error.statusCode
      : undefined;
  const cause = 'cause' in error ? error.cause : undefined;
  const said = cause instanceof Error ? cause : undefined;
  if (status !== undefined) {
    return {
      kind: byStatus[status] ?? (status >= 500 ? 'server' : 'refused'),
      status,
      message: said?.message,
      name: said?.name,
      ...refusalIn(said),
    };
  }
  if (error.name === 'AbortError' || error.name === 'TimeoutError') {
    return { kind: 'timeout', name: error.name };
  }
  // What browsers throw where no answer came at all.
  if (error instanceof TypeError && /fetch|network|load/i.test(error.message)) {
    return { kind: 'offline', name: error.name };
  }
  return { kind: 'unexpected', name: error.name };
}
