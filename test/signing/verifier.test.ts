/** The verifier that travels beside evidence: it needs nothing but Node, and no digit, hash or signature can be another unseen. */
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Manifest } from "../../src/contract/evidence.ts";
import { demoText, type Ended, folder, root, run } from "../cli/tanlu.ts";
import { tanlu } from "../support/in-process.ts";

const verifier = join(root, "src", "verifier", "verify-evidence.mjs");
type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Where = readonly (string | number)[];
const { checkDerivation, problems, notes } = (await import(verifier)) as {
	checkDerivation: (derivation: Json, report: Json, of: Manifest["submissions"][number]["derivations"][number]) => void;
	problems: string[];
	notes: string[];
};

const work = mkdtempSync(join(tmpdir(), "tanlu-evidence-"));
for (const name of ["energy.csv", "output.csv"]) {
	const second = readFileSync(join(root, "fixtures", "cases", "resubmitted", "second", name), "utf8");
	for (const [at, text] of [["demo", demoText(name)] as const, ["second", second] as const]) {
		mkdirSync(join(work, "subs", at), { recursive: true });
		writeFileSync(join(work, "subs", at, name), text);
	}
}
afterAll(() => rmSync(work, { recursive: true }));
const keys = generateKeyPairSync("ed25519");
const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

beforeAll(async () => {
	writeFileSync(join(work, "pub.pem"), keys.publicKey.export({ type: "spki", format: "pem" }));
	writeFileSync(join(work, "key.pem"), keys.privateKey.export({ type: "pkcs8", format: "pem" }));
	const { code } = await tanlu(["batch", "subs", "--evidence", "evidence", "--sign", "key.pem"], { cwd: work });
	expect([0, 1]).toContain(code);
	await tanlu(["batch", "subs", "--evidence", "straight", "--path", "linear"], { cwd: work });
});

/** A copy of the evidence, with its signature. */
function copied(): string {
	const to = folder();
	cpSync(join(work, "evidence"), to, { recursive: true });
	return to;
}
function signed(at: string): void {
	const text = readFileSync(join(at, "manifest.json"));
	writeFileSync(join(at, "manifest.json.sig"), `${sign(null, text, keys.privateKey).toString("base64")}\n`);
}
const checked = (at: string, ...more: string[]): Promise<Ended> =>
	run(process.execPath, [verifier, at, "--key", join(work, "pub.pem"), ...more]);
const manifestIn = (at: string): Manifest => JSON.parse(readFileSync(join(at, "manifest.json"), "utf8")) as Manifest;

