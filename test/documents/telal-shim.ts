/**
 * Stands for `telal`, `npx` and `npm` where a page's commands are run: hands on to the real program, but what serves for
 * ever is started, waited for and stopped, and nothing asks the world beyond this machine.
 * argv: the name it is called by, then that command's own arguments.
 */
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../bin/telal.js', import.meta.url));
const home = fileURLToPath(new URL('../..', import.meta.url));
const [as, ...given] = process.argv.slice(2);

if (as === 'npm') npm(given);
else if (as === 'npx' && given[0] === 'telal') telal(given.slice(1));
else if (as === 'npx') throw new Error(`a page runs npx ${given.join(' ')}, which its test does not know`);
else telal(given);

function npm(args: string[]): void {
  const [word, script] = args;
  // Installing is what the checkout that runs this was made by, and testing is what runs this.
  if (word === 'ci' || word === 'test') return;
  if (word === 'start') telal(['serve']);
  else if (word === 'run' && script === 'demo') telal(['demo']);
  else if (word === 'run' && script) process.exitCode = spawnSync('npm', ['--prefix', home, ...args]).status ?? 1;
  else throw new Error(`a page runs npm ${args.join(' ')}, which its test does not know`);
}

function telal(args: string[]): void {
  const [command, ...rest] = args;
  const named = rest.filter((arg) => !arg.startsWith('-'));
  // Without names these would ask hundreds of sites; that the options are right is all that can be told here.
  const asksTheWorld = (command === 'poll' && named.length === 0) || (command === 'outlets' && rest.at(-1) === 'check');
  if (asksTheWorld) run([...args, '--help']);
  else if (command === 'serve') startAndStop([...args, ...(rest.includes('--no-poll') ? [] : ['--no-poll'])]);
  else if (command === 'demo') startAndStop(args);
  else run(args);
}

function run(args: string[]): void {
  process.exitCode = spawnSync(process.execPath, [bin, ...args], { stdio: 'inherit' }).status ?? 1;
}

/** Ends with 0 where the server said its address, and ended well when it was told to. */
function startAndStop(args: string[]): void {
  const child = spawn(process.execPath, [bin, ...args, '--port', '0'], {
    env: { ...process.env, LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const hear = (chunk: Buffer) => {
    said += chunk;
    if (/http:\/\/127\.0\.0\.1:\d+/.test(said)) child.kill('SIGTERM');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  child.once('close', (status, signal) => {
    const heard = /http:\/\/127\.0\.0\.1:\d+/.test(said);
    if (!heard || (status !== 0 && signal !== 'SIGTERM')) process.stderr.write(said);
    process.exitCode = heard ? (status ?? (signal === 'SIGTERM' ? 0 : 1)) : 1;
  });
}
