/** In English: findings about the run as a whole. */

import type { ChapterSentences } from "../../language.ts";
import { list } from "../pieces.ts";
import { say } from "./phrases.ts";

export const run: ChapterSentences<"run"> = {
	// The run
	"baseline-expired": ({ code, reason, until }) =>
		say(
			`the baseline accepted ${code} until ${until} ('${reason}'); it counts again`,
			"Correct the data, or renew the entry with a new date and reason.",
		),
	"baseline-unused": ({ code, reason }) =>
		say(`the baseline accepts ${code} ('${reason}'), which is not found any more`, "Remove the entry."),
	"not-listed": ({ codes, kept }) =>
		say(`only the first ${kept} of each are listed: ${list(codes)}; the counts are exact`, "Correct those first."),
};
