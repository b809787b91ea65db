// Loaded into the command: from the n-th write of each thread on, the disk is full.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { writeSync } = fs;
let left = Number(process.env.DISK_FULL_AFTER) - 1;

fs.writeSync = (descriptor, bytes, from = 0, length = bytes.length - from) => {
  if (left > 0) {
    left -= 1;
    return writeSync(descriptor, bytes, from, length);
  }
  // A disk takes what it still can before it refuses.
  if (left === 0 && length > 1) {
    left = -1;
    return writeSync(descriptor, bytes, from, Math.floor(length / 2));
  }
  throw Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
    syscall: 'write',
  });
};
syncBuiltinESMExports();
