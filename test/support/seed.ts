/**
 * Properties draw the same cases in each run, so that a change is judged by what it changed. Other cases are drawn on purpose:
 * TANLU_SEED is a number, or `any`.
 */
import fc from "fast-check";

const asked = process.env["TANLU_SEED"] ?? "20251";
if (asked !== "any") fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked) });
