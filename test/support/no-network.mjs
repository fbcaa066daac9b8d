// Every command of a tool, with a loader that refuses whatever opens a connection: `node no-network.mjs FOLDER`, where FOLDER
// is the package as it was unpacked. Needs nothing but Node. Ends with 1 and names the command where one asks for the network.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";

const refused = ["net", "http", "https", "http2", "dns", "dns/promises", "tls", "dgram", "inspector", "undici"];

/** Refuses them to `require` and to `import`, in the program and in every thread of it, and takes away `fetch`. */
const hook = `
import module from "node:module";
const refused = new Set(${JSON.stringify(refused)});
const check = (name) => {
	if (refused.has(String(name).replace(/^node:/, ""))) {
		process.stderr.write("NETWORK " + name + "\\n");
		process.exit(99);
	}
};
const load = module._load;
module._load = function (name, ...rest) { check(name); return load.call(this, name, ...rest); };
const builtin = process.getBuiltinModule;
if (builtin) process.getBuiltinModule = (name) => { check(name); return builtin.call(process, name); };
for (const name of ["fetch", "WebSocket", "EventSource"])
	Object.defineProperty(globalThis, name, { get: () => check("net") });
const resolver = ${JSON.stringify(`
const refused = new Set(${JSON.stringify(refused)});
export async function resolve(name, context, next) {
	if (refused.has(name.replace(/^node:/, ""))) { process.stderr.write("NETWORK " + name + "\\n"); process.exit(99); }
	return next(name, context);
}`)};
module.register("data:text/javascript," + encodeURIComponent(resolver));
`;

const tool = resolve(process.argv[2] ?? ".");
const demo = resolve(process.argv[3] ?? "fixtures/demo");
const work = mkdtempSync(join(tmpdir(), "tanlu-net-"));
const file = join(work, "hook.mjs");
writeFileSync(file, hook);

/** The exit code of a program under the hook, with nothing kept from run to run. */
function run(args) {
	const env = { PATH: process.env.PATH, HOME: work, TANLU_CACHE: "off", NODE_NO_WARNINGS: "1" };
	return spawnSync(process.execPath, ["--import", file, ...args], { cwd: work, encoding: "utf8", env });
}

const failures = [];
// The hook itself: were it to let these pass, nothing below would be proved.
for (const code of ['require("node:http")', 'import("node:net")', 'require("dns")', 'fetch("http://example.org")'])
	if (run(["-e", code]).status !== 99) failures.push(`the loader lets ${code} pass`);

const { bin } = JSON.parse(readFileSync(join(tool, "package.json"), "utf8"));
const program = join(tool, bin.tanlu);
const tables = [join(demo, "energy.csv"), join(demo, "output.csv"), "--firms", join(demo, "firms.csv")];
const formats = { report: ["text", "markdown", "csv", "json"], check: ["text", "json", "csv", "sarif", "junit", "github"] };
const lines = [
	...Object.entries(formats).flatMap(([command, all]) => all.map((format) => [command, ...tables, "--format", format])),
	["inspect", join(demo, "energy.csv")],
	["check", ...tables, "--split", "parts", "--write-baseline", "known.json", "--reason", "test", "--out", "check.txt"],
	["sources"],
	["schema"],
	["explain", "months-missing"],
	["init", "fresh", "--lang", "zh"],
	["help", "limits"],
	["--version"],
];
for (const line of lines) {
	const { status, stderr } = run([program, ...line]);
	if (![0, 1, 3].includes(status ?? -1)) failures.push(`tanlu ${line.join(" ")} ends with ${status}: ${stderr.slice(-300)}`);
}
rmSync(work, { recursive: true, force: true });
process.stdout.write(failures.length === 0 ? `no network asked for by ${lines.length} commands\n` : `${failures.join("\n")}\n`);
process.exitCode = failures.length === 0 ? 0 : 1;
