module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // What scrolls sideways must be reached by the keyboard, so it takes focus.
    'jsx-a11y/no-noninteractive-tabindex': [
      'error',
      { roles: ['group', 'tabpanel'], tags: [] },
    ],
  },
});
