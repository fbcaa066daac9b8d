/**
 * Detached signatures: `NAME.sig` beside a file. Three lines: the ed25519 signature of the file's bytes in base64; `key` and the sha256 of the public
 * key as DER; `file` and the sha256 of the file. The first line alone proves; the others only say why it does not.
 */

import type { Verification } from "../contract/verification.ts";
import { longestJson } from "../findings/bounds.ts";
import { Trouble } from "../findings/trouble.ts";
import type { Made } from "./command.ts";
import type { Host } from "./host.ts";

/** The file of a signature, beside the one it is of. */
export function signaturePath(path: string): string {
	return `${path}.sig`;
}

/** A file that will be written, and its signature behind it. The signature is of all bytes at once: they are held together. */
export type Signer = (path: string, pieces: Iterable<string | Uint8Array>) => [file: Made, signature: Made];

/** The signer of a key that a user has. Throws `bad-key`, and `cannot-open`. */
export async function signerOf(keyFile: string, host: Host): Promise<Signer> {
	const made = host.signing.signer(new TextDecoder().decode(await bytesOf(keyFile, host)));
	if ("fault" in made) throw new Trouble("bad-key", { option: "--sign", file: host.named(keyFile), why: made.fault });
	return (path, pieces) => {
		const bytes = joined(Array.from(pieces, (piece) => (typeof piece === "string" ? new TextEncoder().encode(piece) : piece)));
		const base64 = btoa(String.fromCharCode(...made.sign(bytes)));
		const signature = `${base64}\nkey ${made.key}\nfile ${host.signing.sha256(bytes)}\n`;
		return [
			{ path, content: bytes },
			{ path: signaturePath(path), content: signature },
		];
	};
}

/** What the signature beside a file is worth under a public key. Throws `bad-key`, and `cannot-open` for the key. */
export async function checkSignature(
	file: string,
	bytes: Uint8Array,
	keyFile: string,
	host: Host,
): Promise<NonNullable<Verification["signature"]>> {
	const made = host.signing.checker(new TextDecoder().decode(await bytesOf(keyFile, host)));
	if ("fault" in made) throw new Trouble("bad-key", { option: "--key", file: host.named(keyFile), why: made.fault });
	const beside = signaturePath(file);
	const told = { file: host.named(beside), key: made.key };
	if (!host.exists(beside) || host.isFolder(beside)) return { ...told, state: "missing" };
	const [base64 = "", ...more] = new TextDecoder().decode(await bytesOf(beside, host)).split(/\r?\n/);
	if (!/^[A-Za-z0-9+/]{86}==$/.test(base64)) return { ...told, state: "malformed" };
	const signature = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
	if (made.isOf(bytes, signature)) return { ...told, state: "valid" };
	const said = (what: string): string | undefined => more.find((line) => line.startsWith(`${what} `))?.slice(what.length + 1);
	const [key, hash] = [said("key"), said("file")];
	if (key !== undefined && key !== made.key) return { ...told, state: "other-key" };
	return { ...told, state: hash !== undefined && hash !== host.signing.sha256(bytes) ? "edited" : "invalid" };
}

/** A small file as it is stored. Throws `cannot-open`, and `beyond-bound` where it is no small one. */
export async function bytesOf(path: string, host: Host): Promise<Uint8Array> {
	const source = await host.source(path);
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of source.bytes()) {
		size += chunk.length;
		if (size > longestJson) throw new Trouble("beyond-bound", { file: source.name, bound: "json", most: longestJson });
		chunks.push(chunk.slice());
	}
	return joined(chunks);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
	const all = new Uint8Array(pieces.reduce((size, { length }) => size + length, 0));
	let at = 0;
	for (const piece of pieces) {
		all.set(piece, at);
		at += piece.length;
	}
	return all;
}
