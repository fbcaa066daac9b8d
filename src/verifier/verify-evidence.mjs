/**
 * Checks a folder of evidence with Node alone: node verify-evidence.mjs [FOLDER] [--key pub.pem] [--inputs DIR]
 * It shares no line with the program that made the evidence; whoever does not trust the copy in the folder takes one from elsewhere.
 *  1. Every file that manifest.json lists is there with its sha256, and no other; with --inputs, what was submitted too; with --key, the
 *     ed25519 signature of manifest.json in manifest.json.sig.
 *  2. Every printed derivation is made again in whole numbers, without rounding: cells to amounts, amounts to sums, sums times factors
 *     to tonnes, tonnes over output, base, path with its root, tests of the verdict; and each result is the report's, to the last digit.
 * Not made again: figures over several firms, progress (logarithms), findings, years without a derivation. They stand by their hash.
 * Exit code 0: all is as it says. 1: something is not, each on a line. 2: it could not be checked.
 */
import { createHash, createPublicKey, verify } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const [manifestName, signatureName, counts] = ["manifest.json", "manifest.json.sig", { files: 0, derivations: 0, figures: 0 }];
export const [problems, notes] = [[], []];
const wrong = (where, what) => void problems.push(`${where}: ${what}`);
const must = (holds, where, what) => void (holds || wrong(where, what));

/** The figure as it is printed, and as it was made again here. */
function same(where, name, printed, made) {
	counts.figures += 1;
	const [a, b] = [printed, made].map((value) => JSON.stringify(value ?? null));
	must(a === b, where, `${name} is ${a}, should be 应为 ${b}`);
}

// Fractions: pairs of whole numbers [over, under], under above zero.
const size = (n) => (n < 0n ? -n : n);
function fraction(over, under = 1n) {
	let [a, b] = [size(over), size(under)];
	while (b !== 0n) [a, b] = [b, a % b];
	const by = (a === 0n ? 1n : a) * (under < 0n ? -1n : 1n);
	return [over / by, under / by];
}

const [zero, one, hundred] = [0n, 1n, 100n].map((n) => [n, 1n]);
const add = ([a, b], [c, d]) => fraction(a * d + c * b, b * d);
const negative = ([a, b]) => [-a, b];
const minus = (a, b) => add(a, negative(b));
const times = ([a, b], [c, d]) => fraction(a * c, b * d);
const over = ([a, b], [c, d]) => fraction(a * d, b * c);
const equal = (a, b) => a[0] === b[0] && a[1] === b[1];

const power = ([a, b], n) => [a ** BigInt(n), b ** BigInt(n)];
const sum = (all) => all.reduce(add, zero);

/** `-1.25`, `22/7`. */
function read(text) {
	const [whole, under = "1"] = String(text).split("/");
	const [before, part = ""] = whole.split(".");
	if (!/^-?\d+$/.test(before) || !/^\d*$/.test(part) || !/^[1-9]\d*$/.test(under)) throw new Error(`no number: ${text}`);
	return fraction(BigInt(before + part), 10n ** BigInt(part.length) * BigInt(under));
}

/** To at most so many places, a half to the even digit, without trailing zeros. */
function write([a, b], places = 12) {
	const scaled = size(a) * 10n ** BigInt(places);
	const twice = (scaled % b) * 2n;
	const digits = scaled / b + (twice > b || (twice === b && (scaled / b) % 2n === 1n) ? 1n : 0n);
	const text = digits.toString().padStart(places + 1, "0");
	const sign = a < 0n && digits !== 0n ? "-" : "";
	return `${sign}${text.slice(0, -places)}.${text.slice(-places)}`.replace(/\.?0+$/, "");
}

/** The greatest whole number whose n-th power is at most this one, by halving. */
function rootBelow(value, n) {
	let [low, high] = [0n, 1n << BigInt(Math.ceil(value.toString(2).length / n) + 1)];
	while (high - low > 1n) {
		const middle = (low + high) >> 1n;
		[low, high] = middle ** BigInt(n) <= value ? [middle, high] : [low, middle];
	}
	return low;
}

/** a + b × x^(1/n) as it is written, by bounds on both sides that are drawn closer until they are written alike. */
function writeRoot(a, b, [x, under], n, places = 12) {
	if (isPower([x, under], n)) return write(add(a, times(b, [rootBelow(x, n), rootBelow(under, n)])), places);
	for (let more = 20; ; more += 20) {
		const scale = 10n ** BigInt(places + more);
		const low = rootBelow((x * scale ** BigInt(n)) / under, n);
		const [first, second] = [low, low + 1n].map((bound) => write(add(a, times(b, fraction(bound, scale))), places));
		if (first === second) return first;
	}
}

