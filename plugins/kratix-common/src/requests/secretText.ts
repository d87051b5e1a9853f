import { isRecord, isSecretField } from '../kube';

/**
 * Texts are of any length and of anybody's making, so none of these may begin
 * at every character with a run that has no bound.
 */
const secretShapes = [
  // A password inside a URL or connection string.
  /:\/\/[^\s/@:]*:[^\s/@]+@/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  // A JSON Web Token.
  /\beyJ[\w-]{8,2000}\.[\w-]{8,}\.[\w-]*/,
  // `…;Password=…` of connection strings, `?access_token=…` of addresses.
  /(password|passwd|pwd|passphrase|secret|token|signature|api[-_]?key|access[-_]?key|account[-_]?key|[?&;](sig|key))\s*=\s*[^\s&;]/i,
  // Tokens of GitHub, GitLab, Slack and Vault.
  /\b(gh[pousr]_\w{20}|github_pat_\w{20}|glpat-[\w-]{20}|xox[abprs]-[\w-]{10}|hv[sb]\.[\w-]{20})/,
];

/**
 * Whether a text is a secret by its own look, whatever its field is called.
 * Rather too much is hidden than too little.
 *
 * @public
 */
export function isSecretText(value: unknown): boolean {
  return (
    typeof value === 'string' && secretShapes.some(shape => shape.test(value))
  );
}

/** Whether anything in a value is secret by its look, its key or its name. @internal */
export function holdsSecret(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsSecret);
  if (!isRecord(value)) return isSecretText(value);
  return Object.entries(value).some(
    ([key, child]) => isSecretField(value, key) || holdsSecret(child),
  );
}
