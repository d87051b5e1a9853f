/** Words of times and durations. @internal */
export const formatMessages = {
  now: 'just now',
  ago: {
    second: '{{n}} s ago',
    minute: '{{n}} min ago',
    hour: '{{n}} h ago',
    day: '{{n}} d ago',
  },
  in: {
    second: 'in {{n}} s',
    minute: 'in {{n}} min',
    hour: 'in {{n}} h',
    day: 'in {{n}} d',
  },
  unit: {
    second: '{{n}} s',
    minute: '{{n}} min',
    hour: '{{n}} h',
    day: '{{n}} d',
  },
  twoUnits: '{{large}} {{small}}',
} as const;
