/** The command line with the real world behind it: what main.ts loads when there is something to do. */
import { runProgram } from "../commands/program.ts";
import { nodeHost } from "./node.ts";

export { allTaken } from "./standard.ts";
export { work } from "./worker.ts";

/** Runs one command line to its exit code. */
export function start(argv: readonly string[], version: string): Promise<number> {
	return runProgram(argv, nodeHost(version, __dirname));
}
