/** What is asked of the file system where results are written: one shape, so that a test can let any call of it fail. */
import type { Buffer } from "node:buffer";
import * as fs from "node:fs";

export interface Disk {
	readonly accessSync: typeof fs.accessSync;
	readonly closeSync: typeof fs.closeSync;
	readonly fchmodSync: typeof fs.fchmodSync;
	readonly fchownSync: typeof fs.fchownSync;
	readonly fsyncSync: typeof fs.fsyncSync;
	readonly mkdirSync: typeof fs.mkdirSync;
	readonly openSync: (path: string | Buffer, flags: string | number, mode?: number) => number;
	readonly renameSync: typeof fs.renameSync;
	readonly rmSync: typeof fs.rmSync;
	readonly statSync: (path: string | Buffer) => ReturnType<typeof fs.statSync>;
	readonly writeSync: (file: number, bytes: Uint8Array) => number;
}

export const realDisk: Disk = fs;