const isPower = (parts, n) => parts.every((part) => rootBelow(size(part), n) ** BigInt(n) === size(part));
const hashOf = (bytes) => createHash("sha256").update(bytes).digest("hex");
/** What a manifest may name: from the folder, and not out of it. */
const isInside = (path) => /^(?![\\/]|[A-Za-z]:)./.test(path) && !/(^|[\\/])\.\.([\\/]|$)/.test(path);

function checkFile(folder, { path, sha256, bytes }, told = path) {
	counts.files += 1;
	if (!isInside(path)) return wrong(told, "leads out of the folder 路径越出文件夹");
	const at = join(folder, path);
	if (!existsSync(at) || !lstatSync(at).isFile()) return wrong(told, "missing 缺失");
	const content = readFileSync(at);
	must(content.length === bytes && hashOf(content) === sha256, told, "was changed: another sha256 已改动");
}

function checkFiles(folder, manifest, inputs) {
	for (const file of manifest.files) checkFile(folder, file);
	const known = new Set([manifestName, signatureName, ...manifest.files.map(({ path }) => path)]);
	for (const path of readdirSync(folder, { recursive: true }).map((each) => each.replaceAll("\\", "/")))
		must(known.has(path) || lstatSync(join(folder, path)).isDirectory(), path, "is not in the manifest 不在清单中");
	for (const { submission, inputs: handedIn } of inputs === undefined ? [] : manifest.submissions)
		for (const file of handedIn) checkFile(inputs, file, `${submission}: ${file.path}`);
}

function checkSignature(folder, keyFile) {
	const at = join(folder, signatureName);
	if (keyFile === undefined) return existsSync(at) ? "not checked: no --key 未验（未给公钥）" : "none 无";
	if (!existsSync(at)) return wrong(signatureName, "missing 没有签名");
	const [base64 = "", ...said] = readFileSync(at, "utf8").split(/\r?\n/);
	if (!/^[A-Za-z0-9+/]{86}==$/.test(base64)) return wrong(signatureName, "is no signature 不是签名文件");
	const key = createPublicKey(readFileSync(keyFile));
	const content = readFileSync(join(folder, manifestName));
	if (verify(null, content, key, Buffer.from(base64, "base64"))) return "valid 有效";
	const other = (what, hash) => said.some((line) => line.startsWith(`${what} `) && line !== `${what} ${hash}`);
	if (other("key", hashOf(key.export({ type: "spki", format: "der" }))))
		return wrong(signatureName, "is of another key 不是此公钥所签");
	if (other("file", hashOf(content))) return wrong(signatureName, "the manifest was changed since 签名后清单改过");
	return wrong(signatureName, "is not valid 无效");
}

/** Rows to their sum, the sum times its factor to tonnes. Returns tonnes and tce exactly; undefined where they are unknown. */
function checkLine(line, reported, where) {
	const name = `${line.carrier} ${line.use}`;
	for (const key of ["carrier", "use", "unit", "co2", "tce", "factor"]) same(where, `${name} ${key}`, line[key], reported?.[key]);
	for (const item of line.items) checkCells(item, `${name}: `, where);
	const quantity = line.quantity === null ? null : read(line.quantity);
	same(where, `${name}: quantity`, reported?.quantity, quantity && write(quantity));
	if (quantity === null) return {};
	const rows = line.items.length === 0 ? quantity : sum(line.items.map((item) => read(item.quantity)));
	must(equal(rows, quantity), where, `${name}: rows do not add up 各行合计不符`);
	checkFactor(line, `${name}: perUnit`, where);
	const product = (rate, of) => {
		const made = line[of] === null ? undefined : rate === null ? zero : times(quantity, read(rate));
		if (made !== undefined) same(where, `${name}: ${of}`, line[of], write(made));
		return made;
	};
	return { co2: product(line.perUnit, "co2"), tce: product(line.tcePerUnit, "tce") };
}

/** A cell in the unit that amounts are held in. Days and amounts to date are several cells, only listed; feedstock may be taken out. */
function checkCells({ quantity, cells: [cell, ...more] }, name, where) {
	const text = cell.text.replace(/[,\s]/g, "");
	if (more.length > 0 || cell.perUnit === null || !/^-?\d+(\.\d+)?$/.test(text)) return;
	const made = times(read(text), read(cell.perUnit));
	const part = made[0] === 0n ? one : over(read(quantity), made);
	if (part[0] >= 0n && part[0] < part[1])
		notes.push(`${where}: ${name}${cell.file}:${cell.row} counts in part 部分计入: ${quantity}`);
	else same(where, `${name}${cell.file}:${cell.row}`, quantity, write(made, 60));
}

