import { comments } from "./comments.js";
import { LISTS } from "./lists.js";
import { openStats } from "./open-stats.js";
import type { Report } from "./report.js";
import { reviewRate } from "./review-rate.js";
import { reviewStats } from "./review-stats.js";

/** Every report but `watch`, which never ends. */
export const REPORTS: readonly Report[] = [...LISTS, reviewRate, reviewStats, openStats, comments];
