const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
const heading = /^\d{4}-\d\d-\d\dT\S+ \S+ (\w+) /;

/**
 * Which lines of a Backstage log a person wants to see while the portal runs:
 * warnings and errors with the lines that belong to them, and whatever a
 * process says that is not in the log's format. The rest, a line per HTTP call
 * among it, is in the log file.
 */
export function createLogFilter() {
  let shown = true;
  return line => {
    const [, level] = heading.exec(line.replace(colours, '')) ?? [];
    if (level) {
      shown = level !== 'info' && level !== 'debug';
    }
    return shown;
  };
}
