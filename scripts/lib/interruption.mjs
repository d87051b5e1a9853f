const lookMs = 500;

/**
 * Resolves when this command shall end: by Ctrl-C, by a signal, or because the
 * npm that runs it is gone. npm hands SIGTERM to the shell between the two,
 * which ends without a word to us, so all there is to see is another parent.
 * `onSecond` is called for whoever presses Ctrl-C again.
 */
export function interruption({ onSecond }) {
  return new Promise(resolve => {
    let asked = false;
    const end = () => {
      if (asked) {
        onSecond();
      }
      asked = true;
      resolve();
    };
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
    process.on('SIGHUP', end);

    if (process.env.npm_lifecycle_event) {
      const parent = process.ppid;
      const watch = setInterval(() => {
        if (process.ppid !== parent) {
          clearInterval(watch);
          resolve();
        }
      }, lookMs);
      watch.unref();
    }
  });
}
