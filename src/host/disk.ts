/** What is asked of the file system where results are written: one shape, so that a test can let any call of it fail. */
import type { Buffer } from "node:buffer";
import {
	accessSync,
	closeSync,
	fchmodSync,
	fchownSync,
	fsyncSync,
	mkdirSync,
	openSync,
	renameSync,
	rmSync,
	statSync,
	writeSync,
} from "node:fs";

export interface Disk {
	readonly accessSync: typeof accessSync;
	readonly closeSync: typeof closeSync;
	readonly fchmodSync: typeof fchmodSync;
	readonly fchownSync: typeof fchownSync;
	readonly fsyncSync: typeof fsyncSync;
	readonly mkdirSync: typeof mkdirSync;
	readonly openSync: (path: string | Buffer, flags: string | number, mode?: number) => number;
	readonly renameSync: typeof renameSync;
	readonly rmSync: typeof rmSync;
	readonly statSync: (path: string | Buffer) => ReturnType<typeof statSync>;
	readonly writeSync: (file: number, bytes: Uint8Array) => number;
}

// By their names: of a whole module the bundle would make a copy at each start.
export const realDisk: Disk = {
	accessSync,
	closeSync,
	fchmodSync,
	fchownSync,
	fsyncSync,
	mkdirSync,
	openSync,
	renameSync,
	rmSync,
	statSync,
	writeSync,
};