describe("the verifier", () => {
	it("has at most 300 lines and imports nothing but Node", () => {
		const text = readFileSync(verifier, "utf8");
		expect(text.split("\n").length - 1).toBeLessThanOrEqual(300);
		for (const [, from] of text.matchAll(/from "([^"]+)"/g)) expect(from).toMatch(/^node:/);
		for (const line of text.split("\n")) expect(line.replaceAll("\t", "    ").length).toBeLessThanOrEqual(150);
	});

	it("finds that all is as it says: files, signature, submissions, and every derivation", async () => {
		const { code, stdout, stderr } = await checked(copied(), "--inputs", join(work, "subs"));
		expect([code, stderr]).toEqual([0, ""]);
		expect(stdout).toContain("All is as it says.");
		expect(stdout).toContain("signature 签名: valid");
		const made = manifestIn(join(work, "evidence")).submissions.flatMap(({ derivations }) => derivations);
		expect(made.length).toBeGreaterThan(5);
		expect(stdout).toContain(`${made.length} derivations`);
	});

	it("travels in the folder, the same as its source, and needs no word", async () => {
		const at = copied();
		const own = join(at, "verify-evidence.mjs");
		expect(readFileSync(own, "utf8")).toBe(readFileSync(verifier, "utf8"));
		expect(await run(process.execPath, [own])).toMatchObject({ code: 0, stdout: expect.stringContaining("no --key") });
	});

	it("is signed with the evidence, the same bytes each time; resuming signs anew where the key is another", async () => {
		const once = readFileSync(join(work, "evidence", "manifest.json.sig"), "utf8");
		const cwd = folder({ "key.pem": readFileSync(join(work, "key.pem")) });
		cpSync(join(work, "subs"), join(cwd, "subs"), { recursive: true });
		await tanlu(["batch", "subs", "--evidence", "evidence", "--sign", "key.pem", "--jobs", "1"], { cwd });
		expect(readFileSync(join(cwd, "evidence", "manifest.json.sig"), "utf8")).toBe(once);
		const other = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" });
		writeFileSync(join(cwd, "other.pem"), other);
		await tanlu(["batch", "subs", "--evidence", "evidence", "--resume"], { cwd });
		expect(readFileSync(join(cwd, "evidence", "manifest.json.sig"), "utf8")).toBe(once);
		await tanlu(["batch", "subs", "--evidence", "evidence", "--resume", "--sign", "other.pem"], { cwd });
		const { code, stdout } = await checked(join(cwd, "evidence"));
		expect([code, stdout]).toEqual([1, expect.stringContaining("is of another key")]);
		expect(await tanlu(["batch", "subs", "--sign", "key.pem"], { cwd })).toMatchObject({
			code: 2,
			stderr: expect.stringContaining("--evidence"),
		});
	});

	it("follows a straight path as well", async () => {
		const { code, stdout } = await run(process.execPath, [verifier, join(work, "straight")]);
		expect([code, stdout]).toEqual([0, expect.stringContaining("All is as it says.")]);
	});

	it("names each file of which one byte is another, that is missing, or that is not listed", async () => {
		for (const { path } of manifestIn(join(work, "evidence")).files) {
			const at = copied();
			const bytes = readFileSync(join(at, path));
			bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
			writeFileSync(join(at, path), bytes);
			const { code, stdout } = await checked(at);
			expect([path, code]).toEqual([path, 1]);
			expect(stdout).toContain(`${path}: was changed`);
		}
		const at = copied();
		const [first] = manifestIn(at).files;
		rmSync(join(at, first?.path as string));
		writeFileSync(join(at, "more.txt"), "more");
		const { code, stdout } = await checked(at);
		expect(code).toBe(1);
		expect(stdout).toContain(`${first?.path}: missing`);
		expect(stdout).toContain("more.txt: is not in the manifest");
	});

	it("names a submission that is another", async () => {
		const subs = folder({ "demo/energy.csv": "other", "demo/output.csv": demoText("output.csv") });
		const { code, stdout } = await checked(copied(), "--inputs", subs);
		expect(code).toBe(1);
		expect(stdout).toContain("demo: demo/energy.csv: was changed");
		expect(stdout).toContain("second: second/energy.csv: missing");
	});

	it("lets no hash and no size in the manifest be another, with the manifest signed or not", async () => {
		for (const key of ["sha256", "bytes"] as const) {
			const at = copied();
			const manifest = manifestIn(at);
			const files = manifest.files.map((file, index) =>
				index !== 1
					? file
					: { ...file, [key]: key === "bytes" ? file.bytes + 1 : file.sha256.replace(/^./, (c) => (c === "a" ? "b" : "a")) },
			);
			writeFileSync(join(at, "manifest.json"), JSON.stringify({ ...manifest, files }));
			const unsigned = await checked(at);
			expect(unsigned.stdout).toContain("manifest.json.sig: the manifest was changed since");
			signed(at);
			const { code, stdout } = await checked(at);
			expect([code, stdout]).toEqual([1, expect.stringContaining(`${files[1]?.path}: was changed`)]);
		}
	});

	it.each<[string, (at: string) => void, string]>([
		["no signature", (at) => rmSync(join(at, "manifest.json.sig")), "missing"],
		["what is no signature", (at) => writeFileSync(join(at, "manifest.json.sig"), "x"), "is no signature"],
		["another key", (at) => writeFileSync(join(at, "manifest.json.sig"), otherSignature(at)), "is of another key"],
	])("names %s", async (_, change, said) => {
		const at = copied();
		change(at);
		const { code, stdout } = await checked(at);
		expect([code, stdout]).toEqual([1, expect.stringContaining(`manifest.json.sig: ${said}`)]);
	});

	function otherSignature(at: string): string {
		const other = generateKeyPairSync("ed25519");
		const text = readFileSync(join(at, "manifest.json"));
		const key = sha256(other.publicKey.export({ type: "spki", format: "der" }));
		return `${sign(null, text, other.privateKey).toString("base64")}\nkey ${key}\nfile ${sha256(text)}\n`;
	}

	it("says where a cell counts in part, since feedstock was taken out of it", async () => {
		const from = join(root, "fixtures", "findings", "feedstock-in-amount");
		const cwd = folder(
			Object.fromEntries(["energy.csv", "output.csv"].map((name) => [`subs/a/${name}`, readFileSync(join(from, name))])),
		);
		await tanlu(["batch", "subs", "--evidence", "e"], { cwd });
		const { code, stdout } = await run(process.execPath, [verifier, join(cwd, "e")]);
		expect([code, stdout]).toEqual([0, expect.stringContaining("energy.csv:2 counts in part")]);
	});

	it("opens nothing outside the folder", async () => {
		const at = copied();
		const manifest = manifestIn(at);
		const out = { path: "../out.txt", sha256: sha256("out"), bytes: 3 };
		const submissions = manifest.submissions.map((one) => ({
			...one,
			derivations: one.derivations.map((each) => ({ ...each, json: "../../x.json" })),
		}));
		writeFileSync(join(at, "..", "out.txt"), "out");
		writeFileSync(join(at, "manifest.json"), JSON.stringify({ ...manifest, submissions, files: [...manifest.files, out] }));
		signed(at);
		const { code, stdout } = await checked(at);
		rmSync(join(at, "..", "out.txt"));
		expect(code).toBe(1);
		expect(stdout).toContain("../out.txt: leads out of the folder");
		expect(stdout).toContain("../../x.json: cannot be made again: leads out of the folder");
	});

	it.each([
		["a folder without a manifest", { "a.txt": "a" }],
		["a manifest cut off", { "manifest.json": '{"schemaVersion": 1, "files": [' }],
		["a manifest of another version", { "manifest.json": '{"schemaVersion": 2}' }],
	])("says that %s cannot be checked", async (_, files) => {
		const { code, stderr } = await run(process.execPath, [verifier, folder(files)]);
		expect([code, stderr]).toEqual([2, expect.stringContaining("cannot be checked")]);
	});
});

