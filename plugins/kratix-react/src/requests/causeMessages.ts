/**
 * The sentences of every cause: a headline of up to 80 characters, why, and
 * who does what next.
 *
 * @internal
 */
export const causeMessages = {
  why: 'Why',
  next: 'Next',
  andMore_one: 'and {{count}} more',
  andMore_other: 'and {{count}} more',
  fewer: 'Show fewer',
  platformSays: 'Platform says: {{message}}',
  notKnown: 'not known',
  stepFailed: {
    headline: 'It could not be set up',
    headlineChange: 'The latest change did not go through',
    why: 'Step “{{step}}” ({{index}} of {{total}}) stopped: container {{container}} ended with code {{code}}.',
    whyContainer:
      'Step “{{step}}” stopped: container {{container}} ended with code {{code}}.',
    whyStep: 'Step “{{step}}” ({{index}} of {{total}}) stopped.',
    whyPlain: 'Step “{{step}}” stopped.',
    next: 'Promise author: read the log, fix, run again.',
    nextInterval:
      'Promise author: read the log, fix, run again. Kratix also tries again within {{interval}}.',
  },
  stepImage: {
    why: 'Step “{{step}}” can’t start: image {{image}} could not be pulled.',
    next: 'Promise author: check the image and pull rights.',
  },
  stepPodPending: {
    headline: 'Step “{{step}}” has not started',
    why: 'The platform has no room or refused it: {{reason}}.',
    next: 'Platform team: check quota and nodes.',
  },
  approval: {
    headline: 'Waiting for approval',
    why: 'Step “{{step}}” asks: “{{message}}”, for {{duration}}.',
    whyUntimed: 'Step “{{step}}” asks: “{{message}}”.',
    whySilent: 'Step “{{step}}” waits for a decision and says no more.',
    next: 'Approvers: decide.',
  },
  suspendedByHand: {
    headline: 'Held back',
    why: 'Someone set the suspend label; no step asked for it.',
    next: 'Platform team: resume when ready.',
  },
  sentBack: {
    headline: 'Sent back by the approver',
    headlineBy: 'Sent back by {{by}}',
    why: '“{{reason}}”',
    whySilent: 'No reason was given.',
    next: 'You: edit it (restarts the steps) or delete it.',
  },
  retrying: {
    headline: 'Trying again',
    headlineIn: 'Trying again {{in}}',
    why: 'Step “{{step}}” is not done yet: “{{message}}” (attempt {{attempt}}).',
    whySilent: 'Step “{{step}}” is not done yet (attempt {{attempt}}).',
    whyPlain: 'Step “{{step}}” is not done yet.',
    next: 'Nothing to do.',
  },
  noDestination: {
    headline: 'Nowhere to run',
    why: 'No Destination has {{labels}}.',
    whyClosest:
      'No Destination has {{labels}}. Closest: {{destination}}, lacks {{missing}}.',
    whyNone: 'No Destination takes it, or the scheduler failed.',
    next: 'Platform team: label a Destination or change the selector.',
  },
  misplaced: {
    headline: 'Running where it no longer belongs',
    why: '{{destination}} no longer matches {{labels}}. Kratix does not move it.',
    whyPlain:
      '{{destination}} no longer matches what is asked for. Kratix does not move it.',
    whyUnnamed:
      'What it was placed on no longer matches. Kratix does not move it.',
    next: 'Platform team: restore the label, or recreate the request.',
  },
  writeFailed: {
    headline: 'Not delivered to {{destination}}',
    why: 'Files could not be written: {{error}}. Kratix keeps trying.',
    whyPlain: 'Files could not be written. Kratix keeps trying.',
    next: 'Platform team: check the store {{store}}.',
    nextPlain: 'Platform team: check the store.',
  },
  writeOverdue: {
    headline: 'Not delivered to {{destination}}',
    why: 'Its files are due for {{duration}} and nothing says that they were written.',
    whyPlain: 'Its files are due and nothing says that they were written.',
    next: 'Platform team: check the Destination and its store.',
  },
  storeNotReady: {
    headline: 'Not delivered to {{destination}}',
    why: 'Its store {{store}} is not ready: {{reason}}.',
    whyPlain: 'Its store {{store}} is not ready.',
    reason: {
      missing: 'it does not exist',
      secret: 'its credentials are missing',
      permissions: 'it refuses the credentials',
      write: 'the last test file could not be written',
      unreachable: 'it could not be reached',
    },
    next: 'Platform team: fix its credentials, URL or branch.',
  },
  destinationGone: {
    headline: 'Delivered to a Destination that is gone',
    why: '{{destination}} was removed; files may still be there.',
    next: 'Platform team: decide what replaces it.',
  },
  requirement: {
    headline: '{{promise}} can’t be used yet',
    why: 'It needs {{requirement}} {{version}}: {{state}}.',
    whyUnversioned: 'It needs {{requirement}}: {{state}}.',
    next: 'Platform team: install {{requirement}}.',
  },
  unavailable: {
    headline: '{{promise}} can’t be used now',
    why: 'Kratix calls it unavailable, and none of the usual reasons applies. New requests and changes wait.',
    next: 'Platform team: check the status of the Promise and the log of Kratix.',
  },
  promiseUnavailable: {
    headline: 'Waiting for {{promise}}',
    why: 'The Promise is unavailable: {{cause}}. Your request is kept.',
    whyPlain: 'The Promise is unavailable. Your request is kept.',
    cause: {
      failed: 'one of its steps failed',
      requirement: 'it lacks something that it requires',
    },
    next: 'Platform team. Nothing for you to do.',
  },
  promisePaused: {
    headline: '{{promise}} is paused',
    why: 'New changes wait until it is unpaused.',
    next: 'Platform team: unpause.',
  },
  apiInvalid: {
    headline: '{{promise}} offers no usable form',
    why: 'Its API is not accepted: {{reason}}.',
    next: 'Promise author: fix the schema.',
  },
  apiConflict: {
    headline: 'Two Promises own the same API',
    why: '{{a}} and {{b}} both declare {{crd}}.',
    next: 'Platform team: rename one before deleting anything.',
  },
  paused: {
    headline: 'Paused',
    why: 'No steps run, changes and deletion wait. Set {{duration}} ago.',
    whyUntimed: 'No steps run, changes and deletion wait.',
    next: 'Operator: unpause; all steps then run again.',
  },
  deleting: {
    headline: 'Being deleted',
    why: '{{stage}}: {{done}} of {{total}} done.',
    whyStage: 'Still to do: {{stage}}.',
    whyPlain: 'The platform is taking it apart.',
    next: 'Nothing to do.',
  },
  deleteStepFailed: {
    headline: 'Deletion stopped',
    why: 'Delete step “{{step}}” failed. Kratix will not retry by itself.',
    next: 'Promise author: fix, then run again. Don’t remove finalizers.',
  },
  deleteApproval: {
    headline: 'Deletion waits for approval',
    why: 'Delete step “{{step}}” asks: “{{message}}”.',
    whySilent: 'Delete step “{{step}}” waits for a decision.',
    next: 'Approvers: decide.',
  },
  deleteStore: {
    headline: 'Deletion waits for {{destination}}',
    why: 'Its files can’t be removed: store {{store}} is not ready.',
    next: 'Platform team: repair the store.',
  },
  deleteFinalizer: {
    headline: 'Deletion is slow',
    why: 'Still to do after {{duration}}: {{finalizer}}.',
    whyUntimed: 'Still to do: {{finalizer}}.',
    next: 'Platform team: see the evidence.',
  },
  finalizer: {
    deleteWorkflows: 'run delete steps',
    workCleanup: 'remove written files',
    workflowsCleanup: 'remove step records',
    bindingCleanup: 'forget the version choice',
    requestCleanup: 'delete its requests',
    revisionCleanup: 'remove its versions',
    controllerCleanup: 'stop watching for requests',
    dependenciesCleanup: 'remove what it installed',
    crdCleanup: 'remove its API',
    promiseCleanup: 'remove its Promise',
  },
  unhealthy: {
    headline: 'Not working',
    why: 'Reported {{ago}}: {{detail}}.',
    whyUntimed: 'Reported: {{detail}}.',
    whyPlain: 'Its health report says so and gives no detail.',
    next: 'Promise author: see the health details.',
  },
  degraded: {
    headline: 'Working with problems',
  },
  healthUnknown: {
    headline: 'Ready, health unknown',
    why: 'The check ran {{ago}} and could not tell.',
    whyUntimed: 'The check could not tell.',
    next: 'Promise author: look at the check.',
  },
  healthNone: {
    headline: 'Ready',
    why: 'Files are delivered. This Promise does not report health.',
  },
  healthLate: {
    headline: 'Ready, health report is late',
    why: 'Last report {{ago}}, usually every {{usual}}.',
    whyPlain: 'Last report {{ago}}.',
    next: 'Promise author: check the reporter.',
  },
  outdated: {
    headline: 'Newer version available',
    why: 'On {{applied}}; latest is {{latest}}.',
    whyPinned: 'On {{applied}}; latest is {{latest}}, pinned.',
    next: 'You or platform team: compare and upgrade.',
  },
  upgrading: {
    headline: 'Moving to {{version}}',
    why: 'The steps of the new version are on their way.',
    next: 'Nothing to do.',
  },
  upgradeFailed: {
    headline: 'Upgrade to {{version}} failed',
    why: 'Still on {{applied}}.',
    whyPlain: 'The earlier version stays.',
    next: 'You or platform team: retry, or stay on the earlier version.',
  },
  versionMissing: {
    headline: 'Asked for an unknown version',
    why: '{{promise}} has no version {{version}}.',
    next: 'You: choose one that exists.',
    nextList: 'You: choose one of {{list}}.',
  },
  submitted: {
    headline: 'Just submitted',
    why: 'Not picked up yet.',
    whyTimed: 'Not picked up for {{duration}}.',
    next: 'Nothing yet.',
  },
  waitingPlatform: {
    headline: 'Waiting for the platform',
    next: 'Platform team: see Platforms.',
  },
  inProgress: {
    headline: 'In progress',
    headlineStep: 'In progress: step {{index}} of {{total}}, “{{step}}”',
    headlineDelivering: 'In progress: being delivered',
    whyDelivering: 'Files are on their way: {{done}} of {{total}} written.',
    why: 'Running for {{duration}}.',
    whyUsual: 'Running for {{duration}}; usually {{usual}}.',
    whyPlain: 'The platform is working on it.',
    next: 'Nothing to do.',
  },
  slow: {
    headline: 'Slower than usual',
    why: '{{duration}} so far; 9 of 10 finish in {{usual}}.',
    next: 'You or Promise author: look at the running step.',
  },
  child: {
    headline: 'Waiting for {{kind}} {{name}}',
    why: 'A part of this request is {{label}}.',
    next: 'You: open {{name}}.',
  },
  previewLabel: {
    headline: 'Output goes to the preview area',
    why: 'The request carries the dry-run label.',
    next: 'Platform team: remove the label.',
  },
  stale: {
    headline: 'Last known',
    why: 'No contact with {{platform}} since {{time}}.',
    whyPlain: 'No contact with {{platform}}.',
    next: 'Platform team: see Platforms.',
  },
  noAccess: {
    headline: 'Delivery not visible',
    why: 'You may not read placements in {{namespace}}.',
    whyPlain: 'You may not read its placements.',
    next: 'You: ask the platform team if you need them.',
  },
  done: {
    headline: 'Ready',
    why: 'Delivered, and nothing contradicts it.',
  },
  doneNoSteps: {
    headline: 'Ready',
    why: 'Accepted. This Promise has nothing to run per request.',
  },
  gone: {
    headline: 'Gone',
    why: 'It is not on the platform any more.',
  },
  release: {
    headline: 'Could not install {{promise}}',
    whyFetch: '{{url}} did not answer as expected.',
    whyLabel: 'The document has no version label.',
    whyMismatch: 'It says {{found}}, you asked {{wanted}}.',
    next: 'Platform team: fix the source or the version.',
  },
} as const;
