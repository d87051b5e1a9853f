const secretShapes = [
  // A password inside a URL or connection string.
  /[a-z][a-z0-9+.-]*:\/\/[^\s/@:]*:[^\s/@]+@/i,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  // A JSON Web Token.
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/,
  // `…;Password=…` of connection strings.
  /\b(password|pwd|secret|token)\s*=\s*\S/i,
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
