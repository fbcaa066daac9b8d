/** Signatures beside reports: as RFC 8032 and Node's own cryptography have them, and each way in which one fails. */
import { createHash, createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Verification } from "../../src/contract/verification.ts";
import { signing } from "../../src/host/signing.ts";
import { demoText, folder, names } from "../cli/tanlu.ts";
import { tanlu } from "../support/in-process.ts";

const pemOf = (seed: string): string =>
	`-----BEGIN PRIVATE KEY-----\n${Buffer.from(`302e020100300506032b657004220420${seed}`, "hex").toString("base64")}\n-----END PRIVATE KEY-----\n`;
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const pair = (): { readonly private: string; readonly public: string } => {
	const made = generateKeyPairSync("ed25519");
	return {
		private: made.privateKey.export({ type: "pkcs8", format: "pem" }) as string,
		public: made.publicKey.export({ type: "spki", format: "pem" }) as string,
	};
};
const [own, other] = [pair(), pair()];
const keys = { "key.pem": own.private, "pub.pem": own.public, "other.pem": other.private, "other-pub.pem": other.public };
const tables = Object.fromEntries(["energy.csv", "output.csv", "firms.csv"].map((name) => [name, demoText(name)]));
const report = ["report", "energy.csv", "output.csv", "--firms", "firms.csv", "--format", "json", "--out", "r.json"];

const signed = async (): Promise<string> => {
	const cwd = folder({ ...tables, ...keys });
	const { code } = await tanlu([...report, "--sign", "key.pem"], { cwd });
	expect([0, 1]).toContain(code);
	return cwd;
};
const checked = async (cwd: string, key = "pub.pem"): Promise<{ code: number | null; value: Verification; stderr: string }> => {
	const { code, stdout, stderr } = await tanlu(["verify-report", "r.json", "--key", key, "--format", "json"], { cwd });
	return { code, value: (stdout === "" ? undefined : JSON.parse(stdout)) as Verification, stderr };
};

describe("the signatures of RFC 8032, 7.1", () => {
	it.each([
		[
			"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
			"",
			"e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
		],
		[
			"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
			"af82",
			"6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
		],
	])("of the seed %s", (seed, message, signature) => {
		const made = signing.signer(pemOf(seed));
		if ("fault" in made) throw new Error(made.fault);
		expect(hex(made.sign(Buffer.from(message, "hex")))).toBe(signature);
	});
});

describe("report --sign", () => {
	it("writes a signature that Node checks by itself, and the hashes of key and file", async () => {
		const cwd = await signed();
		const [base64 = "", key, file] = readFileSync(join(cwd, "r.json.sig"), "utf8").split("\n");
		const bytes = readFileSync(join(cwd, "r.json"));
		expect(verify(null, bytes, own.public, Buffer.from(base64, "base64"))).toBe(true);
		const der = createPublicKey(own.public).export({ type: "spki", format: "der" });
		const hash = (of: Uint8Array): string => createHash("sha256").update(of).digest("hex");
		expect([key, file]).toEqual([`key ${hash(der)}`, `file ${hash(bytes)}`]);
	});

	it("writes the same bytes each time, and nothing of the key", async () => {
		const [a, b] = [await signed(), await signed()];
		for (const name of ["r.json", "r.json.sig"]) expect(readFileSync(join(a, name))).toEqual(readFileSync(join(b, name)));
		const secret = own.private.split("\n")[1] as string;
		for (const name of ["r.json", "r.json.sig"]) expect(readFileSync(join(a, name), "utf8")).not.toContain(secret);
	});

	const rsa = generateKeyPairSync("rsa", { modulusLength: 1024 }).privateKey.export({ type: "pkcs8", format: "pem" }) as string;
	const locked = generateKeyPairSync("ed25519").privateKey.export({
		...{ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "secret" },
	}) as string;

	it.each([
		["no key at all", { "k.pem": "hello" }, /no key in PEM/],
		["a key of another kind", { "k.pem": rsa }, /not of ed25519/],
		["the public half", { "k.pem": own.public }, /public half/],
		["a key under a passphrase", { "k.pem": locked }, /passphrase/],
		["a file that is not there", {}, /k\.pem/],
	])("refuses %s, and writes nothing", async (_, more, said) => {
		const cwd = folder({ ...tables, ...more });
		const { code, stderr } = await tanlu([...report, "--sign", "k.pem"], { cwd });
		expect([code, stderr]).toEqual([2, expect.stringMatching(said)]);
		expect(names(cwd)).not.toContain("r.json");
		expect(names(cwd)).not.toContain("r.json.sig");
	});

	it("signs a report in JSON that is written to a file, and nothing else", async () => {
		const cwd = folder({ ...tables, ...keys });
		const said = async (...argv: string[]): Promise<string> => {
			const { code, stderr } = await tanlu([...argv, "--sign", "key.pem"], { cwd });
			expect(code).toBe(2);
			return stderr;
		};
		expect(await said("report", "energy.csv", "output.csv", "--format", "json")).toContain("--out");
		expect(await said("report", "energy.csv", "output.csv", "--format", "json", "--out", "-")).toContain("--out");
		expect(await said("report", "energy.csv", "output.csv", "--format", "csv", "--out", "r.csv")).toContain("--format json");
	});

	it("does not write over the key, nor over a table with the signature", async () => {
		const cwd = folder({ ...tables, ...keys, "r.json.sig": demoText("energy.csv") });
		const argv = ["report", "r.json.sig", "output.csv", "--kind", "r.json.sig=energy", "--format", "json"];
		const over = await tanlu([...argv, "--out", "r.json", "--sign", "key.pem"], { cwd });
		expect([over.code, over.stderr]).toEqual([2, expect.stringContaining("r.json.sig")]);
		const key = await tanlu([...report.slice(0, -1), "key.pem", "--sign", "key.pem"], { cwd });
		expect([key.code, key.stderr]).toEqual([2, expect.stringContaining("key.pem")]);
		expect(readFileSync(join(cwd, "key.pem"), "utf8")).toBe(own.private);
	});
});

