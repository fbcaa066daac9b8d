/** What reading the months themselves may tell of. */
import type { Clears } from "./plain-case.ts";

/** True only where no month of a firm looks like a slip, or like an amount to date. */
export const clearsLedger: Clears = () => false;
