// Settings of the test runner; it is started from the root with --config.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root: string = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}/package.json`, "utf8")) as { version: string };

export default defineConfig({
	root,
	test: {
		include: ["test/**/*.test.ts"],
		exclude: ["test/bench/**"],
		// What the build writes into the bundle; tests read the sources, where it comes from the environment.
		env: { TANLU_VERSION: version },
		// Tests start real commands, and two cores are all some machines have.
		pool: "forks",
		maxWorkers: 2,
		testTimeout: 60_000,
		hookTimeout: 60_000,
		coverage: {
			provider: "v8",
			include: ["src/**/*.ts"],
			exclude: ["src/reference/compiled.ts"],
			reporter: ["text", "html"],
			reportsDirectory: "coverage",
		},
	},
});