describe("verify-report --key", () => {
	const edit = (cwd: string, name: string, change: (text: string) => string): void => {
		writeFileSync(join(cwd, name), change(readFileSync(join(cwd, name), "utf8")));
	};

	it("finds the signature valid", async () => {
		const { code, value } = await checked(await signed());
		expect(value).toMatchObject({ reproduced: true, signature: { state: "valid", file: "r.json.sig" } });
		expect(code).toBe(0);
	});

	it.each<[string, string, (cwd: string) => void, string?]>([
		["edited", "a report that was edited", (cwd) => edit(cwd, "r.json", (text) => text.replace(/\n$/, "\n\n"))],
		["other-key", "another key", () => undefined, "other-pub.pem"],
		["malformed", "what is no signature", (cwd) => writeFileSync(join(cwd, "r.json.sig"), "hello\n")],
		["malformed", "an empty signature", (cwd) => writeFileSync(join(cwd, "r.json.sig"), "")],
		[
			"invalid",
			"a signature of which a letter is another",
			(cwd) => edit(cwd, "r.json.sig", (text) => (text.startsWith("A") ? "B" : "A") + text.slice(1)),
		],
		[
			"edited",
			"a report that was edited, whose signature's note of the key is gone",
			(cwd) => {
				edit(cwd, "r.json", (text) => text.replace(/\n$/, " \n"));
				edit(cwd, "r.json.sig", (text) => text.replace(/^key .*\n/m, ""));
			},
		],
	])("says %s of %s, and exits with 3", async (state, _, change, key) => {
		const cwd = await signed();
		change(cwd);
		const { code, value } = await checked(cwd, key);
		expect(value.signature?.state).toBe(state);
		expect([value.reproduced, value.differences, code]).toEqual([false, [], 3]);
	});

	it("says that there is none, in either language", async () => {
		const cwd = folder({ ...tables, ...keys });
		await tanlu(report, { cwd });
		expect((await checked(cwd)).value.signature?.state).toBe("missing");
		const { stdout, code } = await tanlu(["verify-report", "r.json", "--key", "pub.pem"], { cwd });
		expect([code, stdout]).toEqual([3, expect.stringContaining("Signature r.json.sig: there is none.")]);
		expect((await tanlu(["verify-report", "r.json", "--key", "pub.pem", "--lang", "zh"], { cwd })).stdout).toContain("没有");
	});

	it("refuses the private half and what is no key", async () => {
		const cwd = await signed();
		expect(await checked(cwd, "key.pem")).toMatchObject({ code: 2, stderr: expect.stringContaining("private half") });
		expect(await checked(cwd, "r.json")).toMatchObject({ code: 2, stderr: expect.stringContaining("no key in PEM") });
	});

	it("says nothing of signatures where no key is given", async () => {
		const { stdout } = await tanlu(["verify-report", "r.json", "--format", "json"], { cwd: await signed() });
		expect((JSON.parse(stdout) as Verification).signature).toBeNull();
	});
});
