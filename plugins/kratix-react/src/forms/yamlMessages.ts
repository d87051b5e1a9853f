/** The editor of YAML, wherever it stands in a form. @internal */
export const yamlMessages = {
  keys: 'Esc, then Tab leaves the text.',
  keysComplete:
    'Ctrl+Space shows what can be written here. Esc, then Tab leaves the text.',
  completions: 'What can be written here',
  required: '{{type}}, required',
  requiredOnly: 'required',
  isDefault: 'default',
  problems_one: 'One problem in this YAML',
  problems_other: '{{count}} problems in this YAML',
  atLine: 'Line {{line}}',
  more_one: 'and one more',
  more_other: 'and {{count}} more',
} as const;
