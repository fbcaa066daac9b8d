/** What each finding means, why it matters and how to mend it, in English. */
import type { Explanations } from "../explanations.ts";

export const explanations: Explanations = {
	"missing-column": {
		means: "A table lacks a column it cannot do without, or the column's name is misspelt.",
		why: "None of its rows is used. Each firm and year that they name is withheld, and every firm of the run where the column of firms itself is missing; a table of factors, deflators or targets ends the run.",
		mend: "Rename the column that is named as the nearest, or add it; tanlu schema energy lists the columns and how each may be headed. If the file is another kind of table, say which: --kind FILE=output.",
	},
	"duplicate-column": {
		means: "Two columns of a table mean the same, such as 消费量 and 实物量.",
		why: "Which one counts would be a guess of tonnes, so none of the rows is used. Each firm and year that they name is withheld, and every firm where both are columns of firms.",
		mend: "Delete one of the two, or rename it to a word that means no column, such as 'old quantity'. If they are a code and a name of the firm, head them firm and firm_name.",
	},
	"unknown-column": {
		means: "A column has a name that no column of this kind of table has.",
		why: "It is left out, and everything else is used. If it holds the use or a measured heat value, the figures are made without it: power that was sold counts as consumed, coal takes the default heat value.",
		mend: "Rename it if a known column is meant (tanlu schema energy lists them all); otherwise leave it.",
	},
	"ragged-row": {
		means: "A row has more cells than the header, or fewer.",
		why: "From some cell on, each stands under the wrong column: 1,000 becomes 1 and an extra cell. The row is refused, and the firm and year it seems to name are withheld.",
		mend: 'Look for a comma inside a number or a name: write 1000, or put the cell in quotes ("1,000"). Add the cells that are missing, blank ones too; saving the sheet as CSV again does both.',
	},
	"unclosed-quote": {
		means: "A quotation mark opens a cell and never closes.",
		why: "The rest of the file is lost to reading, and nobody can say whose rows those were. Every firm of the run is withheld, in other files too, and so are the figures pooled over firms.",
		mend: "Go to the row that is named and close the quote or delete it; inches and ditto marks are the usual cause. A quote inside a quoted cell is written twice.",
	},
	"nul-byte": {
		means: "A row holds NUL bytes, which no text has.",
		why: "Part of the file is binary or was damaged on its way, and digits may be gone. The row is refused, and the firm and year it seems to name are withheld.",
		mend: "Export the table again as CSV (UTF-8 or GB18030). A file in UTF-16 without a byte-order mark is read with --encoding utf-16le.",
	},
	"same-file": {
		means: "Two of the files hold the same bytes.",
		why: "The file is read once. Read twice, every row would be a repeat, or be added to itself under --add-repeats: twice the tonnes.",
		mend: "Leave one of the two out of the command. If the second was to hold other months, it is the wrong export: save it again.",
	},
	"no-data": {
		means: "A file has a header and no rows.",
		why: "It adds nothing. If it was to hold the energy or the output of a firm, its years stay without them and are withheld.",
		mend: "Export it again with its rows; a filter in the spreadsheet may have hidden all of them. If it is empty on purpose, leave it out.",
	},
	// The shape of the file
	"title-lines": {
		means: "Rows stand above the header: a title, a unit, a date.",
		why: "They are no data and count among no rows. What they say of firm, year or unit is used only where the table has no column for it, and is told apart. A row of data above the header would be lost with them.",
		mend: "Nothing, if the right row was taken for the header; tanlu inspect shows which. Otherwise delete what stands above it.",
	},
	"firm-from-title": {
		means: "The table has no column of firms, and a title line above it says whose it is.",
		why: "All its rows count for that firm. If another table writes the name differently, they are two firms: one with the energy, one with the output.",
		mend: "Nothing, if the title is right and the other tables use the same name. If several firms share the table, add a column firm.",
	},
	"year-from-title": {
		means: "Months stand without a year, and the title lines name one.",
		why: "The months count for that year. A form copied from last year with its old title puts all its tonnes into the wrong year.",
		mend: "Nothing, if the title is right. Otherwise correct it, or write the year into each row: 2023-06.",
	},
	"unit-from-title": {
		means: "Amounts of money have no unit of their own, and a title line states one.",
		why: "The amounts are read in that unit. Between yuan and 万元 the intensity differs ten thousand times.",
		mend: "Nothing, if the title is right. Otherwise write the unit into the header: 工业增加值(万元).",
	},
	"repeated-header": {
		means: "The header stands once more among the rows.",
		why: "That row is skipped, and nothing is withheld. Tables pasted together often hold the same months twice; such rows are told by findings of their own.",
		mend: "Nothing; delete the row, and the warning goes away.",
	},
	"header-changed": {
		means: "Another header begins in the middle of a file.",
		why: "The rows above are read by the first header, those below by the second, whose own row is skipped. Where its columns are in another order, amounts of one carrier now stand under another word.",
		mend: "Nothing, if both headers are right. Tables that do not belong together are better kept in files of their own.",
	},
	"note-row": {
		means: "A row is a note or a signature without an amount, such as 注：… or 填表人：….",
		why: "It is skipped: there is nothing in it to count. What the note says, that a month is estimated perhaps, changes no figure.",
		mend: "Nothing. If the note corrects a figure, correct the figure.",
	},
	"blank-rows": {
		means: "Blank rows stand between rows of data.",
		why: "They are skipped, and no figure changes. Under --fill-down they end a block of merged cells.",
		mend: "Nothing.",
	},
	"filled-down": {
		means: "Blank cells of a row were filled from the row above, because --fill-down says so.",
		why: "The row counts for the firm, the period or the carrier that stands above it. If the blank is a value that was forgotten, and no merged cell, its tonnes stand in the wrong place.",
		mend: "Look whether each row belongs to the block above it, and fill in those that do not. Without --fill-down rows with such blanks are refused.",
	},
	"blank-column": {
		means: "A column of amounts is blank in every row of a firm.",
		why: "It is taken as not used, and adds nothing. If the amounts were forgotten, the emissions are too low by all of them; if it is the output, there is no intensity.",
		mend: "Enter 0 if it was not used, and the amounts if it was. A column that nobody fills in can be deleted.",
	},
	"total-differs": {
		means: "A total row prints another amount than its rows add up to.",
		why: "The rows count, and the total does not. One of the two is wrong: a row that was changed without its total, or a month that fell out of the table.",
		mend: "The message has both amounts: find the row that makes the difference, and correct it or the total.",
	},
	"mixed-newlines": {
		means: "Lines of the file end in more than one way.",
		why: "Each is read as the end of a line, and no figure changes. Such files are mostly put together from several.",
		mend: "Nothing. If rows seem to be missing, look where the parts were joined.",
	},
	"cell-too-long": {
		means: "A cell holds more than 32767 characters, the most that a cell of a spreadsheet can.",
		why: "A quote that closes only far below has swallowed the rows between, or a text was pasted into the wrong place. The row is refused, and the firm and year it seems to name are withheld.",
		mend: "Go to the row that is named, and remove the stray quotation mark or the text. A quote inside a quoted cell is written twice.",
	},
	"missing-firm": {
		means: "A row does not say whose it is: the cell of the firm is blank.",
		why: "The row is refused. Its tonnes or its output belong to somebody, so no figure pooled over firms is whole: sums and paths of sectors are withheld. Firms are still judged each by its own rows.",
		mend: "Fill in the firm. In sheets with merged cells only the first row has the name: unmerge the cells and fill it down.",
	},
	"missing-cell": {
		means: "A cell that a row cannot do without is blank, or holds nothing that can be used there.",
		why: "The row is refused. The year of the firm is withheld, or all its years where the period is missing; in a table of factors, deflators or targets the run ends, since a row left out there would change figures unseen.",
		mend: "Fill in the cell under the column that is named. A row that is not needed is better deleted than left half blank.",
	},
	"bad-period": {
		means: "A period cannot be read as a year, a quarter or a month, or may be two of them: 2023.1 is January or October.",
		why: "The row is refused, and since nobody knows which year it belongs to, all years of the firm are withheld.",
		mend: "Write 2023, 2023-06, 2023Q2 or 2023年6月. Format the column as text before typing: as numbers, spreadsheets turn 2023.10 into 2023.1.",
	},
	"future-month": {
		means: "A period ends after the date given with --as-of.",
		why: "What has not happened cannot have been metered: it is a slip of the year, or a plan among the records. The row is refused, and its year is withheld.",
		mend: "Correct the period, or delete planned figures. If the date is wrong, give another with --as-of; without it nothing is refused for this.",
	},
	"unknown-carrier": {
		means: "The name of a fuel, of power, heat or a material is none that is known.",
		why: "The row is refused: without knowing what was used there is no factor. The year's total is unknown and the year withheld; the other rows still show in their parts.",
		mend: "Take the name that is suggested, or one of the lists: tanlu sources has the fuels, tanlu sources processes the materials. For a name of your own, --map 'NAME=coke' counts it as a known carrier and prints that with the result.",
	},
	"carrier-read-as": {
		means: "A carrier was understood only without what stands in brackets, or from that alone.",
		why: "The row is used like any other. If the brackets change what it is (焦炭（外售） may be coke that was sold), the tonnes stand on the wrong side.",
		mend: "Nothing, if the reading is right. Otherwise write the carrier alone, and put the rest under use, site or note.",
	},
	"carrier-mapped": {
		means: "A carrier counts as another, because --map says so.",
		why: "All its amounts take the factor of that other carrier. For 原煤 as bituminous coal this may differ from the coal that was burnt by more than the 18% asked for; the mapping is printed with the result.",
		mend: "Nothing, if that is meant. Measured values in the row (ncv, carbon_content, oxidation_rate) are better than a mapping.",
	},
	"total-row": {
		means: "A row is a sum of others, such as 综合能源消费量 or 合计.",
		why: "It is skipped: counted beside its parts, the same energy would count twice. Nothing is withheld.",
		mend: "Nothing, if the parts stand in rows of their own. A total in tonnes of coal equivalent alone gives no CO2: enter the fuels, power and heat it was made from.",
	},
	"may-include-own-generation": {
		means: "用电量 was read as electricity that was bought, but may include power generated on site.",
		why: "All of it takes the grid's factor. Power from one's own boilers counts twice then, since their fuel counts already, and solar power from the own roof is not zero then: the emissions come out too high.",
		mend: "Enter what the grid's meter shows as 外购电力 (purchased electricity) and solar or wind power of one's own as 自发自用光伏. Power generated from fuel needs no row.",
	},
	"unknown-use": {
		means: "The use of a row is none of consumed, sold, product and feedstock.",
		why: "The row is refused, since the use decides whether its tonnes are added, taken away or kept apart. The year is withheld.",
		mend: "Write consumed (消费), sold (外销), product (产品固碳) or feedstock (原料用能); a blank cell means consumed.",
	},
	"unknown-indicator": {
		means: "An output row says something else than value added, output value, revenue or production.",
		why: "The row is refused. It may have been the denominator of the intensity, so the year's output is unknown and the year withheld.",
		mend: "Write value_added (工业增加值), output_value (工业总产值), revenue (营业收入) or production (产量). Delete rows of profit, tax or staff.",
	},
	"missing-product": {
		means: "A row states production without saying of what.",
		why: "The row is refused, since tonnes of different products are never added up. Under --per product:NAME the year's output is unknown then and the year withheld; a verdict per value added is not touched.",
		mend: "Fill in the column product, or name both in the indicator: 粗钢产量.",
	},
	"unknown-sector": {
		means: "The sector of a firm is not known, neither as an id nor as a name or a GB/T 4754 code.",
		why: "Without a sector the firm has no sector path and stands in no sector's sum. Its own path and verdict stay.",
		mend: "Write an id such as steel, a name such as 钢铁, or a code such as C31 or 3120, best in the firms table. Trade in a product is no sector of industry.",
	},
	"unknown-province": {
		means: "The province of a firm is not known, or names a region of several.",
		why: "Provincial factors and targets cannot apply: under --electricity provincial its power has no factor and its years are withheld, under --targets provincial the national target is used. By the default nothing changes.",
		mend: "Write one province: Hebei, 河北, 河北省 or its code; best in the firms table.",
	},
	"unknown-prices": {
		means: "The prices of an amount of money are stated in words that are not known.",
		why: "The amount counts as one at unstated prices. Its intensity is shown, but no verdict is given, because a rise of prices looks like a fall of intensity.",
		mend: "Write 2020年不变价 (constant-2020) or 当年价 (current) under prices. If all amounts without a word are constant, assert it: --prices constant-2020.",
	},
	"constant-year-assumed": {
		means: "Constant prices are stated without their year.",
		why: "They are read as the plan's: those of 2020 under plan-14. If they are of another year, intensities of two price years are compared, and the verdict is wrong.",
		mend: "Write the year: 2020年不变价, or constant-2015.",
	},
	"two-sectors": {
		means: "Rows of one firm name two sectors that are different at the first level.",
		why: "The firm would stand in two sums, so it stands in none: it has no sector path. Its own path and verdict stay, and the run ends with an error.",
		mend: "State the sector of its main product in a firms table, which wins over all rows; or correct the rows.",
	},
	"differs-between-rows": {
		means: "Rows of one firm say different things about it: two names, two provinces, two sectors of one group.",
		why: "The first by code unit is used, so that the order of files decides nothing; it may be the wrong one. A wrong province changes provincial factors and targets.",
		mend: "State the right one in a firms table, which wins; or correct the rows. If it is two firms, give them two codes.",
	},
	"master-data-differs": {
		means: "The firms table and other rows say different things about a firm.",
		why: "The firms table is used: its sector and province decide over paths and provincial factors.",
		mend: "Nothing, if the firms table is right; else correct it.",
	},
	// Credit codes, and letters that names should not hold
	"bad-credit-code": {
		means: "A credit code cannot be right: a character is wrong or lost, or it is an old registration number.",
		why: "A mistyped code is another firm's or nobody's. The row is refused; its tonnes or output belong to somebody, so sums and paths of sectors are withheld. Firms are still judged each by its own rows.",
		mend: "Copy the code from the business licence into cells that were formatted as text first: as a number, a spreadsheet keeps 15 of its 18 digits. Where the licence itself has it so, head the column firm.",
	},
	"credit-code-respelt": {
		means: "A credit code has small or full-width letters, blanks, or an apostrophe before it.",
		why: "It is read as the plain code, and the row counts for that firm. Programs that compare letter by letter would see two firms.",
		mend: "Write 18 plain digits and capitals, and nothing else in the cell.",
	},
	"control-character": {
		means: "A name holds control characters: signs that steer a terminal or a printer and belong to no name.",
		why: "They come from a damaged export, or were put there to mislead. The row is refused. In the name of the firm they leave nobody to give it to, and sums and paths of sectors are withheld; elsewhere the firm's year is.",
		mend: "Type the name anew by hand: copied, it brings them along.",
	},
	"invisible-character": {
		means: "A name holds characters that cannot be seen, such as marks of direction or of no width.",
		why: "The row is used, and its name is another one than the same without them: one firm may count as two, one with the energy and one with the output.",
		mend: "Type the name anew by hand in all its rows, or remove the characters by search and replace; the message has their numbers.",
	},
	"formula-like-text": {
		means: "A name begins as a formula does, with =, + or @.",
		why: "It is kept as text and calculated nowhere; the row is used. A spreadsheet would run it, so outputs made for spreadsheets put an apostrophe before it.",
		mend: "Write the name itself. If a formula was to fetch it, replace formulas by their values before saving as CSV.",
	},
	"two-names-one-code": {
		means: "Rows under one credit code state different names.",
		why: "The code decides: all of them count as one firm. If the code was copied into the rows of another firm, that firm's tonnes count here.",
		mend: "Correct the code where another firm is meant. If the firm was renamed, state its name in a firms table.",
	},
	"one-name-two-codes": {
		means: "One name stands under two credit codes or more.",
		why: "Each code counts as a firm of its own, so years, or energy and output, may be torn apart.",
		mend: "Correct the code if it is one firm; a firm whose code has changed needs the same one in all its rows. If they are two firms, tell their names apart.",
	},
	"missing-unit": {
		means: "An amount has no unit, neither in a column nor in the header.",
		why: "1000 may be tonnes or kilograms, a factor of a thousand. The row is refused, and the year withheld.",
		mend: "Fill in the column unit, or write the unit of the whole column in its header: 消费量(吨), quantity (t).",
	},
	"unknown-unit": {
		means: "A unit is not known, or could be two: ton may be metric, short or long.",
		why: "Short and long tons differ by 12%, most of the 18% asked for. The row is refused, and the year withheld.",
		mend: "Write t, kg, 万吨, 10^4 Nm3, kWh, 万千瓦时, GJ, tce, or for money 万元. Pieces, bags and barrels have to be converted by what they hold.",
	},
	"wrong-unit-kind": {
		means: "A unit is known but measures something else: coke in cubic metres, money in tonnes.",
		why: "There is no factor for such an amount, or it stands under the wrong carrier. The row is refused, and the year withheld.",
		mend: "Take one of the units that are named. If carrier or indicator is wrong, correct that; electricity in tce goes back to kWh by the coefficient it was made with.",
	},
	"unit-disagrees": {
		means: "The row states one unit and the header of its column another.",
		why: "One of them is wrong, by a factor of up to 10000. The row is refused, and the year withheld.",
		mend: "Make them agree, or delete one: with the unit in the header the column unit is not needed.",
	},
	"foreign-currency": {
		means: "An amount of output is in a foreign currency.",
		why: "Rates move by more than intensities do, and which one applies is not the tool's to choose. The row is refused; the year has no intensity and is withheld.",
		mend: "Convert it to yuan at the rate your rules prescribe, and write it in 万元 with its prices.",
	},
	"energy-unit": {
		means: "A fuel is given as heat (GJ, tce) and not by weight or volume.",
		why: "Its CO2 is heat × carbon content × oxidation rate, and no heat value is used. If the amount is in tonnes after all, the emissions are too low by its heat value, 20 to 45 times for most fuels.",
		mend: "Nothing, if the amount is a heat quantity at the net calorific value. Heat that was bought is a carrier of its own: heat or steam.",
	},
	"mixed-dimensions": {
		means: "One product is counted in units that cannot be added, such as tonnes and cubic metres.",
		why: "The year's output is unknown, so under --per product:NAME there is no intensity, and the year is withheld.",
		mend: "State all periods of the product in one kind of unit; t and 万吨 may be mixed, t and m3 not.",
	},
	"bad-number": {
		means:
			"A cell that should hold a number holds something else: a formula, an error of the spreadsheet, a comma in the wrong place.",
		why: "Nothing is guessed: 1，000 may be a thousand or one. The row is refused and its year withheld; in a firms row all years, and in a table of factors, deflators or targets the run ends.",
		mend: "Write plain digits with a point: 12345.6. Replace formulas by their values before saving as CSV, and mend #REF! where it arises.",
	},
	"missing-quantity": {
		means: "A row has no amount: the cell is blank or holds a dash, 无 or n/a.",
		why: "That is missing, not zero, and the row is skipped. Where the firm has other amounts of this carrier, the months count as missing and withhold the year; where it never has, nothing follows.",
		mend: "Fill in the amount, or 0 where nothing was used. --absent-is-zero asserts for all carriers that no amount means no use.",
	},
	"negative-quantity": {
		means: "An amount is below zero.",
		why: "A correction, a return or a slip cannot be told apart, and counted as it stands it would take tonnes off. The row is refused, and the year withheld.",
		mend: "Correct the row that the amount corrects. What was sold goes into a row of its own with use sold (外销), carbon that stays in products with use product (产品固碳), both above zero.",
	},
	"thousands-separators": {
		means: "A number has separators of thousands, in the right places, and was read without them.",
		why: "The amount is used as read: '1,000' is a thousand. Nothing else follows.",
		mend: "Nothing. Format the column without separators, and the note goes away.",
	},
	"full-width": {
		means: "A number or a period has full-width characters or unusual blanks, and was read as plain ones.",
		why: "The value is used as read. Nothing else follows.",
		mend: "Nothing; typing in half-width avoids it.",
	},
	"spaces-trimmed": {
		means: "A number has blanks before or behind it, and was read without them.",
		why: "The amount is used as read. Such cells are text to a spreadsheet, so sums made there leave them out and differ from these.",
		mend: "Remove the blanks by search and replace, or convert the column to numbers.",
	},
	"spreadsheet-exponent": {
		means: "A spreadsheet wrote a long number in short: 1.23E+06.",
		why: "Only the digits before the E survive and the rest count as zeros: 1.23E+06 may have been anything from 1225000 to 1235000. The amount is used as it stands.",
		mend: "Format the column as numbers without an exponent, and export again from the workbook, which still has the digits.",
	},
	"bad-parameter": {
		means:
			"A parameter lies outside what it can be: an oxidation rate of 98 instead of 0.98, a heat value of zero, a target of 180%.",
		why: "Used as it stands it would move the emissions or the target many times over. The row is refused and its year withheld, in a firms row all years; in a table of factors, deflators or targets the run ends.",
		mend: "Correct it as the message says: rates as fractions (0.98), reductions in positive per cent (18), index 100 in the price year, the target year after the base year.",
	},
	"factor-and-parts": {
		means: "A row gives an emission factor and beside it a heat value, a carbon content or an oxidation rate.",
		why: "The parts multiply to a factor of their own, and the two give different tonnes. The row is refused and its year withheld; in a factors table the run ends.",
		mend: "Blank emission_factor to compute from the measured parts, or blank the parts to use the factor.",
	},
	"parameter-unused": {
		means: "A row has a parameter that its carrier does not use, such as a heat value of electricity.",
		why: "The row is used without it. The tonnes are the same with and without.",
		mend: "Blank the cell. If it was meant for the row above or below, move it there.",
	},
	"heat-content-missing": {
		means: "Steam or hot water is given in tonnes without its enthalpy or temperature.",
		why: "A tonne may hold 0.2 GJ or 2.7 GJ, so there is no CO2 for it. The row is refused, and the year withheld.",
		mend: "Fill in enthalpy (kJ/kg), or for hot water temperature (°C); or take the heat in GJ from the bill.",
	},
	// Suspected in single rows and measured values
	"ambiguous-separators": {
		means: "A column holds both 1,234 and 1,5: its comma may separate thousands, or be the decimal point.",
		why: "Each cell like 1,234 was read as thousands and may be a thousandth of that. Their rows stay in the sums, but the firm-years they concern are withheld.",
		mend: "Write all numbers of the column with a decimal point and without separators: 1234 or 1.234, and 1.5.",
	},
	"cut-off-value": {
		means: "A number or a name is exactly as large or as long as some fields can hold, such as 65535.",
		why: "The program that wrote it may have cut it off: the true amount would be larger, by how much nobody knows. It is used as it stands.",
		mend: "Compare it with the meter's record or the ledger, and correct it. Nothing, if it is right.",
	},
	"float-dust": {
		means: "A number ends in what a binary float leaves over: 0.30000000000000004 for 0.3.",
		why: "It is used with all its digits. The difference is smaller than any digit that is shown.",
		mend: "Nothing; or round in the program that wrote the table.",
	},
	"placeholder-amount": {
		means: "An amount looks like one that only fills the field: 9999, 12345, 0.0001.",
		why: "If it stands for an amount that nobody knew, the tonnes of the year are invented. It is used as it stands.",
		mend: "Enter the metered amount. Where it is not known, leave the cell blank: what is missing is told, what is made up is not.",
	},
	"ambiguous-unit": {
		means: "A unit has more than one meaning: 度, or a cubic metre at no stated conditions.",
		why: "The usual one is taken: kWh for 度 of electricity, standard conditions for gas. If a cubic metre was measured at 20 °C, it is 0.9318 of one at 0 °C, and the tonnes are 7% too high.",
		mend: "Write kWh or Nm3 if that is meant. Convert amounts at other conditions first.",
	},
	"mixed-units": {
		means: "Months of one carrier are in different units.",
		why: "Each month is converted by its own unit. Where only the word changed and the amounts did not, those months count a thousand times too much or too little.",
		mend: "Compare the months with the bills, and correct the unit where it is wrong. Nothing, if each amount is right in its unit.",
	},
	"output-and-energy-disagree": {
		means: "A month has output and no energy, or no output and energy as in other months.",
		why: "One of the two was booked in another month or not entered. The figures stay as they are. Where the energy is 0, tanlu report --screen withholds the verdict if a usual month of it could turn it.",
		mend: "Correct the month that is wrong; an amount that is not known is left out, not 0. Nothing, if the works stood still and was only kept warm.",
	},
	"value-added-above-output": {
		means: "Value added is above the output value of the same period and prices, of which it is a part.",
		why: "Mostly the output value or the revenue stands where value added should, and the intensity comes out too low. tanlu report computes with it; tanlu report --screen withholds the verdict.",
		mend: "Correct the two: value added (工业增加值) is what remains of the output value (工业总产值) without what was bought to make it.",
	},
	"series-out-of-date": {
		means: "The months of a table end more than three months before the date given with --as-of.",
		why: "What is there is used. A year without its last months has no annual verdict, and newer figures may tell another story.",
		mend: "Add the months since then.",
	},
	"zero-before-month-ends": {
		means: "A month that is not over on the date given with --as-of has an amount of 0.",
		why: "0 says that nothing was used or made, where nothing was entered yet. It counts as a whole month, and the year comes out too low.",
		mend: "Delete the row until the month is over.",
	},
	"coarse-measurement": {
		means: "A heat value or carbon content that was measured has fewer digits than a laboratory gives.",
		why: "24 is anything from 23.5 to 24.5, which is 4% of the fuel's CO2; such a number is often an estimate. It is used as it stands.",
		mend: "Enter all digits of the laboratory's report (24.0, if it says so), or leave the cell blank for the default.",
	},
	"impossible-carbon": {
		means: "Measured values give more carbon in a tonne of fuel than a tonne, or more CO2 than carbon can.",
		why: "No fuel is so: mostly a value in kcal/kg or tC/TJ is read as GJ/t or tC/GJ, and the emissions are many times too high. tanlu report computes with it; tanlu report --screen withholds the verdict where the default could turn it, or where there is none.",
		mend: "Name the unit under ncv_unit, carbon_content_unit or emission_factor_unit (the message has the one that would explain it), or correct the value.",
	},
	"low-oxidation": {
		means: "A measured oxidation rate is below 0.8: a fifth of the carbon or more would stay unburnt.",
		why: "The emissions fall in the same measure. It is used as it stands; tanlu report --screen withholds the verdict if the default could turn it.",
		mend: "Compare it with the analysis of ash and slag, or leave the cell blank for the default. Nothing, if it was measured so.",
	},
	"heat-value-out-of-range": {
		means: "A measured heat value lies outside what its fuel has in any published table, with room on both sides.",
		why: "It may be in another unit or of another fuel, and the CO2 is wrong in the same proportion. It is used as it stands; tanlu report --screen withholds the verdict if the default heat value could turn it.",
		mend: "Correct the value, its unit (ncv_unit) or the carrier. Nothing, if it was measured so.",
	},
	"coal-basis": {
		means: "A heat value is more than this coal has net and as received, and no more than pure carbon has.",
		why: "On a dry basis the water is left out, and gross heat counts its steam: with the tonnes as received the emissions come out too high. The value is used; tanlu report --screen withholds the verdict if the default could turn it. Values within the range may be on a wrong basis too: nobody can see it.",
		mend: "Enter the net heat value as received (收到基低位发热量, Qnet,ar) of the same report.",
	},
	"carbon-content-out-of-range": {
		means: "A measured carbon content per GJ lies outside what its fuel has in any published table, with room on both sides.",
		why: "It may be per TJ, per tonne or of another fuel, and the CO2 is wrong in the same proportion. It is used as it stands; tanlu report --screen withholds the verdict if the default carbon content could turn it.",
		mend: "Correct the value, its unit (carbon_content_unit) or the carrier. Nothing, if it was measured so.",
	},
	"coal-carbon-out-of-range": {
		means: "Heat value and carbon content together give a tonne of coal more or less carbon than coals of China have.",
		why: "Each may be in its own range, but the two may be of different samples or on different bases. They are used as they stand; tanlu report --screen withholds the verdict if the defaults could turn it.",
		mend: "Take both from one analysis of one sample, as received. Nothing, if they were measured so.",
	},
	"heat-and-carbon-apart": {
		means: "A lot of coal has more heat than the firm's other lots and less carbon, or less heat and more carbon.",
		why: "Of one coal the two rise and fall together, since both are what is left beside ash and water. They are used as they stand; tanlu report --screen withholds the verdict if the defaults in this lot's place could turn it.",
		mend: "Look both up in the laboratory's report (the message has them with their usual values), and correct the one that is of another sample.",
	},
	"by-product-gas": {
		means: "A gas that is made from coal or coke, such as blast furnace gas, counts beside the fuel it is made from.",
		why: "If the works makes it itself, its carbon counts twice, and the emissions are too high. It counts as written.",
		mend: "Delete the rows of gas that the works makes and burns itself. Gas that was bought is called so: purchased coke oven gas (外购焦炉煤气).",
	},
	"process-emissions-missing": {
		means: "A product that cannot be made without process emissions, such as clinker, stands in a year without any.",
		why: "Most of the CO2 of clinker comes from its limestone: without such rows the intensity is far too low. tanlu report computes without them; tanlu report --screen withholds the verdict, unless they are known to be too little to turn it.",
		mend: "Add rows of the process materials, with 0 where there were none; or leave the process out everywhere with --boundary energy.",
	},
	"repeated-entry": {
		means: "Rows for one firm, site, period, carrier and use say the same amount.",
		why: "They count once, as copies. If they are two meters that happened to show the same, the year is short by one of them.",
		mend: "Delete the copies. If they are part amounts, tell them apart under site, or add all such rows with --add-repeats.",
	},
	"repeats-added": {
		means: "Several rows for one firm, site, period, carrier and use were added up, because --add-repeats says so.",
		why: "Each counts, equal ones too. A row that was pasted twice by mistake counts twice, and nobody is warned.",
		mend: "Nothing, if all of them are part amounts. Otherwise leave --add-repeats out, which tells copies and contradictions.",
	},
	"conflicting-entries": {
		means: "Rows for one and the same thing say different amounts.",
		why: "They may be a figure and its correction, or two parts: the tonnes differ. The firm-year is withheld, all years if it is the base year or the firms table contradicts itself; two indices of a deflator end the run.",
		mend: "Keep the right row. If they are part amounts (two meters, two deliveries), tell them apart under site, or add them with --add-repeats.",
	},
	"whole-and-parts": {
		means: "A year or a quarter is given as a whole and also in months or quarters.",
		why: "It counts once: the whole is used, or the parts where they agree and were measured. Nothing is withheld; incomplete parts are not compared with the whole.",
		mend: "Nothing, if both agree. Complete the parts, or delete one of the two.",
	},
	"whole-equals-parts": {
		means: "A year or a quarter is given as a whole and also in complete months or quarters, and both say the same.",
		why: "It counts once: the whole is used, or the parts where only they were measured. Nothing is withheld.",
		mend: "Nothing. To be rid of the note, keep one of the two.",
	},
	"whole-against-parts": {
		means: "A year or a quarter is given as a whole and in parts, and the two do not agree.",
		why: "Which is right decides over the tonnes of the year, so the carrier's amount is unknown and the firm-year is withheld.",
		mend: "Compare the sum of the parts with the whole (the message has both), and mend the one that is wrong. Rounded yearly totals are best deleted.",
	},
	"months-missing": {
		means: "A carrier or the output lacks months that other tables of the firm have.",
		why: "Emissions of eleven months over the output of twelve look like a fall. The sums are shown, the intensity is not, and the year is withheld.",
		mend: "Fill in the months, with 0 where nothing was used. If no row always means no use, assert it with --absent-is-zero; a gap of the output stays one.",
	},
	"partial-year": {
		means: "Some months of the year stand in no table of the firm.",
		why: "Emissions and output cover the same months, so the intensity is shown; but seasons differ, and a part of a year is not judged against a yearly path.",
		mend: "Add the months when they are there. If the plant was closed, enter them with 0.",
	},
	"unit-slip": {
		means: "A month is 50 times the usual amount of its series or more, or a fiftieth or less.",
		why: "Where all other months are of one size this is a slip of the unit, tonnes for kilograms or 万 left out. The value stays in the sums as it stands, and the firm-year is withheld.",
		mend: "Look the month up in the meter's record or the bill, and correct the amount or the unit in that row. The power of ten in the message hints at the slip.",
	},
	"no-factor": {
		means: "The fuel set in force has no factor for this carrier in this unit.",
		why: "Its CO2 is unknown, never zero and never taken from another set, so the total is unknown and the year withheld. Other carriers are still shown.",
		mend: "Give ncv, carbon_content and oxidation_rate (or emission_factor) in the row from a laboratory; or a table of your own with --factors FILE; or count it as a near carrier: --map '原煤=bituminous-coal'. --factors SET chooses another set for all fuels.",
	},
	"no-electricity-factor": {
		means: "Under the chosen mode there is no factor for this firm's electricity.",
		why: "The CO2 of its power is unknown, so the total is unknown and the year withheld. Usually a provincial mode meets a firm without a province, or a province without a factor.",
		mend: "State the province in a firms table, or take --electricity national@2021, or give a number in kgCO2/kWh.",
	},
	"not-co2": {
		means: "The material gives off another greenhouse gas than CO2, such as N2O or CF4.",
		why: "This intensity counts CO2 alone, and its plan asks for nothing else. The row is refused, and the year withheld as long as it stands there.",
		mend: "Delete the row here and report it in the inventory of that gas.",
	},
	"needs-more": {
		means: "The CO2 of this material is more than quantity × factor: its formula needs a purity, a composition or a balance.",
		why: "A default for the missing input would invent tonnes. The row is refused, and the year withheld.",
		mend: "Compute the CO2 by its guideline (the message has the formula), and enter it under a material that takes a plain factor, with emission_factor in the row: CO2 divided by the quantity.",
	},
	"factor-partly-verified": {
		means: "The factor in use was compared with its source only in part.",
		why: "The figure is used. For a filing, the number stands or falls with the document that it is said to come from.",
		mend: "Compare it with the document: tanlu sources --format csv says what was seen where. A factor of your own from the official text goes into --factors FILE.",
	},
	"oxidation-forced": {
		means: "The method of the chosen set fixes the oxidation rate at 1, and the row's own rate was not used.",
		why: "The carbon balance of mee-steel-2024 counts all carbon as CO2: the tonnes are higher than with a rate of 0.93.",
		mend: "Nothing, if this method is meant. Otherwise choose another set with --factors, such as ndrc-guidelines.",
	},
	"electricity-nearest-year": {
		means: "No electricity factor of this year is published, and the nearest year's is used.",
		why: "The tonnes of power are right for another year's grid. When the year's own factor appears, the figure changes without the firm doing anything.",
		mend: "Nothing; or take one factor for all years, --electricity national@2021, which also keeps the grid's progress out of the firm's.",
	},
	"factor-row-conflict": {
		means: "A factors table has two different factors for one carrier, unit, year and province.",
		why: "Which of them counts would be a guess, for every firm that uses the carrier. The run ends, and nothing is computed.",
		mend: "Keep one row, or tell them apart by year or province.",
	},
	"prices-not-constant": {
		means: "The year's output is not at the constant prices of the base.",
		why: "Rising prices alone lower CO2 per 10^4 yuan: producer prices rose by 8.1% in 2021, twice what the path asks of a year. The intensity is shown, the verdict withheld.",
		mend: "Give the output at constant prices (2020年不变价); or price indices with --deflator FILE; or, if they are constant and only not marked, assert --prices constant-2020. If the base is the odd one, correct the base year's row.",
	},
	"mixed-prices": {
		means: "Parts of a year's output are at different prices.",
		why: "Their sum is in no year's prices, so it is shown and not judged.",
		mend: "State all months of the year at one kind of prices, or give indices with --deflator FILE.",
	},
	"prices-asserted": {
		means: "Output counts as being at constant prices because --prices says so, not because the table does.",
		why: "The verdict rests on that word. If the money is current, the intensity has fallen by inflation alone.",
		mend: "Nothing, if it is true; better still, write the prices into the table.",
	},
	"current-equals-constant": {
		means: "Output of the price year itself is at current prices, which are that year's constant prices.",
		why: "Current prices of 2020 and constant prices of 2020 are the same money: the row is used as constant.",
		mend: "Nothing.",
	},
	"constant-wins": {
		means: "A year's output is given both at constant and at other prices.",
		why: "The constant amount is the denominator; the other one is left aside and changes nothing.",
		mend: "Nothing.",
	},
	"deflator-year-missing": {
		means: "The deflator has no index for a year and sector whose output has to be deflated.",
		why: "The output stays at its own prices and cannot be compared with the base: the year is shown, its verdict withheld.",
		mend: "Add the year to the deflator table (price year = 100), with a blank sector for all sectors; or give the output at constant prices.",
	},
	"boundary-changed": {
		means: "Process emissions stand in one of the two years and not in the other: the base year or this one.",
		why: "A year with limestone beside one without shows a change of the table, not of the works. The verdict is withheld.",
		mend: "Enter the process rows in both years, with 0 where there were none; or leave the process out everywhere with --boundary energy.",
	},
	"part-changed": {
		means: "Fuel, electricity or heat stands in one of the two years and not in the other: the base year or this one.",
		why: "A firm may have changed to electricity; or its rows were forgotten, and the intensity is too low or too high. The verdict is given.",
		mend: "Add the rows if the carrier was used in both years. Nothing, if it was not.",
	},
	"no-base": {
		means: "The firm has no data of its base year.",
		why: "Without a base there is no path and no gap: all its years are withheld. Emissions and intensities are shown.",
		mend: "Add the energy and output rows of the base year; or state base_intensity in a firms table; or, for a firm that began later, its base_year.",
	},
	"no-output": {
		means: "The year has no output of the kind that the intensity is per, or an output of zero.",
		why: "Emissions over nothing are no intensity. The tonnes are shown, and the year is withheld.",
		mend: "Add the year to the output table, as value_added (工业增加值) by default; or choose what there is, with --per output-value, revenue or product:NAME.",
	},
	"base-intensity-differs": {
		means: "The firms table states a base intensity, and the rows of the base year give another.",
		why: "The stated one is the base of the firm's path. The firm is left out of the base of its sector, since two bases cannot both be right.",
		mend: "Nothing, if an office fixed the stated base. Otherwise correct it, or blank it so that the rows decide.",
	},
	"base-unusable": {
		means: "The base year cannot be used: it is faulty, incomplete or without output, or does not lie before the target year.",
		why: "Every later year is measured from it, so all years of the firm are withheld.",
		mend: "Mend what is told of the base year; or state base_intensity in a firms table; or, where the year is too late, an earlier base_year.",
	},
	"total-not-positive": {
		means: "What was sold or bound in products is as much as what was used, or more: total emissions are zero or below.",
		why: "Below zero there is no logarithm, so progress is unknown, and the verdict goes by the sign. Nearly always an amount that was taken away is too large.",
		mend: "Check the rows of use sold and product, and the deductions, against the fuel they come from: they cannot hold more carbon than went in.",
	},
	"national-target-used": {
		means: "No target of its province, sector or file applies to the firm, and the national one is used.",
		why: "The path asks for 18% by 2025 (plan-14), not what a province or a file would have asked.",
		mend: "Nothing, if that is meant. Under --targets provincial, state the province in a firms table; in a targets file, add a row of scope all, or one for the sector or province.",
	},
	"not-pooled": {
		means: "The firm's output is at constant prices of another year than that of the pools.",
		why: "Money of two price years cannot be added. The firm is left out of sector sums and has no sector path; its own path and verdict stay.",
		mend: "Give all firms at constant prices of one year, those of the plan (2020) if possible.",
	},
	"pooled-figures-withheld": {
		means: "Rows with errors cannot be given to any firm.",
		why: "Tonnes or output of somebody are missing in every sum, so sums and paths of sectors are withheld. Firms are still judged each by its own rows.",
		mend: "Mend the errors told beside it: rows without a firm, a quote that never closes, a table without a column of firms.",
	},
	"target-row-conflict": {
		means: "A targets table has two different targets for one scope.",
		why: "Which of them applies decides over verdicts. The run ends, and nothing is computed.",
		mend: "Keep one row for each scope: one for all, one for each sector, one for each province.",
	},
	// Suspected in histories and between firms
	"month-unlike-history": {
		means: "A month is far from what the firm uses of this carrier in its other months.",
		why: "It is more than half as much again as usual, or less than two thirds, and further off than its months vary among themselves: a bill entered twice, a digit left out, or a works that stood still. The amount is used; tanlu report --screen withholds the verdict if the usual amount could turn it.",
		mend: "Compare it with the meter's record or the bill, and correct it. If the month was so, say why under note.",
	},
	"year-on-year-change": {
		means: "What a firm used of a carrier, or its intensity, is far from that of the year before.",
		why: "A carrier has risen by more than half or an intensity by more than 30%, or has fallen as far. A unit, rows left out or counted twice are likelier than a change of the works. The figures are used; tanlu report --screen withholds the verdict if last year's could turn it.",
		mend: "Compare both years row by row, and correct the one that is wrong. If the works did change, say so under note.",
	},
	"step-change": {
		means: "From some month on a carrier is at another level than a year before, and stays there.",
		why: "A new meter, a new plant or a boundary that moved: the years before and after the step may not be of the same works, and the gap compares them. The figures are used, and nothing is withheld.",
		mend: "Say under note what changed for good. If the boundary moved, enter what one side leaves out; if a side is wrong, correct its months.",
	},
	"energy-against-output": {
		means: "In one month output moved and energy did not, or energy moved and output did not.",
		why: "The firm's other months show how this carrier follows the output, base load included, and the month does not. An estimate in place of a reading looks like this. The amount is used; tanlu report --screen withholds the verdict if the amount that was to be expected could turn it.",
		mend: "Read the record of the meter and the output of that month again, and correct the one that is wrong.",
	},
	"repeated-amount": {
		means: "The same amount stands in three months running or more.",
		why: "Meters do not repeat; estimates, copies and a year divided by twelve do. Their sum may be right, but no month is known. The amounts are used, and nothing is withheld.",
		mend: "Enter the reading of each month. If only the year is known, give it as one row.",
	},
	"unchanged-measurement": {
		means: "A measured heat value or carbon content is the same to its last digit in months that follow each other.",
		why: "No two lots of a fuel are so alike: one test was entered as several, and the tonnes of all those months rest on it. Defaults of published tables are not told of. The value is used, and nothing is withheld.",
		mend: "Enter the laboratory's value of each month. Where nothing was tested, leave the cell blank, and the default counts.",
	},
	"copied-year": {
		means: "The months of a year equal those of the year before, one and all, or each stands a month earlier or later.",
		why: "More digits agree than chance explains: last year's rows were copied. Whatever the firm used more or less this year is not there. The amounts are used, and nothing is withheld.",
		mend: "Enter this year's readings in place of last year's amounts. Nothing, if both years really are alike digit by digit.",
	},
	"fixed-multiple-of-output": {
		means: "Each month's amount of a year is the month's output times one and the same number, to the last digit.",
		why: "Such amounts are computed, and no meter was read: what the works saves or wastes cannot show in them. They are used, and nothing is withheld.",
		mend: "Enter what the meter says. Where there is none, say under note how the amounts were estimated.",
	},
	"round-amounts": {
		means: "Most months of a year are multiples of 100 or of 1000.",
		why: "Meters seldom stop at such numbers; estimates often do. The amounts are used as they stand.",
		mend: "Nothing, if this is how it is metered or delivered. Otherwise enter the readings with all their digits.",
	},
	"shared-series": {
		means: "Two firms have the same amounts or measured values, month after month and digit by digit.",
		why: "Two works do not meter alike: the rows of one were copied to the other, or both enter one meter, and its tonnes count twice. The amounts are used, and nothing is withheld.",
		mend: "Find out whose readings they are. If both are one firm, give them one code; if they share a meter, divide it between them.",
	},
	"suspected-unit-slip": {
		means: "An amount stands apart, and would fit if a slip of the unit were undone: 10 or 1000 times, or 3.6.",
		why: "A month is held against the firm's months, a year against its years, electricity against what it burns, energy per output against its sector. What is certain is told as unit-slip instead. Nothing is changed; tanlu report --screen withholds the verdict if undoing the slip could turn it.",
		mend: "Compare unit and amount with the bill, and correct the rows; the message says what it would be. Nothing, if the amount is right.",
	},
	"baseline-expired": {
		means: "A finding that the baseline accepted until a date is still there after it.",
		why: "The entry has run out on the date given with --as-of: the finding counts again, and an error means exit code 1 again.",
		mend: "Mend the finding; or give its entry in the file of --baseline a new date, and a reason why it may stay.",
	},
	"baseline-unused": {
		means: "The baseline accepts a finding that is not there any more.",
		why: "Nothing follows. An entry that is left behind would accept the finding in silence, should it come back.",
		mend: "Remove the entry from the file of --baseline. If the row was only changed, look whether it has a new finding.",
	},
	"not-listed": {
		means: "A finding was made more than a thousand times, and only the first thousand are listed.",
		why: "The counts are exact, and all rows were judged; only the list is cut, so that memory does not grow with a bad file.",
		mend: "Mend the first thousand: so many of one kind nearly always have one cause, such as a unit or a name. Then run again.",
	},
};
