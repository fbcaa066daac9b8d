/** The letters that web pages write by name; all others are written as they are or by number. */

const names: Readonly<Record<string, string>> = {
	...{ nbsp: " ", ensp: " ", emsp: " ", thinsp: " ", amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", times: "×", middot: "·" },
	...{ sup2: "²", sup3: "³", deg: "°", ndash: "–", mdash: "—", hellip: "…", yen: "¥", permil: "‰", plusmn: "±", divide: "÷" },
	...{ ldquo: "“", rdquo: "”", lsquo: "‘", rsquo: "’", zwj: "", zwnj: "", shy: "" },
};

function named(name: string): string | undefined {
	return Object.hasOwn(names, name) ? names[name] : undefined;
}

/** Text of a page as it is meant; a name that is not known stays as it stands. */
export function unescaped(text: string): string {
	if (!text.includes("&")) return text;
	return text.replace(
		/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]\w*));?/gi,
		(whole, hex?: string, digits?: string, name?: string) => {
			if (name !== undefined) return named(name) ?? named(name.toLowerCase()) ?? whole;
			const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(digits);
			if (code === 0xa0) return " ";
			if (code === 0 || (code >= 0xd800 && code <= 0xdfff)) return "\ufffd";
			return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
		},
	);
}
