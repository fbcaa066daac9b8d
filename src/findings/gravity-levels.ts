/** The three levels of a finding, the gravest first. Apart from `gravity.ts`, which needs the compiled definitions. */
export type Gravity = "error" | "warning" | "note";

export const gravities: readonly Gravity[] = ["error", "warning", "note"];
