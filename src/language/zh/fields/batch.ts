/** In Chinese: submissions, each judged by itself, and the evidence of them. */
import type { Fields } from "../../fields.ts";

export const batch: Fields["batch"] = {
	batch: {
		schemaVersion: "约定的版本。",
		tool: "评价所用的工具。",
		basis: "如何评价。",
		counts: "份数。",
		submissions: "每份报送一项，按指定的顺序。",
		beside: "不属于任何报送的文件和链接。",
		pools: "可用报送汇总的各行业。",
	},
	batchCounts: { submissions: "报送份数。", judged: "已评价份数。", unusable: "不能使用的份数。" },
	batchPools: {
		submissions: "计入汇总的份数。",
		leftOut: "未计入汇总的报送和企业。",
		sectors: "各行业各年。",
		standings: "所列各企业各年与所属行业轨迹的比较。",
	},
	leftOut: {
		submission: "报送。",
		firm: "企业；整份报送则为null。",
		why: "unusable（不能使用）、rows-lost（可能有行丢失）、own-tables（按自带参照表评价）、firm-repeated（另一份报送也有该企业）。",
	},
	pooledSector: {
		sector: "一级行业；末尾为all。",
		year: "年份。",
		targets: "评价该年的规划。",
		firms: "当年可用的企业数。",
		emissions: "其排放量。",
		output: "其产出。",
		intensity: "排放量除以产出。",
		comparable: "当年与基期都可用的企业数。",
		sinceBasePercent: "其强度较基期的变化。",
		required: "轨迹要求的强度。",
		gapPercent: "这些企业与轨迹的差距；大于零为较差。",
		totalSinceBasePercent: "其排放量较基期的变化。",
	},
	standing: {
		submission: "报送。",
		firm: "企业。",
		year: "年份。",
		sector: "一级行业。",
		firms: "基期汇总的企业数；由目标文件给出则为null。",
		thin: "企业是否过少，不足以代表行业。",
		base: "基期汇总强度。",
		required: "轨迹要求的强度。",
		gapPercent: "企业与其的差距；大于零为较差。",
		gapTonnes: "同上，按当年产出折吨。",
	},
};

export const summary: Fields["summary"] = {
	summary: {
		schemaVersion: "约定的版本。",
		tool: "评价所用的工具。",
		submission: "与批量核查中相同的一项。",
		pooled: "其企业在汇总中的精确数。",
		leftOut: "整份未计入汇总的原因；否则为null。",
	},
	pooledFirm: {
		firm: "企业。",
		sector: "一级行业；没有或有几个则为null。",
		targets: "评价这些年的规划。",
		baseDisputed: "所列基期强度与各行不符，不计入任何基期。",
		years: "可计入汇总的年份。",
	},
	pooledYear: {
		year: "年份。",
		emissions: "精确的排放量（tCO2）。",
		outputs: "按各价格年份的产出。",
		shown: "该年是否列出，并由此规划评价。",
	},
	pooledOutput: { priceYear: "不变价的年份；产品则为null。", output: "精确的产出。" },
};

export const manifest: Fields["manifest"] = {
	manifest: {
		schemaVersion: "约定的版本。",
		tool: "写出证据的工具。",
		basis: "如何评价各份报送。",
		submissions: "各份报送，按名称排列。",
		files: "目录中除清单及其签名外的所有文件，按路径排列。",
	},
	manifestSubmission: {
		submission: "报送。",
		state: "judged（已评价）、unusable（不能使用）。",
		folder: "其证据所在。",
		inputs: "报送的文件，从报送总目录看，无论是否读取。",
		derivations: "写有推算过程的企业和年份。",
	},
	derivationFile: { firm: "企业。", year: "年份。", json: "供程序读取的推算过程。", markdown: "供人阅读的推算过程。" },
};