/** The factor as its parts come to, times 44/12; below zero where the line subtracts, nothing where carbon stays; gas may be per 10^4. */
function checkFactor({ factor, perUnit, part }, name, where) {
	if (factor === null || perUnit === null || part === "process" || read(perUnit)[0] === 0n) return;
	const direct = () => [factor.emissionFactor, factor.unit.startsWith("kgCO2/") ? "1/1000" : "1"];
	const parts = () => [factor.ncv ?? "1", factor.carbonContent, factor.oxidationRate, "44/12"];
	const made = (factor.kind === "parts" ? parts() : direct()).map(read).reduce(times);
	const fits = [made, over(made, [10000n, 1n])].some((each) => equal(each, [size(read(perUnit)[0]), read(perUnit)[1]]));
	must(fits, where, `${name} is ${perUnit}, should be 应为 ${made.join("/")}`);
}

function checkEmissions({ basis, lines, emissions }, year, where) {
	if (lines.length !== year.carriers.length) wrong(where, "has other lines than the report 行数与报告不同");
	const made = lines.map((line, at) => ({ part: line.part, ...checkLine(line, year.carriers[at], where) }));
	for (const part of ["fuel", "process", "electricity", "heat", "total"]) {
		same(where, `emissions.${part}`, emissions[part], year.emissions[part]);
		const left = basis.boundary === "energy" ? "process" : "";
		const own = made.filter((line) => (part === "total" ? line.part !== left : line.part === part));
		if (emissions[part] === null || own.some(({ co2 }) => co2 === undefined)) continue;
		const tonnes = sum(own.map(({ co2 }) => co2));
		same(where, `emissions.${part}`, emissions[part], write(tonnes));
		must(part !== "total" || equal(tonnes, read(emissions.exact)), where, `emissions.exact is ${emissions.exact}`);
	}
	if (year.energy.value !== null && made.every(({ tce }) => tce !== undefined))
		same(where, "energy.value", year.energy.value, write(sum(made.map(({ tce }) => tce))));
}

function checkIntensity({ emissions, output, intensity }, year, where) {
	if (output !== null) {
		same(where, "output.value", output.value, write(read(output.exact)));
		same(where, "output.value", year.output.value, output.value);
		for (const item of output.items) checkCells(item, "output: ", where);
		const rows = sum(output.items.map(({ quantity }) => read(quantity)));
		const plain = !output.deflated && output.prices !== "mixed";
		must(!plain || equal(rows, read(output.exact)), where, "output: rows do not add up 各行合计不符");
	}
	if (intensity === null) return;
	same(where, "intensity.over", intensity.over, emissions.exact);
	same(where, "intensity.under", intensity.under, output?.exact);
	same(where, "intensity.value", intensity.value, write(over(read(intensity.over), read(intensity.under))));
	same(where, "intensity.value", year.intensity.value, intensity.value);
}

/** Everything that the path asks, and how far the year lies from it: a + b × root, each with its own a and b. */
function checkPath({ basis, targets, base, path, intensity, output, tests }, year, where, before) {
	if (base === null) return;
	const start = read(base.intensity);
	same(where, "base.value", base.value, write(start));
	const stated = base.emissions === null || base.output === null;
	must(stated || equal(over(read(base.emissions), read(base.output)), start), where, `base.intensity is ${base.intensity}`);
	if (path === null || intensity === null || start[0] === 0n) return;
	const [now, keep] = [over(read(intensity.over), read(intensity.under)), read(path.keep)];
	same(where, "path.step", path.step, year.year - path.baseYear);
	same(where, "path.baseYear", path.baseYear, base.year);
	const along = (step) => minus(one, times(minus(one, keep), fraction(BigInt(step), BigInt(path.years))));
	/** The share of the base that is left after so many years, as x^(1/n). */
	const shareAt = (step) => (path.shape === "linear" ? [along(step), 1] : [power(keep, step), path.years]);
	const own = year.ownPath;
	const [span, left] = [path.targetYear - path.baseYear, path.targetYear - year.year];
	const at = (name, a, b, [x, n], places) =>
		own?.[name] == null || same(where, `ownPath.${name}`, own[name], writeRoot(a, b, x, n, places));
	const tonnes = (value) => times(value, read(output.exact));
	const ratio = times(hundred, over(now, start));
	const gaps = ([required, gap], share) => {
		at(required, zero, start, share);
		at(gap, now, negative(start), share);
		at(`${gap}Percent`, negative(hundred), ratio, [over(one, share[0]), share[1]]);
		at(`${gap}Tonnes`, tonnes(now), negative(tonnes(start)), share);
	};
	const [share, n] = shareAt(path.step);
	gaps(["required", "gap"], [share, n]);
	gaps(["target", "targetGap"], shareAt(span));
	at("requiredChangePercent", negative(hundred), hundred, [share, n]);
	at("gapPoints", ratio, negative(hundred), [share, n]);
	const [target, degree] = shareAt(span);
	if (own?.neededYearlyCutPercent !== "0" && left > 0)
		at("neededYearlyCutPercent", hundred, negative(hundred), [times(power(over(start, now), degree), target), degree * left], 6);
	for (const name of own === null ? [] : ["required", "gap", "gapTonnes"]) same(where, `path.${name}`, path[name], own[name]);
	same(where, "ownPath.base", own?.base ?? base.value, base.value);
	same(where, "change", year.change?.sinceBasePercent ?? write(minus(ratio, hundred)), write(minus(ratio, hundred)));
	const prices = basis.plans.find((plan) => plan.targets === targets)?.prices;
	// At other prices than the plan's, last year's intensity is another number than the one that the report shows.
	const shown = before !== undefined && [before, year].every((each) => each.output.prices === prices);
	const isShown = (x) => !shown || writeRoot(zero, one, x, n) === before.intensity.value;
	const last = path.step > 1 ? isShown : (x) => base.stated || equal(x, power(start, n));
	checkTests(tests, { now, start, keep, n, share, shareBefore: shareAt(Math.max(0, path.step - 1))[0], last }, year, where);
}

