/**
 * What `--out` may name: a link, a file of one's own, a pipe, a link that leads nowhere, a folder that lacks. Each is asked in
 * a folder of its own with the built command, and answers what is otherwise than READING says; empty where all is right.
 */
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, lstatSync, readFileSync, readlinkSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Ended, folder, small, tanlu } from "../cli/tanlu.ts";

const written = (cwd: string, out: string): Promise<Ended> =>
	tanlu(["report", "energy.csv", "output.csv", "--format", "json", "--quiet", "--out", out], { cwd });

/** A finished report begins so. */
const isReport = (text: string): boolean => text.trimStart().startsWith("{") && text.includes('"schemaVersion"');

const differing = (...wrong: readonly (readonly [boolean, string])[]): readonly string[] =>
	wrong.filter(([is]) => is).map(([, text]) => text);

async function link(): Promise<readonly string[]> {
	const cwd = folder({ ...small, "real.json": "old\n" });
	symlinkSync("real.json", join(cwd, "link.json"));
	const { code } = await written(cwd, "link.json");
	return differing(
		[code !== 0, `ends with ${code}`],
		[!lstatSync(join(cwd, "link.json")).isSymbolicLink(), "the link is replaced"],
		[!isReport(readFileSync(join(cwd, "real.json"), "utf8")), "what the link leads to is not written"],
	);
}

async function linkToNothing(): Promise<readonly string[]> {
	const cwd = folder(small);
	symlinkSync("new.json", join(cwd, "link.json"));
	const { code } = await written(cwd, "link.json");
	const made = join(cwd, "new.json");
	return differing(
		[code !== 0, `ends with ${code}`],
		[!lstatSync(join(cwd, "link.json")).isSymbolicLink(), "the link is replaced"],
		[lstatSync(join(cwd, "link.json")).isSymbolicLink() && readlinkSync(join(cwd, "link.json")) !== "new.json", "another link"],
		[!existsSync(made) || !isReport(readFileSync(made, "utf8")), "what the link leads to is not written"],
	);
}

async function mode(bits: number): Promise<readonly string[]> {
	const cwd = folder({ ...small, "own.json": "old\n" });
	chmodSync(join(cwd, "own.json"), bits);
	const { code } = await written(cwd, "own.json");
	const now = statSync(join(cwd, "own.json")).mode & 0o777;
	return differing(
		[code !== 0, `ends with ${code}`],
		[now !== bits, `the mode is ${now.toString(8)}, was ${bits.toString(8)}`],
		[!isReport(readFileSync(join(cwd, "own.json"), "utf8")), "nothing is written"],
	);
}

async function pipe(): Promise<readonly string[]> {
	const cwd = folder(small);
	const at = join(cwd, "pipe");
	execFileSync("mkfifo", [at]);
	const reader = spawn("cat", [at], { stdio: ["ignore", "pipe", "ignore"] });
	let heard = "";
	reader.stdout.on("data", (piece: Buffer) => {
		heard += piece.toString("utf8");
	});
	const closed = new Promise<void>((resolve) => reader.on("close", () => resolve()));
	const { code } = await written(cwd, "pipe");
	// A reader whose pipe was taken away would wait for ever.
	const late = setTimeout(() => reader.kill(), 2000);
	await closed;
	clearTimeout(late);
	return differing(
		[code !== 0, `ends with ${code}`],
		[!lstatSync(at).isFIFO(), "the pipe is replaced"],
		[!isReport(heard), "the reader of the pipe gets no report"],
	);
}

async function refusedRun(): Promise<readonly string[]> {
	const cwd = folder({ ...small, "kept.json": "old\n" });
	const { code } = await tanlu(["report", "nowhere.csv", "--format", "json", "--quiet", "--out", "kept.json"], { cwd });
	return differing(
		[code !== 2, `ends with ${code}`],
		[readFileSync(join(cwd, "kept.json"), "utf8") !== "old\n", "a run that could not be done changed the file"],
	);
}

async function noFolder(): Promise<readonly string[]> {
	const cwd = folder(small);
	writeFileSync(join(cwd, "energy.csv"), "no table at all\n");
	const { code, stderr } = await tanlu(["report", "energy.csv", "--out", "nowhere/report.json"], { cwd });
	return differing([code !== 2, `ends with ${code}`], [!stderr.includes("nowhere"), "the target is not tried before reading"]);
}

/** By name of the case, in the folder `out` of the list. */
export const outTargets: Readonly<Record<string, () => Promise<readonly string[]>>> = {
	"a symbolic link is followed": link,
	"a symbolic link to nothing makes what it names": linkToNothing,
	"a private file stays private": () => mode(0o600),
	"a file for the group stays so": () => mode(0o664),
	"a pipe is written to and kept": pipe,
	"a run that could not be done leaves the file": refusedRun,
	"the target is tried before reading": noFolder,
};
