import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * All processes of this machine that are not just waiting to be buried, as
 * `{ pid, parent, group, id }`. `id` stays unique when a pid is given again.
 */
export function processes() {
  return process.platform === 'linux' ? fromProc() : fromPs();
}

/** Pure: the process `pid` and all that it began, directly or not. */
export function familyOf(pid, all) {
  const family = new Set(all.filter(one => one.pid === pid));
  for (const { pid: parent } of family) {
    all.filter(one => one.parent === parent).forEach(one => family.add(one));
  }
  return [...family];
}

// Small Linux images have no ps.
function fromProc() {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      try {
        return parseStat(readFileSync(`/proc/${name}/stat`, 'utf8'));
      } catch {
        // It ended while the folder was read.
        return [];
      }
    });
}

// A command's name is in parentheses and may hold some itself.
function parseStat(text) {
  const pid = Number.parseInt(text, 10);
  const [state, parent, group, ...rest] = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ');
  const startedAt = rest[16];
  return state === 'Z'
    ? []
    : [
        {
          pid,
          parent: Number(parent),
          group: Number(group),
          id: `${pid} ${startedAt}`,
        },
      ];
}

function fromPs() {
  const { stdout } = spawnSync(
    'ps',
    ['-A', '-o', 'pid=,ppid=,pgid=,state=,lstart='],
    { encoding: 'utf8' },
  );
  return stdout.split('\n').flatMap(line => {
    const [, pid, parent, group, state, startedAt] =
      /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.+)$/.exec(line) ?? [];
    return !pid || state.startsWith('Z')
      ? []
      : [
          {
            pid: Number(pid),
            parent: Number(parent),
            group: Number(group),
            id: `${pid} ${startedAt}`,
          },
        ];
  });
}