/** Both numbers of a test; that of the year has last year's intensity in its second one, as a power or times a share. */
function checkTests(tests, { now, start, keep, n, share, shareBefore, last }, year, where) {
	for (const { test, left, right, result } of tests) {
		const [a, b] = [read(left), read(right)];
		same(where, `tests.${test}`, result, a[0] * b[1] <= b[0] * a[1] ? "pass" : "fail");
		same(where, `verdict.${test}Test`, year.verdict?.[`${test}Test`], result);
		const [mine, before] = n === 1 ? [times(now, shareBefore), over(b, share)] : [power(now, n), over(b, keep)];
		const isPath = () => equal(b, times(power(start, n), share));
		const holds = test === "year" ? equal(a, mine) && isPower(before, n) && last(before) : equal(a, power(now, n)) && isPath();
		must(holds, where, `tests.${test} compares other numbers 比较的数不符`);
	}
}

/** A derivation beside the line of the report that it is of. */
export function checkDerivation(derivation, report, { json, firm, year: asked }) {
	const years = report.firms.find((each) => each.firm === firm)?.years ?? [];
	const [year, before] = [asked, asked - 1].map((wanted) => years.find((each) => each.year === wanted));
	if (derivation.firm !== firm || derivation.year !== asked) wrong(json, `is not of ${firm} ${asked}`);
	if (year === undefined) return wrong(json, "the report has no such firm and year 报告中没有该企业年度");
	counts.derivations += 1;
	for (const check of [checkEmissions, checkIntensity, checkPath]) check(derivation, year, json, before);
	same(json, "verdict", derivation.verdict, year.verdict);
}

function main(words) {
	const taken = (name) => (words.includes(name) ? (words.splice(words.indexOf(name), 2)[1] ?? "") : undefined);
	const [key, inputs] = ["--key", "--inputs"].map(taken);
	const folder = words[0] ?? dirname(fileURLToPath(import.meta.url));
	const manifest = JSON.parse(readFileSync(join(folder, manifestName), "utf8"));
	if (manifest.schemaVersion !== 1) throw new Error(`schemaVersion ${manifest.schemaVersion}`);
	checkFiles(folder, manifest, inputs);
	const json = (path) => {
		if (!isInside(path)) throw new Error("leads out of the folder 路径越出文件夹");
		return JSON.parse(readFileSync(join(folder, path), "utf8"));
	};
	for (const { folder: inner, derivations } of manifest.submissions)
		for (const each of derivations)
			try {
				checkDerivation(json(each.json), json(`${inner}/report.json`), each);
			} catch (error) {
				wrong(each.json, `cannot be made again: ${error.message} 不能重算`);
			}
	const signature = checkSignature(folder, key) ?? "no 不符";
	const told = `${counts.files} files 文件, ${counts.derivations} derivations 推导, ${counts.figures} figures 数; signature 签名: ${signature}`;
	const end = problems.length === 0 ? "All is as it says. 全部相符。" : `${problems.length} differences 不符`;
	process.stdout.write([...[...notes, ...problems].map((line) => line.replace(/\p{Cc}/gu, "?")), told, end, ""].join("\n"));
	process.exitCode = problems.length === 0 ? 0 : 1;
}

try {
	if (realpathSync(process.argv[1] ?? ".") === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
} catch (error) {
	process.stderr.write(`cannot be checked 无法核验: ${error.message}\n`);
	process.exitCode = 2;
}
