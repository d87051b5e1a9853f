export {
  durationParts,
  parseTime,
  timeDistance,
  type TimeDistance,
  type TimeUnit,
} from './time';
export { useFormats, type Formats } from './useFormats';
export { useNow } from './useNow';
