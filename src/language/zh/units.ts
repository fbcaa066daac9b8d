/** Units in Chinese, as statistics forms write them; a symbol that forms use as it is stays. Tables read these back. */

const names: Readonly<Record<string, string>> = {
	t: "吨",
	kg: "千克",
	"10^4 t": "万吨",
	"10^8 t": "亿吨",
	m3: "立方米",
	kWh: "千瓦时",
	"10^4 kWh": "万千瓦时",
	"10^8 kWh": "亿千瓦时",
	"10^4 GJ": "万吉焦",
	tce: "吨标准煤",
	kgce: "千克标准煤",
	"10^4 tce": "万吨标准煤",
	Nm3: "标准立方米",
	"10^3 Nm3": "千标准立方米",
	"10^4 Nm3": "万标准立方米",
	"10^6 Nm3": "百万标准立方米",
	"10^8 Nm3": "亿标准立方米",
	CNY: "元",
	"10^3 CNY": "千元",
	"10^4 CNY": "万元",
	"10^6 CNY": "百万元",
	"10^7 CNY": "千万元",
	"10^8 CNY": "亿元",
	"10^9 CNY": "十亿元",
	"10^4 tCO2": "万吨二氧化碳",
	"GJ/10^4 Nm3": "GJ/万Nm3",
	"tCO2/10^4 kWh": "tCO2/10^4 kWh",
};

/** What an intensity or a factor counts; below it stands any unit. Other units divided stay symbols: GJ/t. */
const counted = /^(tCO2|tce)\/(.+)$/;

/** 万元 for 10^4 CNY, tCO2/万元 for tCO2/10^4 CNY. */
export function unitName(symbol: string): string {
	const whole = names[symbol];
	if (whole !== undefined) return whole;
	const [, what, per = ""] = counted.exec(symbol) ?? [];
	return what === undefined ? symbol : `${what}/${names[per] ?? per}`;
}