/** Leaves that are figures, by the keys that lead to them. */
function* figures(value: Json, path: Where = []): Generator<Where> {
	if (typeof value === "string" && /^-?\d+([./]\d+)?$/.test(value)) yield path;
	else if (Array.isArray(value)) for (const [index, one] of value.entries()) yield* figures(one, [...path, index]);
	else if (typeof value === "object" && value !== null)
		for (const [key, one] of Object.entries(value)) yield* figures(one, [...path, key]);
}
const at = (value: Json, path: Where): Json =>
	path.reduce<Json>((inner, key) => (inner as { [key: string]: Json })[key as string] as Json, value);
const edited = (value: Json, [key, ...rest]: Where, to: Json): Json => {
	if (key === undefined) return to;
	const inner = edited((value as { [key: string]: Json })[key as string] as Json, rest, to);
	return Array.isArray(value) ? value.with(key as number, inner) : { ...(value as { [key: string]: Json }), [key]: inner };
};
/** The text with another digit at one of its places. */
const otherDigit = (text: string, index: number): string => {
	const places = [...text.matchAll(/\d/g)].map((found) => found.index);
	const place = places[index % places.length] as number;
	return text.slice(0, place) + String((Number(text[place]) + 1 + (index % 8)) % 10) + text.slice(place + 1);
};

/** What the verifier makes again of a report: the rest stands by its hash. */
const madeAgain =
	/^(carriers\.\d+\.(quantity|co2|tce|factor\..*)|emissions\..*|energy\.value|output\.value|intensity\.value|ownPath\..*)$/;

describe.each(["evidence", "straight"])("in %s, a forger who writes the hashes anew", (name) => {
	const inFolder = (path: string): Json => JSON.parse(readFileSync(join(work, name, path), "utf8")) as Json;
	const found = (derivation: Json, report: Json, of: Parameters<typeof checkDerivation>[2]): boolean => {
		problems.length = 0;
		notes.length = 0;
		try {
			checkDerivation(derivation, report, of);
		} catch {
			return true;
		}
		return problems.length + notes.length > 0;
	};

	it("changes no digit of any figure of a derivation, or of its line in the report, unseen", () => {
		const survivors: string[] = [];
		let tried = 0;
		for (const { folder: inner, derivations } of manifestIn(join(work, name)).submissions)
			for (const of of derivations) {
				const [derivation, report] = [inFolder(of.json), inFolder(`${inner}/report.json`)] as [Json, { [key: string]: Json }];
				expect(found(derivation, report, of)).toBe(false);
				const mutate = (told: string, path: Where, value: Json, check: (other: Json) => boolean): void => {
					const was = String(at(value, path));
					for (let turn = 0; turn < 3; turn += 1) {
						tried += 1;
						const other = otherDigit(was, tried + turn * 7);
						if (!check(edited(value, path, other))) survivors.push(`${told} ${path.join(".")}: ${was} -> ${other}`);
					}
				};
				const { tool: _, basis: __, inputs: ___, ...own } = derivation as { [key: string]: Json };
				// Where nothing is required of a year, nothing is made of what its path keeps.
				for (const path of figures(own))
					if (path.at(-1) !== "period" && (path.join(".") !== "path.keep" || at(derivation, ["path", "required"]) !== null))
						mutate(of.json, path, derivation, (other) => found(other, report, of));
				const firms = report["firms"] as { firm: string; years: { year: number }[] }[];
				const firm = firms.findIndex((each) => each.firm === of.firm);
				const year = firms[firm]?.years.findIndex((each) => each.year === of.year) as number;
				const whole: Where = ["firms", firm, "years", year];
				for (const path of figures(at(report, whole)))
					if (madeAgain.test(path.join(".")))
						mutate("report", [...whole, ...path], report, (other) => found(derivation, other, of));
			}
		expect(tried).toBeGreaterThan(1000);
		expect(survivors).toEqual([]);
	});
});

it("leaves nothing behind", () => {
	expect(readdirSync(work).sort()).toEqual(["evidence", "key.pem", "pub.pem", "straight", "subs"]);
});
