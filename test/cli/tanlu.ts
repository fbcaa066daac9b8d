/** The real command, started as a user starts it: arguments, a folder, an environment; what it wrote and how it ended. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export const root: string = fileURLToPath(new URL("../..", import.meta.url));
export const bin: string = join(root, "bin", "tanlu.js");

/** Tables of the demonstration, in the order a shell's `*` gives them. */
export const demoNames = ["energy.csv", "firms.csv", "output.csv"] as const;
export const demoText = (name: string): string => readFileSync(join(root, "fixtures", "demo", name), "utf8");
export const demoPaths: readonly string[] = demoNames.map((name) => join(root, "fixtures", "demo", name));
/** As a command takes them: the firms table states bases, which count where its option names it. */
export const asArguments = (files: readonly string[]): string[] =>
	files.flatMap((file) => (file.endsWith("firms.csv") ? ["--firms", file] : [file]));
export const demoArgs: readonly string[] = asArguments(demoNames);
export const demoFiles: readonly string[] = asArguments(demoPaths);
export const listedFiles: readonly string[] = ["energy.csv", "output.csv"].map((name) =>
	join(root, "fixtures", "listed-firms", name),
);

export interface Ended {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

export interface Around {
	readonly cwd?: string;
	/** Bytes for standard input; closed at once without. */
	readonly input?: string | Uint8Array;
	/** Added to an environment that holds nothing but what a program needs to start. */
	readonly env?: Readonly<Record<string, string>>;
}

const needed = ["PATH", "SystemRoot", "TMPDIR", "TEMP", "TMP", "HOME", "XDG_CACHE_HOME"];

/** A program run to its end. */
export function run(program: string, args: readonly string[], { cwd = root, input, env = {} }: Around = {}): Promise<Ended> {
	const kept = needed.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, { cwd, env: { ...Object.fromEntries(kept), ...env }, stdio: "pipe" });
		const out: Buffer[] = [];
		const told: Buffer[] = [];
		child.stdout.on("data", (piece: Buffer) => out.push(piece));
		child.stderr.on("data", (piece: Buffer) => told.push(piece));
		child.on("error", reject);
		child.on("close", (code) => {
			resolve({ code, stdout: Buffer.concat(out).toString("utf8"), stderr: Buffer.concat(told).toString("utf8") });
		});
		// A program that ends before it has read everything is no fault of the test.
		child.stdin.on("error", () => undefined);
		child.stdin.end(input ?? "");
	});
}

export const tanlu = (args: readonly string[], around?: Around): Promise<Ended> => run(process.execPath, [bin, ...args], around);

/** A folder with these files, each by its path with `/`; gone when the test is over. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
	const path = mkdtempSync(join(tmpdir(), "tanlu-cli-"));
	onTestFinished(() => rmSync(path, { recursive: true, force: true }));
	for (const [name, content] of Object.entries(files)) {
		mkdirSync(dirname(join(path, name)), { recursive: true });
		writeFileSync(join(path, name), content);
	}
	return path;
}

/** The demonstration in a folder of its own. */
export const demoFolder = (more: Readonly<Record<string, string | Uint8Array>> = {}): string =>
	folder({ ...Object.fromEntries(demoNames.map((name) => [name, demoText(name)])), ...more });

export const names = (path: string): string[] => readdirSync(path).sort();

/** One firm, two years, one tonne of CO2 to a tonne of coke: 1000 t over 1000, then 900 t over 1000 (10^4 CNY). */
export const small = {
	"energy.csv": "firm,period,carrier,quantity,unit,emission_factor\nA,2020,coke,400,t,2.5\nA,2021,coke,360,t,2.5\n",
	"output.csv":
		"firm,period,indicator,quantity,unit,prices\n" +
		"A,2020,value_added,1000,10^4 CNY,constant-2020\nA,2021,value_added,1000,10^4 CNY,constant-2020\n",
} as const;

/** The one line that says why nothing was done. */
export function onlyLine({ stderr }: Ended): string {
	const said = stderr.split("\n").filter((line) => line.startsWith("tanlu: "));
	const [line] = said;
	if (line === undefined || said.length > 1 || !stderr.endsWith(`${line}\n`))
		throw new Error(`not one line at the end: ${JSON.stringify(stderr)}`);
	return line.slice("tanlu: ".length);
}
