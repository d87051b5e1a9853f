/** S13, platforms. @internal */
export const platformPageMessages = {
  title: 'Platforms',
  connection: 'Connection',
  what: 'platforms',
  none: 'No platform is configured',
  noneHint: 'Name one below kratix.platforms in the portal’s configuration:',
  sandbox: 'Sandbox',
  sandboxHint:
    'Embedded in the portal, for trying things out. Nothing is real.',
  counts: {
    promises_one: '{{count}} Promise',
    promises_other: '{{count}} Promises',
    requests_one: '{{count}} request',
    requests_other: '{{count}} requests',
    destinations_one: '{{count}} Destination',
    destinations_other: '{{count}} Destinations',
    attention_one: '{{count}} needs attention',
    attention_other: '{{count}} need attention',
  },
  fact: {
    version: 'API server',
    contact: 'Last contact',
    delay: 'Delay',
    delayValue: '{{seconds}} s',
    identity: 'Acts as',
    features: 'Found',
    owner: 'Owner',
  },
  identity: {
    serviceAccount: 'Reads and writes as the portal’s service account.',
    impersonation:
      'Writes as you, by impersonation. Reads as the portal’s service account; of requests you see what the platform lets you list.',
    oidc: 'Writes as you, by your own sign-in. Reads as the portal’s service account; of requests you see what the platform lets you list.',
  },
  feature: {
    revisions: 'versions',
    bindings: 'version choice',
    'dry-run': 'preview of files',
    'health-records': 'health',
    releases: 'releases',
  },
  featureState: {
    off: '{{feature}}: off',
    absent: '{{feature}}: not found',
    refused: '{{feature}}: could not check',
    unknown: '{{feature}}: not read yet',
  },
  how: {
    show: 'How',
    showNamed: 'How to get {{feature}}',
    line: 'the lines for {{feature}}',
    absent:
      'This platform does not serve {{crd}}, which comes with a newer Kratix. Update Kratix on the platform; this line shows whether it is there:',
    refused:
      'The portal may not read {{crd}}, so it can’t tell. The role below lets it.',
    off: 'Previews are accepted, but no Destination takes them. Label one for it; Kratix also has to have the feature on, which it reads when it starts:',
    revisions:
      'A Promise then gets a version for each value of its label kratix.io/promise-version.',
    bindings:
      'Kratix then notes by itself which version each request follows or is pinned to.',
    'dry-run':
      'It is off until Kratix has the feature on and a Destination is labelled for previews.',
    'health-records':
      'Kratix runs no checks itself: a pipeline or a checker of the Promise reports them.',
    releases:
      'A Promise can then be installed and upgraded by a version and an address.',
  },
  down_one: '{{count}} request as last seen; writing is off.',
  down_other: '{{count}} requests as last seen; writing is off.',
  downUncounted: 'What was known is shown as last seen; writing is off.',
  lastKnown: 'What was known is shown as last seen.',
  check: {
    button: 'Check now',
    named: 'Check now: {{platform}}',
    checked: 'Checked: {{state}}.',
    trying:
      'Accepted. The platform has not answered yet and is still being asked.',
    recent: 'Checked a moment ago: {{state}}.',
  },
  reason: 'Why: {{reason}}',
  missing: 'Not visible to the portal: {{kinds}}.',
  rights: {
    title: 'Watched kinds and rights',
    show: 'Show kinds ({{n}})',
    hide: 'Hide kinds',
    kind: 'Kind',
    state: 'State',
    count: 'Objects',
    missing_one: 'Rights are missing on {{count}} kind',
    missing_other: 'Rights are missing on {{count}} kinds',
    impersonation: 'The account may not act as you',
    role: 'Copy role',
    roleName: 'role that grants them',
    installing: 'Copy role for installing',
    installingName:
      'role for installing Promises, which is the power of an administrator',
    told: 'What the account may do is as the platform said {{ago}}.',
    notAsked: 'The platform was not asked yet what the account may do.',
    failed:
      'Could not check what the account may do: the platform did not say.',
    old: 'Could not check again what the account may do: this is as the platform said {{ago}}.',
    asYou: 'Writes go out as you: the platform decides on each of them.',
    actAs: {
      granted: 'The account may act as people.',
      missing:
        'The account may not act as people, so nothing can be written: it lacks impersonate on users and groups.',
      unknown: 'Could not check whether the account may act as people.',
    },
    verb: {
      list: 'List',
      watch: 'Watch',
      get: 'Get',
      create: 'Create',
      patch: 'Patch',
      delete: 'Delete',
    },
    right: {
      granted: 'granted',
      missing: 'missing',
      unknown: 'could not check',
      person: 'as you',
      none: 'not needed',
    },
    stateOf: {
      listing: 'Being read',
      watching: 'Watched',
      retrying: 'Trying again',
      forbidden: 'Refused',
      absent: 'Not there',
    },
  },
  diagnostics: 'Copy diagnostics',
  diagnosticsName: 'diagnostics',
} as const;
