/**
 * Settings of a repository can name programs, and it may be someone else's: no hooks, no monitor
 * of the file system, no pager, and nothing is fetched.
 */
export const SAFE_SETTINGS: readonly string[] = [
  '--no-pager',
  '--no-optional-locks',
  ...['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false'],
  // A partial clone fetches through `core.sshCommand` or a remote helper of its settings.
  ...[
    'allow',
    'file.allow',
    'git.allow',
    'ssh.allow',
    'http.allow',
    'https.allow',
    'ext.allow',
  ].flatMap((setting) => ['-c', `protocol.${setting}=never`]),
];
