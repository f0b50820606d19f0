// A house for a story: the real server on a port of its own, in a folder of its own, ended with the story.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

export interface House {
  /** `http://127.0.0.1:PORT`. */
  address: string;
  /** A folder for files of the story. */
  folder: string;
  stop: () => Promise<void>;
}

function binary(): string {
  const target = process.env['CARGO_TARGET_DIR'] ?? resolve(import.meta.dirname, '../../target');
  const path = process.env['NABAT_BINARY'] ?? join(target, 'debug/nabat');
  if (!existsSync(path)) throw new Error(`there is no ${path}: build it with \`cargo build --bin nabat\``);
  return path;
}

/** Starts `nabat serve` or `nabat demo` and waits until it says where it can be reached. */
export async function start(command: 'serve' | 'demo', ...args: string[]): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'nabat-story-'));
  const child = spawn(binary(), [command, '--listen', '127.0.0.1:0', '--data', join(folder, 'data'), ...args], {
    cwd: folder,
    env: { ...process.env, NABAT_LOG: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await said(child);
  return {
    address,
    folder,
    stop: async () => {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function said(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    child.once('exit', (code) => failed(new Error(`nabat ended with ${code} before it served`)));
    const lines = createInterface({ input: child.stdout! });
    lines.on('line', (line) => {
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
      if (address) found(address[0]);
    });
  });
}
