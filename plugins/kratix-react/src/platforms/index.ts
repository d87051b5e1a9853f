export { FreshnessChip } from './FreshnessChip';
export { PartialStrip, silentPlatforms } from './PartialStrip';
export { PlatformStatus } from './PlatformStatus';
export { useContact } from './useContact';
export { usePlatforms } from './usePlatforms';
