/**
 * What a source may hold; nobody's catalogue of Promises comes near.
 *
 * @internal
 */
export const readingLimits = {
  files: 5_000,
  textBytes: 1_000_000,
  imageBytes: 256_000,
  allBytes: 50_000_000,
  pathCharacters: 500,
  seconds: 60,
};
