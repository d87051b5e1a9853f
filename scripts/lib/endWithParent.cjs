// Required into each child of `npm start`: when the parent is killed outright,
// its channel closes, and the child ends instead of holding its port for ever.
process.channel?.unref();
process.once('disconnect', () => {
  // An orderly end may hang on output that nobody reads any more.
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 3000).unref();
  process.kill(process.pid, 'SIGTERM');
});
