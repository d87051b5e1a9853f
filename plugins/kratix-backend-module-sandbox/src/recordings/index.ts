export { playRecording, type PlaybackOptions } from './playback';
export {
  parseRecording,
  readRecording,
  type RecordedEvent,
  type RecordedStep,
  type Recording,
} from './recording';
