// Settings of the test runner; it is started from the root with --config.
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root: string = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}/package.json`, "utf8")) as { version: string };

export default defineConfig({
	root,
	test: {
		include: ["test/**/*.test.ts"],
		exclude: ["test/bench/**"],
		setupFiles: ["test/support/seed.ts"],
		// What the build writes into the bundle; tests read the sources, where it comes from the environment.
		// Commands keep what they were compiled to in a folder of the tests' own.
		env: { TANLU_VERSION: version, XDG_CACHE_HOME: join(tmpdir(), "tanlu-tests") },
		// Tests start real commands, and two cores are all some machines have.
		pool: "forks",
		maxWorkers: 2,
		// One process reads our modules once for all its files, and the engine compiles them once. Those that count work ask for a
		// process of theirs: files whose environment has other options share none.
		isolate: false,
		testTimeout: 60_000,
		hookTimeout: 60_000,
		coverage: {
			provider: "v8",
			include: ["src/**/*.ts"],
			exclude: ["src/*/compiled.ts"],
			reporter: ["text", "html"],
			reportsDirectory: "coverage",
		},
	},
});
