/**
 * The door to what writes workbooks. The build puts it, its package and its words into a file of their own, which loads only where a
 * workbook is asked for.
 */
import { type ReportBook, reportBook } from "./report-book.ts";
import { type TemplateBook, templateBook } from "./template-book.ts";
import { xlsx } from "./xlsx.ts";

export function reportWorkbook(view: ReportBook): Uint8Array {
	return xlsx(reportBook(view));
}

export function templateWorkbook(view: TemplateBook): Uint8Array {
	return xlsx(templateBook(view));
}
