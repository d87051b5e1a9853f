/**
 * The value below which the given share of the samples lies (nearest rank).
 *
 * @param share - between 0 and 1
 * @throws RangeError for no samples, of which there is no percentile
 */
export function percentile(samples: number[], share: number): number {
  if (samples.length === 0) throw new RangeError('No samples were taken');
  const sorted = [...samples].sort((a, b) => a - b);
  const rank = Math.ceil(share * sorted.length);
  return sorted[Math.min(Math.max(rank, 1), sorted.length) - 1];
}
