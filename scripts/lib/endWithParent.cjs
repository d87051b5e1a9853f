// Required into each child of `npm start`: when the parent is killed outright,
// its channel closes, and the child ends instead of holding its port for ever.
process.channel?.unref();
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
