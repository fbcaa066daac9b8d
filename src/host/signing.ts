/** Keys and signatures of ed25519, by Node's own cryptography. A key is read where it is used and kept nowhere. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import type { Signing } from "../commands/host.ts";
import type { KeyFault } from "../findings/trouble.ts";

export const signing: Signing = {
	signer: (pem) => {
		if (/-----BEGIN PUBLIC KEY-----/.test(pem)) return { fault: "public" };
		if (/ENCRYPTED/.test(pem)) return { fault: "encrypted" };
		const key = keyIn(() => createPrivateKey(pem));
		if ("fault" in key) return key;
		const known = keyHash(createPublicKey(key));
		return { key: known, sign: (bytes) => new Uint8Array(sign(null, bytes, key)) };
	},
	checker: (pem) => {
		// Whoever checks has no use for the key that signs, and should not have it.
		if (/PRIVATE KEY-----/.test(pem)) return { fault: "private" };
		const key = keyIn(() => createPublicKey(pem));
		if ("fault" in key) return key;
		return { key: keyHash(key), isOf: (bytes, signature) => verify(null, bytes, key, signature) };
	},
	sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
};

function keyIn(make: () => KeyObject): KeyObject | { readonly fault: KeyFault } {
	try {
		const key = make();
		return key.asymmetricKeyType === "ed25519" ? key : { fault: "not-ed25519" };
	} catch {
		return { fault: "no-pem" };
	}
}

/** A key is known by the sha256 of its public half as DER (SubjectPublicKeyInfo). */
function keyHash(key: KeyObject): string {
	return createHash("sha256")
		.update(key.export({ type: "spki", format: "der" }))
		.digest("hex");
}
