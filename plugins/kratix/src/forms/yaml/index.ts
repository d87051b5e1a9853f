export {
  YamlEditor,
  type YamlEditorProps,
  type YamlProblem,
} from './YamlEditor';
