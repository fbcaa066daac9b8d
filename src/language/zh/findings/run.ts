/** In Chinese: findings about the run as a whole. */

import type { ChapterSentences } from "../../language.ts";
import { list } from "../pieces.ts";
import { say } from "./phrases.ts";

export const run: ChapterSentences<"run"> = {
	// The run
	"baseline-expired": ({ code, reason, until }) =>
		say(`清单中对${code}的接受到${until}为止（${reason}），现已到期，重新计入`, "处理该问题，或写明新的期限和理由。"),
	"baseline-unused": ({ code, reason }) => say(`清单中接受的${code}（${reason}）已不再出现`, "从清单中删去这一条。"),
	"not-listed": ({ codes, kept }) => say(`以下问题每种只列出前${kept}个：${list(codes)}；个数是准确的`, "先处理已列出的问题。"),
};
