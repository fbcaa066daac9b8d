/** The shelf of formats a report can be written in. */
export const formats = ["text", "csv", "json", "markdown"] as const;
export type Format = (typeof formats)[number];
