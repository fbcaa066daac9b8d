/** Files, pipes and standard input as sources. */
import { accessSync, constants, type Stats, statSync } from "node:fs";
import { Trouble } from "../findings/trouble.ts";
import type { Source } from "../records/source.ts";
import { bytesOf, fileSource, pieceLength } from "./file.ts";
import { heldSource, type Keeping } from "./held.ts";
import { bytesOfPipe, typedOrPiped } from "./pipe.ts";
import { onDisk } from "./raw-name.ts";
import { cannotOpen, shown } from "./shown.ts";

/** A file, or standard input for `-`; `keeping` is how that is kept which gives its bytes once. Throws `cannot-open`. */
export async function source(path: string, keeping: Keeping = { told: () => undefined }): Promise<Source> {
	if (path === "-") return heldSource("-", typedOrPiped(), keeping);
	let stats: Stats;
	try {
		stats = statSync(onDisk(path));
		if (stats.isDirectory()) throw new Trouble("cannot-open", { file: shown(path), why: "folder", detail: "" });
		accessSync(onDisk(path), constants.R_OK);
	} catch (error) {
		throw error instanceof Trouble ? error : cannotOpen(path, error);
	}
	if (stats.isFile()) return fileSource(path, stats, shown(path));
	// A pipe with a name, such as a shell's <(command), gives its bytes once.
	return heldSource(shown(path), stats.isFIFO() ? bytesOfPipe(path) : bytesOf(path, pieceLength), keeping);
}
