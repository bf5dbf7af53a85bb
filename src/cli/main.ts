#!/usr/bin/env node
/** The process: its streams, its exit code, and nothing else. */
import type { Io } from './context';
import { run } from './program';

const io: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  env: process.env,
  isTTY: process.stdout.isTTY === true,
  columns: process.stdout.columns,
};

/** A reader that has seen enough (`| head`) is no error. */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? 0);
}

process.stdout.on('error', leaveQuietly);
process.stderr.on('error', leaveQuietly);
try {
  process.exitCode = run(process.argv.slice(2), io, () => require('../index') as typeof import('../index'));
} catch (error) {
  // Only what comes before the library is loaded, or its loading, can fail here.
  process.stderr.write(`lacuna: this is a bug / 这是程序缺陷: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
