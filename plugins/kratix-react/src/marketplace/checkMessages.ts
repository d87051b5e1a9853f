/** What was looked at before an install, by check and outcome. @internal */
export const checkMessages = {
  document: {
    blocker: 'Kratix would not take this document: {{reason}}',
    warning: 'The document looks unusual: {{reason}}',
    fine: 'The document is a valid Promise',
  },
  name: {
    blocker: 'The name {{name}} is taken here',
    warning: 'Could not check whether the name {{name}} is free',
    fine: 'The name {{name}} can be used',
  },
  api: {
    blocker: 'The API {{crd}} is there already and belongs to {{by}}',
    warning: 'Could not check whether the API {{crd}} is free',
    fine: 'The API {{crd}} can be used',
  },
  'kind-shared': {
    blocker: 'The kind {{kind}} is taken by {{groups}}',
    warning: 'The kind {{kind}} is also offered by {{groups}}',
    fine: 'No other API has the kind {{kind}}',
  },
  requirement: {
    blocker: 'Requires {{required}}: {{state}}',
    warning: 'Requires {{required}}: {{state}}',
    fine: 'Requires {{required}}: {{state}}',
  },
  destinations: {
    blocker: 'Selector {{labels}} matches no Destination',
    warning:
      'Selector {{labels}} matches {{matching}} of {{total}} Destinations',
    fine: 'Selector {{labels}} matches {{matching}} of {{total}} Destinations',
  },
  'image-registry': {
    blocker_one: '{{count}} image is from a registry that is not allowed',
    blocker_other: '{{count}} images are from registries that are not allowed',
    warning_one: 'Could not check the registry of {{count}} image',
    warning_other: 'Could not check the registries of {{count}} images',
    fine: 'All images are from allowed registries',
  },
  'image-tag': {
    blocker_one: '{{count}} image is on a tag that can change',
    blocker_other: '{{count}} images are on tags that can change',
    warning_one: '{{count}} image is on a tag that can change',
    warning_other: '{{count}} images are on tags that can change',
    fine: 'No image is on a tag that can change',
  },
  'rights-wide': {
    blocker_one: 'Asks for {{count}} right in all namespaces',
    blocker_other: 'Asks for {{count}} rights in all namespaces',
    warning_one: 'Asks for {{count}} right in all namespaces',
    warning_other: 'Asks for {{count}} rights in all namespaces',
    fine: 'Asks for no rights in all namespaces',
  },
  'rights-secrets': {
    blocker_one: '{{count}} right lets it read Secrets',
    blocker_other: '{{count}} rights let it read Secrets',
    warning_one: '{{count}} right lets it read Secrets',
    warning_other: '{{count}} rights let it read Secrets',
    fine: 'Asks for no right to read Secrets',
  },
  access: {
    blocker: 'The platform does not let you do this',
    warning: 'Could not check whether the platform lets you do this',
    fine: 'The platform lets you do this',
  },
  'dry-run': {
    blocker: 'The platform refused a rehearsal',
    warning: 'The platform could not rehearse it: {{reason}}',
    fine: 'The platform accepted a rehearsal',
  },
  fetch: {
    blocker: 'Kratix can’t fetch {{url}}',
    warning: 'Unknown whether Kratix can fetch {{url}}',
    fine: 'Kratix can fetch {{url}}',
  },
  version: {
    blocker: 'Can’t go from {{from}} to {{to}}',
    warning: 'Goes from {{from}} to {{to}}, which is not newer',
    fine: 'Goes from {{from}} to {{to}}',
  },
  'api-breaking': {
    blocker_one: '{{count}} change of the API breaks requests',
    blocker_other: '{{count}} changes of the API break requests',
    warning_one: '{{count}} change of the API may break requests',
    warning_other: '{{count}} changes of the API may break requests',
    fine: 'No change of the API breaks a request',
  },
  'api-renamed': {
    blocker: 'The API has other names than before, or is gone',
    warning: 'Could not check whether the API keeps its names',
    fine: 'The API keeps its names',
  },
  'requests-refused': {
    blocker: '{{refused}} of {{total}} requests would no longer be valid',
    warning: '{{refused}} of {{total}} requests would no longer be valid',
    fine: 'All {{total}} requests stay valid',
  },
  'requests-rerun': {
    blocker_one: '{{count}} request runs its steps again',
    blocker_other: '{{count}} requests run their steps again',
    warning_one: '{{count}} request runs its steps again',
    warning_other: '{{count}} requests run their steps again',
    fine_one: '{{count}} request runs its steps again',
    fine_other: '{{count}} requests run their steps again',
  },
  'local-edits': {
    blocker_one: '{{count}} change made on the platform is in the way',
    blocker_other: '{{count}} changes made on the platform are in the way',
    warning_one: '{{count}} change made on the platform would be overwritten',
    warning_other:
      '{{count}} changes made on the platform would be overwritten',
    fine: 'Nobody changed it on the platform',
  },
  'release-managed': {
    blocker: 'A PromiseRelease keeps this Promise as it is',
    warning: 'A PromiseRelease keeps this Promise and may undo the change',
    fine: 'Goes by the PromiseRelease that keeps this Promise',
  },
} as const;

/** What to do about what was found. @internal */
export const nextMessages = {
  document: 'Edit the manifest, or tell the Promise’s author.',
  name: 'Uninstall the other Promise first, or choose another platform.',
  api: 'Uninstall what has the API first, or choose another platform.',
  'kind-shared':
    'kubectl finds one of them by its short name. Say the group as well where you mean the other.',
  requirement:
    'Add it to the plan, or install it first. Until it is available, this Promise waits.',
  destinations:
    'Give a Destination these labels, or edit the selectors. Until then nothing is delivered.',
  'image-registry':
    'Mirror the images to an allowed registry and edit the manifest, or have the registry allowed.',
  'image-tag':
    'Edit the manifest to name fixed versions or digests. Otherwise another program may run tomorrow.',
  'rights-wide': 'Read what they are. Its pipelines will have them.',
  'rights-secrets': 'Read what they are. Its pipelines will have them.',
  access: 'Ask for the right to create and change Promises on this platform.',
  'dry-run': 'Edit the manifest by what the platform says.',
  fetch: 'Install the Promise itself instead of a PromiseRelease.',
  version: 'Go back only where you mean to.',
  'api-breaking': 'Read the changes below before you go on.',
  'api-renamed':
    'Kratix refuses this. Install it under another name, then move the requests.',
  'requests-refused':
    'Have the requests listed below changed first, or their next change is refused.',
  'requests-rerun': 'Choose a time when that is fine.',
  'local-edits': 'Keep what is needed of them by editing the manifest.',
  'release-managed': 'Use the PromiseRelease.',
} as const;
