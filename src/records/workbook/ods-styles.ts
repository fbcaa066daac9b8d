/** What styles of an OpenDocument spreadsheet say of cells and sheets: which parts of a date are shown, and what is hidden. */
import { attribute, elements } from "./xml.ts";

/** The parts of a date that a format shows. */
export interface ShownParts {
	readonly year: boolean;
	readonly month: boolean;
	readonly day: boolean;
}

export interface OdsStyles {
	/** undefined where the style shows no date. */
	readonly partsOf: (style: string) => ShownParts | undefined;
	/** Whether a sheet of this style is not displayed. */
	readonly isHidden: (style: string) => boolean;
}

/** `own` are the styles of the content, `common` those of the document. */
export function odsStyles(own: string, common: string): OdsStyles {
	const dates = new Map<string, ShownParts>();
	const formats = new Map<string, { readonly format: string | undefined; readonly parent: string | undefined }>();
	const hidden = new Set<string>();
	for (const xml of [common, own]) {
		for (const { tag, inner } of elements(xml, "number:date-style"))
			dates.set(attribute(tag, "style:name") ?? "", {
				year: /<number:(year|era)\b/.test(inner),
				month: /<number:month\b/.test(inner),
				day: /<number:day\b/.test(inner),
			});
		for (const { tag, inner } of elements(xml, "style:style")) {
			const name = attribute(tag, "style:name") ?? "";
			formats.set(name, {
				format: attribute(tag, "style:data-style-name"),
				parent: attribute(tag, "style:parent-style-name"),
			});
			if (/<style:table-properties\b[^>]*table:display="false"/.test(inner)) hidden.add(name);
		}
	}
	return {
		partsOf: (style) => {
			let at = formats.get(style);
			// A style takes from its parent what it does not say.
			for (let steps = 0; at !== undefined && at.format === undefined && steps < 20; steps++) at = formats.get(at.parent ?? "");
			return dates.get(at?.format ?? "");
		},
		isHidden: (style) => hidden.has(style),
	};
}
