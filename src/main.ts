/** argv, the real world and an exit code meet here, and only here. */
import node from "node:process";

// The build writes the version in place of this name.
const version = process.env["TANLU_VERSION"] ?? "0.0.0";
const argv = node.argv.slice(2);

// A reader who closes the pipe has seen enough: that is success, not a fault.
for (const stream of [node.stdout, node.stderr]) {
	stream.on("error", (error: NodeJS.ErrnoException) => {
		if (error.code !== "EPIPE") throw error;
	});
}

if (argv.length === 1 && argv[0] === "--version") {
	// Asked by scripts again and again: nothing else needs to load for it.
	node.stdout.write(`${version}\n`);
} else {
	const [{ runProgram }, { nodeHost }] = await Promise.all([import("./commands/program.ts"), import("./host/node.ts")]);
	node.exitCode = await runProgram(argv, nodeHost(version));
}
