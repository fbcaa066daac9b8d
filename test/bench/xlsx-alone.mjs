// What the library takes to parse a workbook, and nothing else.
import { readFileSync } from "node:fs";
import XLSX from "@e965/xlsx";

XLSX.read(readFileSync(process.argv[2]), { dense: true });
