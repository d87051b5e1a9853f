const warning = /\b299 \S+ "((?:[^"\\]|\\.)*)"/g;

/**
 * The texts of `Warning` headers as API servers send them (RFC 7234, code 299):
 * `299 - "a \"quoted\" text"`, several headers or several in one.
 *
 * @internal
 */
export function warningsIn(headers: readonly string[]): string[] {
  const texts = headers.flatMap(header =>
    // Node reads headers as Latin-1, API servers write UTF-8.
    [...Buffer.from(header, 'latin1').toString('utf8').matchAll(warning)].map(
      ([, quoted]) => quoted.replace(/\\(.)/g, '$1').trim(),
    ),
  );
  return [...new Set(texts)].filter(Boolean);
}
