/** Whether no month of a plain firm has a cause of its own: then none is set aside where it is asked what is usual. */
import { clearsCopies } from "./copies.ts";
import { onceAFirm } from "./measures.ts";
import { clearsOtherNumbers } from "./numbers.ts";
import type { Clears } from "./plain-case.ts";
import { clearsDecembers, clearsReadings } from "./readings.ts";
import { clearsFilled } from "./runs.ts";
import { clearsShifts } from "./shifts.ts";
import { clearsSwaps } from "./swaps.ts";

/** A plain firm has no month at zero, and what rules between firms find is not known before its own are asked. */
export const explainsNothing: Clears = onceAFirm(
	(plain) =>
		clearsFilled(plain) &&
		clearsDecembers(plain) &&
		clearsReadings(plain) &&
		clearsOtherNumbers(plain) &&
		clearsShifts(plain) &&
		clearsSwaps(plain) &&
		clearsCopies(plain),
);
