/** The outside world, for real: files, standard streams, environment. */
import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import process from "node:process";
import type { Host } from "../commands/host.ts";
import { Trouble } from "../findings/trouble.ts";
import { type Disk, realDisk } from "./disk.ts";
import { outbox } from "./outbox.ts";
import { readWhole, unwatch, watch } from "./progress.ts";
import { source } from "./read.ts";
import { shown, shownFrom } from "./shown.ts";
import { signing } from "./signing.ts";
import { columns, isTerminal, print, tell } from "./standard.ts";
import { sameFile, tryTarget, unwritten } from "./target.ts";
import { removeTemporary } from "./temporary.ts";
import { leadsTo, walk } from "./walk.ts";
import { workFolder } from "./work-folder.ts";
import { workers } from "./workers.ts";

/** `home` is the folder that the program and what was built beside it stand in. */
export function nodeHost(version: string, home: string, disk: Disk = realDisk): Host {
	const { writer, commit, abandon } = outbox(disk);
	return {
		source: (path, told = () => undefined) => source(path, { told, disk }),
		named: shown,
		namedFrom: shownFrom,
		exists: (path) => existsSync(path),
		isFolder: (path) => leadsTo(path) === "folder",
		walk,
		typed: () => process.stdin.isTTY === true,
		print: (result) => {
			unwatch();
			return print(result, disk);
		},
		watched: () => isTerminal(1),
		tryOut: (path) => tryTarget(path, disk),
		sameFile,
		writer,
		commit,
		abandon: () => {
			unwatch();
			abandon();
			removeTemporary();
		},
		watch: (work) => watch(work, () => isTerminal(2)),
		readWhole,
		tell: (text) => {
			unwatch();
			tell(text, disk);
		},
		data: async (name) => readFileSync(join(home, `${name}.json`), "utf8"),
		cores: () => availableParallelism(),
		workers: (jobs, setting, nameOf) => workers(jobs, { home, version, setting }, nameOf),
		workFolder: (path) => workFolder(path, disk),
		makeFolder: (path) => makeFolder(path, disk),
		columns: (stream) => columns(stream === "result" ? 1 : 2),
		colour: (wanted) => wanted && isTerminal(1) && (process.env["NO_COLOR"] ?? "") === "" && process.env["TERM"] !== "dumb",
		signing,
		environment: (name) => process.env[name],
		version,
	};
}

function makeFolder(path: string, disk: Disk): void {
	try {
		disk.mkdirSync(path, { recursive: true });
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		if (code !== "EEXIST" && code !== "ENOTDIR") throw unwritten(path, error);
		throw new Trouble("cannot-write", { file: path, why: "not-a-folder", detail: message, done: [] });
	}
}
