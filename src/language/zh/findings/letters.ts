/** In Chinese: findings about letters and encodings. */
import type { CreditCodeFault } from "../../../domain/credit-code.ts";
import type { ChapterSentences } from "../../language.ts";
import { columnName } from "../columns.ts";
import { list, quoted } from "../pieces.ts";
import { say } from "./phrases.ts";

/** Why a credit code cannot be right. */
function creditCode(fault: CreditCodeFault, value: string): string {
	switch (fault.why) {
		case "lost-digits":
			return `“${value}”是表格软件把统一社会信用代码当作数字的结果，末尾几位已经丢失`;
		case "old-number":
			return `“${value}”是15位数字，属于旧的工商注册号，不是统一社会信用代码`;
		case "length":
			return `“${value}”有${fault.length}个字符，统一社会信用代码应为18个`;
		case "letter":
			return `“${value}”含有${quoted(fault.letter)}，统一社会信用代码不用这个字符`;
		case "check":
			return `“${value}”的校验码不对：如其余各位无误，末位应为“${fault.due}”`;
		case "organisation":
			return `“${value}”中的组织机构代码不对：如其余各位无误，第17位应为“${fault.due}”`;
	}
}

export const letters: ChapterSentences<"letters"> = {
	// Credit codes, and letters that names should not hold
	"bad-credit-code": ({ fault }, { at }) =>
		say(
			creditCode(fault, at.value),
			`单元格先设为文本格式，再按营业执照填写；执照上确实如此的（早期发放的个别代码），把列名改为“${columnName("firm")}”。本行未采用，各企业的合并数据暂不给出。`,
		),
	"credit-code-respelt": ({ read }, { at }) =>
		say(`“${at.value}”按统一社会信用代码${read}处理`, "只填半角数字和大写字母，单元格中不留空格和其他符号。"),
	"control-character": ({ letters }, { at }) =>
		say(`“${at.value}”含有控制字符（${list(letters)}），名称中不会有这种字符`, "手工重新输入名称；本行未采用。"),
	"invisible-character": ({ letters }, { at }) =>
		say(`“${at.value}”含有看不见的字符（${list(letters)}），与去掉这些字符后的名称不作为同一名称`, "手工重新输入名称。"),
	"formula-like-text": (_, { at }) =>
		say(`“${at.value}”的开头像公式；已按文本保留，不作计算`, "填写名称本身；供表格软件使用的输出会在其前加一个单引号。"),
	"two-names-one-code": ({ names, used }) =>
		say(
			`同一统一社会信用代码下有不同的企业名称：${list(names)}；采用“${used}”`,
			"实为另一企业的，改正其代码；是同一企业的，在企业表中填写正确的企业名称。",
		),
	"one-name-two-codes": ({ name, codes }) =>
		say(
			`“${name}”有不同的统一社会信用代码：${list(codes)}；按不同的企业分别计算`,
			"是同一企业的，改正代码；不是同一企业的，用不同的名称加以区分。",
		),
};
