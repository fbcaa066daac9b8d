/** A short name for a finding that stays the same when rows move: what is wrong with whom and when, not on which line. */
import { createHash } from "node:crypto";
import type { Finding } from "./finding.ts";

/** Sixteen hexadecimal digits. */
export function fingerprint({ code, firm, period, at }: Finding): string {
	const identity = [code, firm, period, at.column, at.value].join("\u001f");
	return sha256(identity).slice(0, 16);
}

/** Of a text, as 64 hexadecimal digits. */
export function sha256(text: string): string {
	return createHash("sha256").update(text).digest("hex");
}
