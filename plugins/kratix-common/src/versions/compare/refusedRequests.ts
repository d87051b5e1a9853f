import type { KubeObject } from '../../kube';
import { isRecord } from '../../kube';
import { apiOfPromise } from '../../promises';
import {
  compileSchema,
  fieldOfPath,
  problemSentence,
  type CompiledSchema,
  type SchemaProblem,
} from '../../schemas';

/** Beyond these the person looks at the request itself. */
const mostProblems = 5;

/**
 * Tells of a request what a new version of its API would find wrong with it:
 * `spec.size: must be one of "small", "large"`, at most five; none where it
 * fits.
 *
 * @public
 */
export type RequestCheck = (request: KubeObject) => string[];

/**
 * What the API of `after` would refuse that the API of `before` let pass. What
 * counts is a request that is written anew as it is: an API server lets an
 * existing one pass as long as what no longer fits is not touched, so it goes
 * on until somebody edits it. The schemas are read once; ask per request, so
 * that thousands can be asked without holding up anything else. An API that is
 * gone or can't be read refuses nothing here: that is a change of its own.
 *
 * @public
 */
export function requestCheck(
  before: KubeObject,
  after: KubeObject,
): RequestCheck {
  const was = compiledOf(before);
  const is = compiledOf(after);
  if (!is) return () => [];
  return request => {
    const found = problemsOf(is, request);
    if (found.length === 0) return [];
    // What was wrong before is not the new version's doing.
    const known = new Set(was ? problemsOf(was, request) : []);
    return found.filter(text => !known.has(text)).slice(0, mostProblems);
  };
}

/**
 * Which requests the API of `after` would refuse; see {@link requestCheck}.
 *
 * @public
 */
export function refusedByApi(
  requests: readonly KubeObject[],
  before: KubeObject,
  after: KubeObject,
): { request: KubeObject; problems: string[] }[] {
  const check = requestCheck(before, after);
  return requests
    .map(request => ({ request, problems: check(request) }))
    .filter(({ problems }) => problems.length > 0);
}

function compiledOf(promise: KubeObject): CompiledSchema | undefined {
  const offered = apiOfPromise(promise);
  return 'api' in offered && offered.api.schema
    ? compileSchema(offered.api.schema)
    : undefined;
}

function problemsOf(compiled: CompiledSchema, request: unknown): string[] {
  if (!isRecord(request)) return [];
  // Kratix writes it, by a schema of its own.
  const { status, ...written } = request;
  return compiled.check(compiled.shape(written)).map(problemText);
}

function problemText(problem: SchemaProblem): string {
  const field = fieldOfPath(problem.path);
  const sentence = problemSentence(problem);
  return field ? `${field}: ${sentence}` : sentence;
}
